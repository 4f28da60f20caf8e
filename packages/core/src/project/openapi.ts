import type { AuthScheme } from '../define/auth-scheme.ts';
import type { Vendor } from '../define/vendor.ts';
import { type Call, openApiOperation } from './openapi-operation.ts';
import { type Part, resourceSchema } from './openapi-schema.ts';
import { type Operation, operationsOf } from './operation.ts';

/** A vendor's API as OpenAPI 3.1: plain JSON. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Part;
  readonly externalDocs: Part;
  readonly servers: readonly Part[];
  readonly tags: readonly Part[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** Calls by path, then by method in lower case */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Part>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Part>>;
    readonly securitySchemes: Readonly<Record<string, Part>>;
  };
}

const schemeName = ({ name }: AuthScheme, header: string): string => `${name}.${header}`;

const securityScheme = (scheme: AuthScheme, header: string, template: string): Part => {
  const description = `${scheme.label}: ${scheme.description}`;
  if (header.toLowerCase() !== 'authorization' || !template.startsWith('Bearer '))
    return { type: 'apiKey', in: 'header', name: header, description };
  const { oauth } = scheme;
  if (oauth?.grant !== 'authorization_code') return { type: 'http', scheme: 'bearer', description };
  const tokenUrl = oauth.token.url;
  const refresh = oauth.refresh && { refreshUrl: tokenUrl };
  const authorizationCode = { authorizationUrl: oauth.authorize.url, tokenUrl, ...refresh, scopes: {} };
  return { type: 'oauth2', flows: { authorizationCode }, description };
};

const securitySchemes = ({ auth }: Vendor): Readonly<Record<string, Part>> =>
  Object.fromEntries(
    Object.values(auth).flatMap((scheme) =>
      Object.entries(scheme.headers).map(([header, template]) => [
        schemeName(scheme, header),
        securityScheme(scheme, header, template),
      ]),
    ),
  );

/** All headers of a scheme together; without those whose value may be left out, where there are such. */
const securityOf = ({ auth }: Vendor): OpenApiDocument['security'] =>
  Object.values(auth).flatMap((scheme) => {
    const all = Object.entries(scheme.headers);
    const isNeeded = ([, template]: readonly [string, string]): boolean =>
      // What is no field of the credential is a token that is asked for.
      [...template.matchAll(/\{(\w+)\}/g)].every(
        ([, name]) => scheme.fields[name as string]?.required ?? name === 'access_token',
      );
    const needed = all.filter(isNeeded);
    const sets = needed.length < all.length ? [needed, all] : [all];
    return sets.map((set) => Object.fromEntries(set.map(([header]) => [schemeName(scheme, header), []])));
  });

/** Operations by method and path; paths that differ in the names of parameters only are one path to OpenAPI. */
const callsOf = (operations: readonly Operation[]): ReadonlyMap<string, ReadonlyMap<string, Call>> => {
  const spelling = new Map<string, string>();
  const calls = new Map<string, Map<string, Call>>();
  for (const operation of operations) {
    const shape = operation.path.replace(/\{\w+\}/g, '{}');
    const path = spelling.get(shape) ?? operation.path;
    spelling.set(shape, path);
    const methods = calls.get(path) ?? new Map<string, Call>();
    const method = operation.method.toLowerCase();
    methods.set(method, { path, operations: [...(methods.get(method)?.operations ?? []), operation] });
    calls.set(path, methods);
  }
  return calls;
};

/**
 * An OpenAPI 3.1 document of all calls that a vendor's operations make; composites are made of them and not listed.
 * Schemas tell what is sent and answered on the wire. Each call carries its evidence mark and source as `x-evidence` and
 * `x-source`.
 * @param version of the document. @default '0.0.0', as definitions carry none
 */
export const openApiDocument = (vendor: Vendor, version = '0.0.0'): OpenApiDocument => {
  const operations = [...operationsOf(vendor).values()].filter(({ composite }) => !composite);
  const resources = [...new Set(operations.map(({ resource }) => resource))];
  return {
    openapi: '3.1.0',
    info: { title: `${vendor.label} API`, version, description: `${vendor.description}. Not published by the vendor.` },
    externalDocs: { url: vendor.documentation },
    servers: [{ url: vendor.baseUrl }],
    tags: resources.map(({ name, description }) => ({ name, description })),
    security: securityOf(vendor),
    paths: Object.fromEntries(
      [...callsOf(operations)].map(([path, methods]) => [
        path,
        Object.fromEntries([...methods].map(([method, call]) => [method, openApiOperation(call)])),
      ]),
    ),
    components: {
      schemas: Object.fromEntries(resources.map((resource) => [resource.name, resourceSchema(resource)])),
      securitySchemes: securitySchemes(vendor),
    },
  };
};

import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { file, flag, ref, text } from '../define/field.ts';
import { defineResource } from '../define/resource.ts';
import { openApiDocument, operationsOf, type Vendor, vendors, vplan } from '../index.ts';

type Call = Readonly<Record<string, unknown>>;

const callIn = (vendor: Vendor, path: string, method: string): Call => {
  const call = openApiDocument(vendor).paths[path]?.[method];
  expect(call, `${method} ${path}`).toBeDefined();
  return call as Call;
};

test.each(vendors.map((vendor) => [vendor.label, vendor] as const))(
  'the document of %s is valid OpenAPI, and all its references lead somewhere',
  async (_, vendor) => {
    const document = structuredClone(openApiDocument(vendor));
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document as unknown as Record<string, unknown>);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(() => validator.resolveRefs()).not.toThrow();
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  },
);

test.each(vendors.map((vendor) => [vendor.label, vendor] as const))(
  'every call of %s is in its document, composites are not',
  (_, vendor) => {
    const { paths } = openApiDocument(vendor);
    const shape = (path: string): string => path.replace(/\{\w+\}/g, '{}');
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${shape(path)}`),
    );
    const made = [...operationsOf(vendor).values()]
      .filter(({ composite }) => !composite)
      .map(({ method, path }) => `${method} ${shape(path)}`);
    expect(listed.toSorted()).toEqual([...new Set(made)].toSorted());
  },
);

test.each(vendors.map((vendor) => [vendor.label, vendor] as const))(
  'in the document of %s, each path has a parameter for every name in braces and no two paths are alike',
  (_, vendor) => {
    const { paths } = openApiDocument(vendor);
    const shapes = Object.keys(paths).map((path) => path.replace(/\{\w+\}/g, '{}'));
    expect(new Set(shapes).size).toBe(shapes.length);
    for (const [path, methods] of Object.entries(paths))
      for (const call of Object.values(methods)) {
        const parameters = call.parameters as readonly { in: string; name: string }[];
        const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        expect(named.toSorted(), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted());
      }
  },
);

test('a list has the vendor’s envelope, its pages and its query; a record stands by itself', () => {
  const list = callIn(vplan, '/collection/{collection_id}/card', 'get');
  expect(list).toMatchObject({
    operationId: 'card.list',
    tags: ['card'],
    'x-evidence': 'documented',
    responses: {
      '2XX': {
        content: {
          'application/json': {
            schema: {
              properties: {
                data: { type: 'array', items: { $ref: '#/components/schemas/card' } },
                count: { type: 'integer' },
              },
              required: ['data'],
            },
          },
        },
      },
    },
  });
  const names = (list.parameters as readonly { name: string }[]).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['collection_id', 'filter', 'sort', 'limit', 'offset']));
  expect(new Set(names).size).toBe(names.length);
  const schema = { $ref: '#/components/schemas/card' };
  expect(callIn(vplan, '/collection/{collection_id}/card/{card_id}', 'get')).toMatchObject({
    responses: { '2XX': { content: { 'application/json': { schema } } } },
  });
});

test('content tells what must be there, what may be null, and what the path repeats', () => {
  const create = callIn(vplan, '/collection/{collection_id}/card', 'post');
  expect(create).toMatchObject({
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            required: ['collection_id', 'name'],
            properties: { name: { type: 'string' }, start_date: { type: ['string', 'null'], format: 'date' } },
          },
        },
      },
    },
  });
});

test('both headers of a key pair are needed; one with an optional value is not', () => {
  const { security, components } = openApiDocument(vplan);
  expect(security[0]).toEqual({ 'apiKey.X-Api-Key': [], 'apiKey.X-Api-Env': [] });
  expect(components.securitySchemes).toMatchObject({
    'apiKey.X-Api-Key': { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  });
  const token = {
    name: 'token',
    label: 'Token',
    description: 'From the settings',
    fields: { token: text('Token', { required: true, secret: true }), business: text('Business') },
    headers: { Authorization: 'Bearer {token}', 'X-On-Behalf-Of': '{business}' },
    test: 'me.get',
    source: 'https://example.com',
  };
  const other = openApiDocument({ ...vplan, auth: { token } });
  expect(other.security).toEqual([
    { 'token.Authorization': [] },
    { 'token.Authorization': [], 'token.X-On-Behalf-Of': [] },
  ]);
  expect(other.components.securitySchemes['token.Authorization']).toMatchObject({ type: 'http', scheme: 'bearer' });
});

test('where a person allows it in a browser, both addresses are told, and no call does without the token', () => {
  for (const vendor of vendors) {
    const { security, components } = openApiDocument(vendor);
    for (const needed of security) expect(Object.keys(needed).length, vendor.label).toBeGreaterThan(0);
    for (const { name, oauth } of Object.values(vendor.auth))
      if (oauth?.grant === 'authorization_code')
        expect(components.securitySchemes[`${name}.Authorization`]).toMatchObject({
          type: 'oauth2',
          flows: { authorizationCode: { authorizationUrl: oauth.authorize.url, tokenUrl: oauth.token.url } },
        });
  }
});

const proof = { evidence: 'inferred', source: 'https://example.com' } as const;
const paper = defineResource({
  name: 'paper',
  label: 'Paper',
  description: 'A sheet',
  fields: { title: text('Title', { nullable: true }), folder_id: ref('folder', 'Folder') },
  operations: {
    create: {
      route: 'POST /folder/{folder_id}/paper',
      summary: 'Write a paper',
      body: {
        required: ['title'],
        wrap: 'data.paper',
        outside: { silent: flag('Tell nobody', { wire: 'no-mail' }) },
        fixed: { version: 2 },
      },
      returns: 'nothing',
      ...proof,
    },
    upload: {
      route: 'POST /folder/{other_id}/paper',
      summary: 'Upload a paper',
      body: { wrap: 'paper', fields: { scan: file('The sheet', { required: true }) } },
      returns: 'one',
      ...proof,
    },
  },
});

test('wrapped content, fixed values and files travel as the engine sends them', () => {
  const vendor: Vendor = { ...vplan, resources: { paper } };
  const { paths } = openApiDocument(vendor);
  expect(Object.keys(paths)).toEqual(['/folder/{folder_id}/paper']);
  const call = callIn(vendor, '/folder/{folder_id}/paper', 'post');
  expect(call).toMatchObject({
    summary: 'Write a paper, or: Upload a paper',
    description: "Not confirmed by vPlan's documentation.",
    requestBody: {
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['data', 'version'],
            properties: {
              data: {
                properties: { paper: { required: ['title'], properties: { title: { type: ['string', 'null'] } } } },
              },
              version: { const: 2 },
              'no-mail': { type: 'boolean' },
            },
          },
        },
        'multipart/form-data': {
          schema: {
            required: ['paper[scan]'],
            properties: { 'paper[scan]': { contentMediaType: 'application/octet-stream' } },
          },
        },
      },
    },
  });
});

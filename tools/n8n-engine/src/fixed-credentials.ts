import type {
  ICredentialDataDecryptedObject,
  ICredentials,
  ICredentialType,
  IHttpRequestOptions,
  INode,
  INodeParameters,
  Workflow,
} from 'n8n-workflow';
import { n8nWorkflow } from './n8n.ts';

/** Values of the credentials, by the name of their type. */
export type CredentialValues = Readonly<Record<string, ICredentialDataDecryptedObject>>;

interface GenericParts {
  readonly headers?: object;
  readonly qs?: object;
}

/** Credentials that are given once: no store, no encryption, no renewal. */
export class FixedCredentials extends n8nWorkflow.ICredentialsHelper {
  readonly #types: ReadonlyMap<string, ICredentialType>;
  readonly #values: CredentialValues;

  constructor(types: readonly ICredentialType[], values: CredentialValues) {
    super();
    this.#types = new Map(types.map((type) => [type.name, type]));
    this.#values = values;
  }

  override getParentTypes(name: string): string[] {
    return this.#types.get(name)?.extends ?? [];
  }

  override isCredentialUsableByNode(): boolean {
    return true;
  }

  override getCredentialsProperties(name: string) {
    return this.#types.get(name)?.properties ?? [];
  }

  /** The values with the defaults of the fields that were left out. */
  override async getDecrypted(
    _data: unknown,
    _details: unknown,
    name: string,
  ): Promise<ICredentialDataDecryptedObject> {
    const defaults = this.getCredentialsProperties(name).map((property) => [property.name, property.default]);
    return { ...Object.fromEntries(defaults), ...this.#values[name] };
  }

  override async authenticate(
    values: ICredentialDataDecryptedObject,
    name: string,
    options: IHttpRequestOptions,
    workflow: Workflow,
    node: INode,
  ): Promise<IHttpRequestOptions> {
    const authenticate = this.#types.get(name)?.authenticate;
    if (authenticate === undefined) return options;
    if (typeof authenticate === 'function') return authenticate(values, options);
    const resolved = (part: object = {}): INodeParameters =>
      Object.fromEntries(
        Object.entries(part).map(([key, value]) => [
          key,
          workflow.expression.getSimpleParameterValue(
            node,
            value,
            'internal',
            { $credentials: values },
            undefined,
            '',
          ) as string,
        ]),
      );
    const { headers, qs } = authenticate.properties as GenericParts;
    return {
      ...options,
      headers: { ...options.headers, ...resolved(headers) },
      qs: { ...options.qs, ...resolved(qs) },
    };
  }

  override async preAuthentication(): Promise<undefined> {}

  override async runPreAuthentication(): Promise<undefined> {}

  override getCredentials(): Promise<ICredentials> {
    throw new Error('The engine keeps no sealed credentials');
  }

  override async updateCredentials(): Promise<void> {}

  override async updateCredentialsOauthTokenData(): Promise<void> {}
}

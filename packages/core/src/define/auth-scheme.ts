import type { Fields } from './field.ts';

/**
 * A way to authenticate, as data. `headers` are templates over the credential's fields: `{field}` stands for its value,
 * and a header whose field was left empty is not sent.
 */
export interface AuthScheme {
  /** Identifier in camelCase: `apiKey` */
  readonly name: string;
  readonly label: string;
  /** Where the user finds these values, and what they may do */
  readonly description: string;
  readonly fields: Fields;
  readonly headers: Readonly<Record<string, string>>;
  /** `resource.operation` that proves a credential without changing anything */
  readonly test: string;
  readonly source: string;
}

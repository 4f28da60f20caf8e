import type { Evidence } from './operation.ts';

/**
 * An operation made of others of its resource: finds a record, then updates it, or creates it when there is none. It has
 * no route of its own. Its input is that of `create` and `update` together; its row says in `outcome` what was done.
 */
export interface CompositeDefinition {
  readonly summary: string;
  readonly description?: string;
  /** Names of operations of the resource */
  readonly find: string;
  readonly create: string;
  /** Left out: the record that was found is the answer */
  readonly update?: string;
  /** Inputs that tell records apart; each must be given */
  readonly by: readonly string[];
  /** Input of `find`, in which `{name}` stands for an input of the caller */
  readonly input: Readonly<Record<string, unknown>>;
  readonly tier?: 1 | 2;
  readonly evidence: Evidence;
  readonly source: string;
}

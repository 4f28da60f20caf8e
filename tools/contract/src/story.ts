import type { Row } from '@patchbay/core';

/** What an earlier step came to, as the host's own expressions reach it. */
export class Told {
  readonly step: string;
  /** Within the record, as JavaScript and Node-RED write it alike: `items[0].id` */
  readonly path: string;

  constructor(step: string, path: string) {
    this.step = step;
    this.path = path;
  }
}

/** A value out of an earlier step's record. */
export const of = (step: string, path: string): Told => new Told(step, path);

/** One of our nodes in a flow. */
export interface Step {
  readonly name: string;
  /** `resource.operation` */
  readonly operation: string;
  /** Fixed values, and what earlier steps told */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a user sees of a flow that ran. */
export interface Shown {
  /** Records by the name of their step */
  readonly records: Readonly<Record<string, Row>>;
  /** The step that failed, and its words */
  readonly failure?: { readonly step: string; readonly words: string };
}

/** A host that runs flows of our nodes, one after the other. */
export interface Storyteller {
  readonly name: string;
  tell(steps: readonly Step[]): Promise<Shown>;
  close(): Promise<void>;
}

import type { InputValues } from '@patchbay/core';
import type { Sandbox } from '@patchbay/sandbox';
import type { Samples } from './sample-value.ts';
import type { Credential, Outcome } from './surface.ts';

/** How things stand when an operation is called. */
export interface Stage {
  readonly samples: Samples;
  readonly twin: ReturnType<Sandbox['twin']>;
  /** What came out of the operation before */
  readonly earlier?: Outcome;
}

/** What an operation needs that its definition cannot tell: how records must be for it to make sense. */
export interface Scene {
  /** Operation of the same vendor that is called before, with a sample of its own */
  readonly after?: string;
  /** The input, from a sample */
  readonly input?: (sample: InputValues, stage: Stage) => InputValues | Promise<InputValues>;
  /** The credential that it takes, out of all that the twin has. @default the twin's own */
  readonly credential?: (stage: Stage) => Credential;
}

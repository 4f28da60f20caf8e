import type { Caller } from './n8n-transport.ts';

/** Who asks, so that nodes with the same credential get their turns: a node of a workflow. */
export const callerName = (caller: Caller): string => `${caller.getWorkflow().id}/${caller.getNode().name}`;

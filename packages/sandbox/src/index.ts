export { ApiError, type Problem } from './api-error.ts';
export type { Attempt, DeliveryRecord } from './deliveries.ts';
export type { RequestRecord } from './request-log.ts';
export { type Sandbox, type SandboxOptions, startSandbox, type VendorSandbox } from './sandbox.ts';
export type { Schedule } from './scheduler.ts';
export type { Row } from './store.ts';
export type { StoryKind, StoryLine } from './story.ts';

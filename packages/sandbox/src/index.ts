export { ApiError, invalid, notFound, type Problem, refusal } from './api-error.ts';
export type { Attempt, DeliveryRecord } from './deliveries.ts';
export { type FaultKind, type FaultSequence, type FaultSwitch, faultKinds } from './faults/fault.ts';
export type { ActiveFault, Faults } from './faults/switchboard.ts';
export { type FileStore, StoredFile } from './files/file-store.ts';
export type { GivenTokens, OAuthMode } from './oauth/authorization-server.ts';
export type { OAuthSandbox } from './oauth/oauth-sandbox.ts';
export type { Played } from './played.ts';
export type { RequestRecord } from './request-log.ts';
export type {
  Act,
  Call,
  Change,
  Handler,
  Outcome,
  ResourceRules,
  SubscriptionRules,
  TwinEvent,
  VendorRules,
} from './rules.ts';
export type { Sandbox, SandboxOptions, VendorSandbox } from './sandbox.ts';
export type { Schedule } from './scheduler.ts';
export { startSandbox } from './start-sandbox.ts';
export type { Row } from './store.ts';
export type { StoryKind, StoryLine } from './story.ts';

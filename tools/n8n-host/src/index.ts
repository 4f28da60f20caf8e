export { installationFolder, N8N_VERSION, type N8nInstallation } from './cache.ts';
export type { WorkflowToImport } from './command-line.ts';
export { HostError, type HostErrorCode } from './host-error.ts';
export { type InstallOptions, installN8n } from './install.ts';
export type { ProgressListener } from './progress.ts';
export type { Execution, Login, RestRequest } from './rest.ts';
export { type RunningN8n, type StartOptions, startN8n } from './start.ts';

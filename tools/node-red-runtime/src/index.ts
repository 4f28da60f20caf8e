export type { FlowNode, FlowsCredentials } from './deploy.ts';
export type { LogEntry, Message, NodeStatus } from './recorder.ts';
export { type NodeRed, type NodeRedOptions, startNodeRed } from './start.ts';
export { type NodeRedProcess, startNodeRedProcess } from './start-process.ts';

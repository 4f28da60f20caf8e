export { type HostPorts, type NodeSetOptions, nodeSet } from './runtime/node-set.ts';

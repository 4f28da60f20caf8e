export { type HostPorts, nodeSet } from './runtime/node-set.ts';

import { nodeRedHost } from './node-red-host.ts';
import { runDemo } from './run-demo.ts';

await runDemo(nodeRedHost);

import { n8nHost } from './n8n-host.ts';
import { runDemo } from './run-demo.ts';

await runDemo(n8nHost);

import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { N8nInstallation } from './cache.ts';
import { N8N_VERSION } from './cache.ts';
import type { WorkflowToImport } from './command-line.ts';
import { commandLineOf, idOf } from './command-line.ts';
import { n8nEnvironment } from './environment.ts';
import { type N8nProcess, spawnN8n } from './n8n-process.ts';
import { reservePort } from './port.ts';
import type { ProgressListener } from './progress.ts';
import { reporting } from './progress.ts';
import type { Execution, Login, RestRequest } from './rest.ts';
import { executionsOf, logIn, untilPublished } from './rest.ts';
import { addPackages, secretsOf } from './user-folder.ts';

const EMAIL = 'owner@patchbay.example';

/** What to start n8n with. */
export interface StartOptions {
  installation: N8nInstallation;
  /** Holds n8n's data. A folder used before is used on; only one n8n may run in it. */
  userFolder: string;
  /** On 127.0.0.1; 0 for any free one. */
  port: number;
  /** Paths of packed community packages without dependencies (`.tgz`). */
  packages: readonly string[];
  /** `{ id, name, type, data }` each, with plain data. */
  credentials?: readonly object[];
  workflows?: readonly WorkflowToImport[];
  /** Further settings of n8n, by their environment variables. */
  settings?: Readonly<Record<string, string>>;
  /** Processes that run executions in n8n's queue mode, which `settings` have to switch on. @default 0 */
  workers?: number;
  onProgress?: ProgressListener;
}

/** A started n8n that answers. It ends with this process at the latest. */
export interface RunningN8n {
  /** `http://127.0.0.1:<port>/`, which its webhook addresses start with too. */
  url: string;
  /** The owner's, for the editor. */
  login: Login;
  rest: RestRequest;
  /** Waits until a published workflow's triggers are set up. @throws HostError `publication-failed`. */
  waitForPublication(workflowId: string): Promise<void>;
  /** The runs of a workflow, the latest first. */
  executions(workflowId: string): Promise<Execution[]>;
  /** What n8n and its workers printed since they were started; also in `*.log` in the user folder. */
  logs(): string;
  /** Ends n8n, within about 10 seconds. */
  stop(): Promise<void>;
}

/**
 * Starts n8n with packages, credentials and workflows in place, and waits until it is ready and logged in to.
 * @throws HostError `port-taken`, `package-not-usable`, `import-failed` or `start-failed`; n8n does not run on then.
 */
export async function startN8n(options: StartOptions): Promise<RunningN8n> {
  const { installation, packages, credentials = [], workflows = [], workers = 0 } = options;
  const { settings = {}, onProgress = () => undefined } = options;
  const userFolder = resolve(options.userFolder);
  const published = workflows.filter(({ publish }) => publish).map(({ json }) => idOf(json));
  const port = await reservePort(options.port);
  mkdirSync(userFolder, { recursive: true });
  const secrets = secretsOf(userFolder);
  const brokerPort = await reservePort(0);
  const own = n8nEnvironment({ installation, userFolder, port, brokerPort, email: EMAIL, secrets });
  const env = { ...own, ...settings };

  await addPackages(userFolder, packages);
  const commandLine = commandLineOf(installation, userFolder, env);
  const step = (text: string, work: Promise<void>) => reporting(text, work, onProgress);
  if (credentials.length > 0) await step('Importing credentials', commandLine.importCredentials(credentials));
  const jsons = workflows.map(({ json }) => json);
  if (jsons.length > 0) await step('Importing workflows', commandLine.importWorkflows(jsons));
  for (const id of published) await step(`Publishing workflow ${id}`, commandLine.publishWorkflow(id));

  const url = `http://127.0.0.1:${port}/`;
  const login = { email: EMAIL, password: secrets.password };
  const n8n = spawnN8n(installation, userFolder, env);
  const running: N8nProcess[] = [n8n];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((one) => one.stop()));
  };
  try {
    await step(`Starting n8n ${N8N_VERSION}`, n8n.untilReady(url));
    // After the main process, which prepares the database.
    const started = Array.from({ length: workers }, (_, index) =>
      startWorker(installation, userFolder, env, `n8n-worker-${index + 1}`, running),
    );
    if (workers > 0)
      await step(
        `Starting ${workers} workers`,
        Promise.all(started).then(() => undefined),
      );
    const rest = await logIn(url, login);
    return {
      url,
      login,
      rest,
      waitForPublication: (workflowId) => untilPublished(rest, workflowId),
      executions: (workflowId) => executionsOf(rest, workflowId),
      logs: () => running.map(({ logs }) => logs()).join('\n'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A worker, which joins those that run as soon as it is spawned. */
async function startWorker(
  installation: N8nInstallation,
  userFolder: string,
  env: Record<string, string>,
  name: string,
  running: N8nProcess[],
): Promise<void> {
  const [brokerPort, port] = [await reservePort(0), await reservePort(0)];
  const settings = {
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    QUEUE_HEALTH_CHECK_ACTIVE: 'true',
    QUEUE_HEALTH_CHECK_PORT: String(port),
    N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
  };
  const worker = spawnN8n(installation, userFolder, { ...env, ...settings }, { name, args: ['worker'] });
  running.push(worker);
  await worker.untilReady(`http://127.0.0.1:${port}/`);
}

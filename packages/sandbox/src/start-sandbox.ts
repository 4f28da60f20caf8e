import { toPlay } from './played.ts';
import { type Sandbox, type SandboxOptions, startTwins } from './sandbox.ts';

/**
 * Starts a sandbox: twins of the vendors on loopback, with a page to look inside. No account is needed, nothing leaves the
 * machine.
 *
 * @example
 * const sandbox = await startSandbox();
 * const { baseUrl, credential } = sandbox.vendors.vplan;
 * const client = createClient(vplan, {
 *   transport: axiosTransport(), clock: systemClock, baseUrl,
 *   authorization: headerAuthorization(vplan.auth.apiKey, credential),
 * });
 * for await (const board of client.board.list()) console.log(board.name);
 * await sandbox.close();
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> =>
  startTwins(toPlay(options.vendors ?? []), options);

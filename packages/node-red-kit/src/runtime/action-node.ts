import {
  type CallOptions,
  customCall,
  type FileAnswer,
  HttpError,
  type Operation,
  operationOf,
  type Page,
  type Vendor,
} from '@patchbay/core';
import type { Node, NodeDef, NodeMessageInFlow, NodeStatus } from 'node-red';
import type { ActionConfig } from '../config.ts';
import { accountOf } from './account-node.ts';
import type { Host } from './host.ts';
import { asError, inBackground } from './in-background.ts';
import { busy, failed, isIncomplete, waiting } from './node-status.ts';
import { readInputs } from './read-inputs.ts';
import { readFileAnswer, saveFileAnswer } from './receive-file.ts';
import { sendRows } from './send-rows.ts';
import { type StatusLine, statusLine } from './status-line.ts';
import { workingFolder } from './typed-value.ts';

type Send = (message: NodeMessageInFlow) => void;

async function* announced(
  status: StatusLine,
  pages: AsyncIterable<Page>,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Page, void, undefined> {
  let page = 1;
  let left = limit;
  status.showSoon(busy('fetching page 1'));
  for await (const answer of pages) {
    yield answer;
    left -= answer.rows.length;
    if (answer.next !== undefined && left > 0) status.show(busy(`fetching page ${++page}`));
  }
}

/** The operation that a node is set to; one that is no definition of the vendor is the custom call. */
const operationFor = (vendor: Vendor, { resource, operation }: ActionConfig): Operation => {
  const custom = customCall(vendor);
  return `${resource}.${operation}` === custom.key ? custom : operationOf(vendor, `${resource}.${operation}`);
};

const receive = async (
  { RED }: Host,
  answer: FileAnswer,
  saveTo: string | undefined,
  signal: AbortSignal,
): Promise<object> => {
  if (saveTo) {
    const saved = await saveFileAnswer(answer, saveTo, workingFolder(RED), signal);
    return { payload: saved, file: saved };
  }
  const payload = await readFileAnswer(answer);
  return { payload, file: { name: answer.name, type: answer.type, size: payload.length } };
};

const operate = async (
  host: Host,
  node: Node,
  config: ActionConfig,
  message: NodeMessageInFlow,
  send: Send,
  signal: AbortSignal,
  status: StatusLine,
): Promise<NodeStatus> => {
  const { RED, vendor } = host;
  let rest: NodeStatus = {};
  const engine = accountOf(host, config.account).engine();
  const operation = operationFor(vendor, config);
  const { values, limit, offset, saveTo } = await readInputs(RED, node, operation, config, message);
  const options: CallOptions = {
    signal,
    caller: node.id,
    ...(config.keepSecrets && { raw: true }),
    onProgress: (progress) => {
      const words = waiting(progress);
      if (words) status.show(words);
      if (words && isIncomplete(progress)) rest = words;
    },
  };
  if (operation.definition.returns === 'many') {
    const rows = { ...(limit !== undefined && { limit }), ...(offset !== undefined && { offset }) };
    const pages = engine.pages(operation, values, { ...options, ...rows });
    await sendRows(RED, config.output, message, send as never, announced(status, pages, limit));
    return rest;
  }
  if (operation.definition.returns === 'file') {
    status.showSoon(busy('receiving'));
    const answer = await engine.download(operation, values, options);
    send(Object.assign(message, await receive(host, answer, saveTo, signal)));
    return rest;
  }
  status.showSoon(busy('sending'));
  const record = await engine.call(operation, values, options);
  send(Object.assign(message, { payload: record ?? {} }));
  return rest;
};

/** Constructor of the node that calls one operation for every message. Several messages may be under way at once. */
export const actionNode = (host: Host) =>
  function (this: Node, config: ActionConfig & NodeDef): void {
    host.RED.nodes.createNode(this, config);
    const calls = new Map<AbortController, Promise<void>>();
    let underWay = 0;
    this.on('input', (message, send, done) => {
      const controller = new AbortController();
      const status = statusLine(this);
      underWay++;
      const call = inBackground(host, async () => {
        try {
          const rest = await operate(host, this, config, message, send, controller.signal, status);
          status.end();
          underWay--;
          if (underWay === 0) this.status(rest);
          done();
        } catch (error) {
          status.end();
          underWay--;
          this.status(failed(error));
          if (error instanceof HttpError) message.statusCode = error.status;
          done(asError(error));
        }
      });
      calls.set(controller, call);
      void call.then(() => calls.delete(controller));
    });
    this.on('close', (done: () => void) => {
      for (const controller of calls.keys()) controller.abort();
      void Promise.all(calls.values()).then(() => done());
    });
  };

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { WireOrder } from './faults/wire-order.ts';

/** The connection that a request came on, for what a `Response` cannot say. */
export interface Connection {
  /** Where it stood on the wire when the request came, see `WireOrder` */
  readonly place: number;
  /** The client has left */
  isGone(): boolean;
  /** Calls back once the answer has left, with its place on the wire. */
  whenSent(listener: (place: number) => void): void;
  /** Resets the connection: the client gets no answer. */
  cut(): Response;
  /** Announces the whole content, sends its first half and resets the connection. */
  cutWithin(status: number, headers: OutgoingHttpHeaders, content: Buffer): Response;
}

/** The connection behind a request of the server. */
export const connectionOf = ({ incoming, outgoing }: HttpBindings, order: WireOrder): Connection => {
  // The server speaks HTTP/1 only.
  const request = incoming as IncomingMessage;
  const response = outgoing as ServerResponse;
  const { socket } = request;
  return {
    place: order.placeOf(socket),
    isGone: () => socket.destroyed,
    whenSent(listener) {
      response.once('finish', () => listener(order.answered(socket)));
    },
    cut() {
      socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    },
    cutWithin(status, headers, content) {
      response.writeHead(status, { ...headers, 'content-length': content.length });
      response.write(content.subarray(0, Math.floor(content.length / 2)), () => {
        // A reset may overtake what was written; the end of the stream does not.
        socket.destroySoon();
      });
      return RESPONSE_ALREADY_SENT;
    },
  };
};

import type { Socket } from 'node:net';

/** The order in which connections were opened and answers were sent, in counted steps: it does not depend on a clock. */
export interface WireOrder {
  /** To be called for every new connection. */
  opened(socket: Socket): void;
  /** To be called when an answer has left; gives the place of that answer. */
  answered(socket: Socket): number;
  /** Place of the last thing that the client has seen of a connection: its opening, or the last answer on it */
  placeOf(socket: Socket): number;
}

/** An order that begins. */
export const createWireOrder = (): WireOrder => {
  const places = new WeakMap<Socket, number>();
  let step = 0;
  return {
    opened(socket) {
      places.set(socket, ++step);
    },
    answered(socket) {
      const place = ++step;
      // The next request on this connection comes from someone who has read the answer.
      places.set(socket, ++step);
      return place;
    },
    placeOf: (socket) => places.get(socket) ?? 0,
  };
};

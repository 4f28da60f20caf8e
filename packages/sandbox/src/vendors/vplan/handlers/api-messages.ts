import type { Call } from '../../../rules.ts';

/** Remembers what a call used that is deprecated; `GET /api_message` tells it. The fields of a message are ours. */
export const noteDeprecated = ({ twin, operation, query, body }: Call): void => {
  const { store, random, scheduler } = twin;
  for (const { name, place, field } of operation.inputs) {
    if (!field.deprecated || !Object.hasOwn(place === 'query' ? query : body, name)) continue;
    const message = `${name} of ${operation.method} ${operation.path} is deprecated`;
    const known = store.rows('apiMessage').find((row) => row.message === message);
    const stamp = scheduler.stamp();
    const first = { id: random.uuid(), type: 'warning', message, created_at: stamp };
    store.put('apiMessage', { ...(known ?? first), updated_at: stamp });
  }
};

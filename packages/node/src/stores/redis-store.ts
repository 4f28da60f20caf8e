import type { TokenStore } from '@patchbay/core';

/** What is needed of a Redis client; `ioredis` has it. */
export interface RedisClient {
  eval(script: string, keys: number, ...values: (string | number)[]): Promise<unknown>;
}

// One hash a grant: revision, content, fence, until. Time is the server's: clients may differ by minutes.
const script = `
local key, call = KEYS[1], ARGV[1]
local function number(field) return tonumber(redis.call('HGET', key, field) or '0') end
if call == 'read' then
  return redis.call('HMGET', key, 'revision', 'content')
elseif call == 'write' then
  if number('revision') ~= tonumber(ARGV[2]) then return 0 end
  if ARGV[3] ~= '' and number('fence') ~= tonumber(ARGV[3]) then return 0 end
  redis.call('HINCRBY', key, 'revision', 1)
  if ARGV[4] then redis.call('HSET', key, 'content', ARGV[4]) else redis.call('HDEL', key, 'content') end
  return 1
elseif call == 'lease' then
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  if number('until') > now then return 0 end
  redis.call('HSET', key, 'until', string.format('%.0f', now + tonumber(ARGV[2])))
  return redis.call('HINCRBY', key, 'fence', 1)
elseif number('fence') == tonumber(ARGV[2]) then
  redis.call('HSET', key, 'until', '0')
end
return 0`;

/**
 * Tokens in Redis, for several machines. Compare-and-swap, lease and fence are one script, so each call is atomic. Redis has to
 * keep what it acknowledged (append-only file, no eviction): a server that comes back without the last pair has lost the grant.
 */
export const redisStore = (redis: RedisClient, prefix = 'patchbay:grant:'): TokenStore => {
  const run = (key: string, ...values: (string | number)[]): Promise<unknown> =>
    redis.eval(script, 1, prefix + key, ...values);
  return {
    read: async (key) => {
      const [revision, content] = (await run(key, 'read')) as (string | null)[];
      return { revision: Number(revision ?? 0), content: content ?? undefined };
    },
    write: async (key, revision, content, fence) =>
      (await run(key, 'write', revision, fence ?? '', ...(content === undefined ? [] : [content]))) === 1,
    lease: async (key, milliseconds) => Number(await run(key, 'lease', milliseconds)) || undefined,
    release: async (key, fence) => {
      await run(key, 'release', fence);
    },
  };
};

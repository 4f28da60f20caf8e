export { type AxiosTransportOptions, axiosTransport } from './axios-transport.ts';
export { nodeCrypto } from './stores/node-crypto.ts';
export { type RedisClient, redisStore } from './stores/redis-store.ts';
export { sealedStore } from './stores/sealed-store.ts';
export { type SettingsPlace, settingsStore } from './stores/settings-store.ts';
export { type SqliteStore, sqliteStore } from './stores/sqlite-store.ts';
export { systemClock } from './system-clock.ts';

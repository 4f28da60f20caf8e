export { type AxiosTransportOptions, axiosTransport } from './axios-transport.ts';
export { systemClock } from './system-clock.ts';

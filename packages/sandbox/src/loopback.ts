/** Whether a host name can only mean this machine. IPv6 as a URL has it, in brackets. */
export const isLoopbackHost = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '[::1]' ||
  /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name);

import { Agent } from 'node:http';
import axios from 'axios';

/** A client as people write it by hand: gets a URL, gives parsed JSON. */
export type BareClient = (url: string, headers?: Record<string, string>) => Promise<unknown>;

/** axios and undici's fetch (the one in Node.js), each with connections that are kept. */
export const bareClients = (): { readonly axios: BareClient; readonly fetch: BareClient; close(): void } => {
  const agent = new Agent({ keepAlive: true });
  const http = axios.create({ httpAgent: agent });
  return {
    axios: async (url, headers = {}) => (await http.get<unknown>(url, { headers })).data,
    fetch: async (url, headers = {}) => await (await fetch(url, { headers })).json(),
    close: () => agent.destroy(),
  };
};

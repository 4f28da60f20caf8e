import { createEngine, headerAuthorization, isConnectorError, type Row, type Vendor } from '@patchbay/core';
import { axiosTransport, systemClock } from '@patchbay/node';
import type { Outcome, Surface, VendorAccess } from './surface.ts';

/** The engine behind the typed client: what the other surfaces are held against. */
export const clientSurface = (vendor: Vendor, { baseUrl, credential }: VendorAccess): Surface => {
  const [scheme] = Object.values(vendor.auth);
  if (!scheme) throw new Error(`${vendor.label} has no way to authenticate`);
  const authorization = headerAuthorization(scheme, credential);
  const engine = createEngine(vendor, { baseUrl, authorization, transport: axiosTransport(), clock: systemClock });
  return {
    name: 'client',
    async call(operation, input, limit): Promise<Outcome> {
      try {
        if (operation.definition.returns === 'many') {
          const rows: Row[] = [];
          for await (const page of engine.pages(operation, input, { limit })) rows.push(...page.rows);
          return { rows };
        }
        const record = await engine.call(operation, input);
        return record ? { record } : { done: true };
      } catch (error) {
        if (isConnectorError(error)) return { code: error.code, message: error.message };
        throw error;
      }
    },
    close: async () => undefined,
  };
};

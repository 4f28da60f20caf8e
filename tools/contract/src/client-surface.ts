import {
  createEngine,
  headerAuthorization,
  type InputValues,
  isConnectorError,
  type Row,
  type Vendor,
} from '@patchbay/core';
import { axiosTransport, systemClock } from '@patchbay/node';
import { filesIn } from './sample-file.ts';
import type { Outcome, Surface, VendorAccess } from './surface.ts';

const withContents = (sample: InputValues): InputValues => ({
  ...sample,
  ...Object.fromEntries(
    filesIn(sample).map(([name, file]) => [name, Array.isArray(sample[name]) ? [file.asContent] : file.asContent]),
  ),
});

/** The engine behind the typed client: what the other surfaces are held against. */
export const clientSurface = (vendor: Vendor, { baseUrl, credential }: VendorAccess): Surface => {
  const [scheme] = Object.values(vendor.auth);
  if (!scheme) throw new Error(`${vendor.label} has no way to authenticate`);
  const ports = { baseUrl, transport: axiosTransport(), clock: systemClock };
  return {
    name: 'client',
    async call(operation, sample, limit, own = credential): Promise<Outcome> {
      const input = withContents(sample);
      // An engine of its own has a quota of its own.
      const engine = createEngine(vendor, { ...ports, authorization: headerAuthorization(scheme, own) });
      try {
        if (operation.definition.returns === 'many') {
          const rows: Row[] = [];
          for await (const page of engine.pages(operation, input, { limit })) rows.push(...page.rows);
          return { rows };
        }
        if (operation.definition.returns === 'file') {
          const { stream } = await engine.download(operation, input);
          return { file: await new Response(stream).text() };
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

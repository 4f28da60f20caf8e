import type { Operation } from '@patchbay/core';
import type { Editor } from './editor.ts';

/** What the form showed for an operation. */
interface Shown {
  readonly offered: boolean;
  /** Wire names of the inputs that have a row, or can be given one */
  readonly inputs: readonly string[];
}

/**
 * Chooses one operation after the other in the open dialog and looks at the form each time.
 * @returns what is shown otherwise than it should be; empty when all is well
 */
export const formProblems = async ({ inEditor }: Editor, operations: readonly Operation[]): Promise<string[]> => {
  const wanted = operations.map(({ resource, name }) => ({ resource: resource.name, name }));
  const shown = await inEditor<Shown[]>(`(() => {
    const choose = (id, value) => {
      const select = document.getElementById(id);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return select.value === value;
    };
    return ${JSON.stringify(wanted)}.map(({ resource, name }) => {
      const offered = choose('node-input-resource', resource) && choose('node-input-operation', name);
      if (!offered) return { offered, inputs: [] };
      const rows = [...document.querySelectorAll('#patchbay-fields [id^="patchbay-field-"]')].map(({ id }) =>
        id.slice('patchbay-field-'.length));
      const more = [...document.querySelectorAll('#patchbay-add option')].map(({ value }) => value).filter(Boolean);
      return { offered, inputs: [...rows, ...more] };
    });
  })()`);
  return operations.flatMap((operation, index) => {
    const names = new Set(shown[index]?.inputs);
    const missing = operation.inputs.filter(({ name, field }) => !field.deprecated && !names.has(name));
    if (!shown[index]?.offered) return [`${operation.key} is not offered`];
    return missing.map(({ name }) => `${operation.key} lacks ${name}`);
  });
};

/** Takes pictures of the help of these node types. */
export const shootHelp = async (
  { page, inEditor }: Editor,
  types: readonly string[],
  path: (type: string) => string,
): Promise<void> => {
  // The sidebar shows a few lines of it at a time; for the picture it may be as tall as it is.
  const innermost = '.red-ui-help:has(h3):not(:has(.red-ui-help))';
  const tall = await page.addStyleTag({
    content: `${innermost} { position: fixed; inset: 0 0 auto auto; z-index: 1000; width: 420px; height: auto !important;
      padding: 12px; overflow: visible; background: var(--red-ui-secondary-background); }`,
  });
  for (const type of types) {
    await inEditor(`RED.sidebar.help.show(${JSON.stringify(type)})`);
    const help = page.locator(innermost);
    await help.locator('h3:has-text("References")').waitFor();
    await help.screenshot({ path: path(type) });
  }
  await tall.evaluate((style) => (style as unknown as { remove(): void }).remove());
};

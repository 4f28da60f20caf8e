import type { Vendor } from '@patchbay/core';
import { type NodeLook, nodeDefinitions } from './definitions.ts';
import { formDriver } from './form-driver.ts';
import { helpTexts } from './help.ts';
import { type EditorOptions, editorModelOf } from './model.ts';
import { styles } from './styles.ts';
import { dialogTemplates } from './templates.ts';

export type { NodeLook } from './definitions.ts';
export type { EditorOptions } from './model.ts';

const script = (content: string): string => `<script type="text/javascript">\n${content}\n</script>`;

/**
 * The html file of a vendor's package: the form driver, the dialogs, the help, and one definition for each node that can be
 * read without running it. Everything in it follows from the vendor's definition.
 */
export const editorHtml = async (vendor: Vendor, look: NodeLook, options: EditorOptions = {}): Promise<string> => {
  const model = editorModelOf(vendor, options);
  const driver = model.names.settings;
  return `${[
    `<style>${styles}</style>`,
    script(await formDriver(model, driver)),
    ...dialogTemplates(model),
    ...helpTexts(vendor, model),
    ...nodeDefinitions(model, look, driver).map(script),
  ].join('\n')}\n`;
};

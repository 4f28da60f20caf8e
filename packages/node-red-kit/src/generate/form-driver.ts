import { fileURLToPath } from 'node:url';
import { Rolldown } from 'tsdown';
import type { EditorModel } from '../editor-model.ts';
import { literal } from './markup.ts';

/**
 * The browser code of the forms as one script, with what it knows of the vendor inside: the editor stops for ever when a
 * script that an html file refers to is missing, so there is none to refer to.
 * @param global name that the node definitions call it by
 */
export const formDriver = async (model: EditorModel, global: string): Promise<string> => {
  const bundle = await Rolldown.rolldown({
    input: fileURLToPath(new URL('../editor/forms.ts', import.meta.url)),
    platform: 'browser',
    resolve: { conditionNames: ['@patchbay/source', 'import'] },
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'patchbay', minify: true });
  await bundle.close();
  const code = output[0].code.trim().replaceAll('</script', '<\\/script');
  return `var ${global} = (function () {\n${code}\nreturn patchbay.createForms(${literal(model)});\n})();`;
};

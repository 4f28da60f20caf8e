import { backgroundNames, operationsOf, type Vendor } from '@patchbay/core';
import type { ActionModel, EditorModel, FormOperation } from '../editor-model.ts';

/** Whether an operation of the node answers in this way. */
export const returning = ({ resources }: ActionModel, returns: FormOperation['returns']): boolean =>
  resources.some(({ operations }) => operations.some((operation) => operation.returns === returns));

/** Whether an operation of the node takes a field of this kind. */
export const takes = ({ fields }: EditorModel, { resources }: ActionModel, kind: string): boolean =>
  resources.some(({ operations }) =>
    operations.some(({ required, optional }) =>
      [...required, ...optional].some((index) => fields[index]?.kind === kind || fields[index]?.item?.kind === kind),
    ),
  );

/** How files are given. */
export const fileInputHelp = [
  '**Files** are given as a Buffer, a stream, `{name, type, data}`, or a file on this machine: its path typed into the field, or `{path, name, type}`. A text in the message is no path, and nothing in `msg.payload` names a file of this machine unless the field itself points there; do not let strangers decide it. Buffers and paths can be sent again when a connection breaks, a stream cannot. A Buffer or stream without a name takes it from `msg.file` or `msg.filename`.',
  '',
];

/** What becomes of files that come. */
export const fileOutputHelp = [
  '**Files that are received** become a Buffer, up to 50 MB. With **Save to** they are written to that path as they come in, whatever their size, and `msg.payload` is `{name, type, size, path}`. A folder takes them under their own name; a file that is there is replaced when the new one is complete.',
  '',
];

/** How work in the background is waited for. */
export const waitingHelp = (vendor: Vendor, action: ActionModel): string[] => {
  const backgrounds = [...operationsOf(vendor).values()].flatMap(({ resource, name, definition: { background } }) => {
    const owner = action.resources.find((one) => one.name === resource.name);
    return background && owner?.operations.some((one) => one.name === name) ? [background] : [];
  });
  return [...new Map(backgrounds.map((one) => [one.what, one])).values()].flatMap((background) => {
    const { what, ceiling } = background;
    const { wait, seconds, settled } = backgroundNames(background);
    return [
      `**Waiting for ${what}**: ${vendor.label} answers before it has made them. With \`${wait}\` the node looks for new ${what} until no more come, ${ceiling} seconds at most unless \`${seconds}\` says otherwise, and the record holds them as \`${what}\`. When the time was up first, \`${settled}\` is false and the status of the node stays at "${what} incomplete".`,
      '',
    ];
  });
};

/** How conditions and orders are made. */
export const conditionHelp = ({ label }: Vendor): string[] => [
  `**Conditions and orders** are put together in the form, written as ${label} writes them, or given by an expression: conditions as \`{"all": [{"field", "operator", "value", "not"}]}\` or \`{"any": […]}\`, which may be nested, and turned round with \`"not": true\`; in the form, a **group** holds conditions of its own; an order as \`[{"field", "direction"}]\`.`,
  '',
];

import { element } from './element.ts';
import type { RowOptions } from './field-row.ts';

/** The line above a field: its names, what is particular about it, and the button that takes it away. */
export const headOf = ({ field, role, onRemove }: RowOptions, hintId: string): HTMLElement => {
  const head = element('div', { className: 'patchbay-head' }, element('span', { textContent: field.label }));
  const mark = (textContent: string) => head.append(element('span', { className: 'patchbay-mark', textContent }));
  if (role === 'required' && field.default === undefined) mark('required');
  if (role === 'choosing') mark('narrows lists');
  if (field.deprecated) mark('deprecated');
  head.append(element('code', { textContent: field.name, title: field.name }));
  if (role === 'optional') {
    const button = element('button', {
      type: 'button',
      className: 'red-ui-button red-ui-button-small',
      title: `Remove ${field.label}`,
      onclick: onRemove,
      aria: { label: `Remove ${field.label}`, describedby: hintId },
    });
    button.append(element('i', { className: 'fa fa-times' }));
    head.append(button);
  }
  return head;
};

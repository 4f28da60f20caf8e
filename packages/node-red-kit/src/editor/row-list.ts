import { element } from './element.ts';
import { $ } from './red.ts';

/** What a list of rows is made with. */
export interface RowListOptions<Data> {
  /** For those who cannot see it */
  readonly label: string;
  /** What a row is called */
  readonly addLabel: string;
  /** Rows that come with data, each with a button of its own */
  readonly others?: readonly { readonly addLabel: string; readonly data: Data }[];
  readonly given: readonly Data[];
  /** Fills a row; gives back how to read it. A new row comes without data */
  readonly fill: (row: HTMLElement, data: Partial<Data>, onChange: () => void) => () => Data;
  readonly onChange: () => void;
}

/** Rows that can be added, moved and taken away. */
export interface RowList<Data> {
  readonly element: HTMLElement;
  read(): Data[];
}

/** Builds Node-RED's editableList for rows that hold data. */
export const createRowList = <Data extends object>(options: RowListOptions<Data>): RowList<Data> => {
  const { label, addLabel, others = [], given, fill, onChange } = options;
  const list = element('ol');
  const holder = element('div', { className: 'patchbay-list-holder' }, list);
  const readers = new WeakMap<Element, () => Data>();
  // A row may hold a list of its own.
  const read = (): Data[] =>
    [...list.querySelectorAll(':scope > li > .patchbay-list-row')].flatMap((row) => readers.get(row)?.() ?? []);
  // The editor adds the first rows before anybody may ask what is in the list.
  let ready = false;
  const changed = (): void => {
    if (ready) onChange();
  };
  const widget = $(list).editableList<Data>({
    addButton: addLabel,
    buttons: others.map((other) => ({
      label: other.addLabel,
      icon: 'fa fa-plus',
      click: () => widget.editableList('addItem', other.data),
    })),
    height: 'auto',
    removable: true,
    sortable: true,
    ariaLabel: label,
    addItem({ 0: row }, _, data) {
      if (!row) return;
      row.classList.add('patchbay-list-row');
      row.parentElement?.querySelector(':scope > a')?.setAttribute('aria-label', `Remove from ${label.toLowerCase()}`);
      readers.set(row, fill(row, data, changed));
      changed();
    },
    removeItem() {
      changed();
      // The keyboard goes on from here: what had the focus is gone.
      if (document.activeElement === document.body)
        holder.querySelector<HTMLElement>(':scope > .red-ui-editableList > button')?.focus();
    },
    sortItems: changed,
  });
  for (const data of given.length > 0 ? given : [{}]) widget.editableList('addItem', data);
  ready = true;
  return { element: holder, read };
};

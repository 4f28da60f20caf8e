import type { Choice } from '@patchbay/core';
import { element } from './element.ts';
import { createPickList, type FindChoices } from './pick-list.ts';

/** What is chosen, where it comes from and where it goes. */
export interface PickButtonOptions {
  /** As people call it: "Board" */
  readonly label: string;
  readonly find: FindChoices;
  readonly onPick: (choice: Choice) => void;
}

/** A button that opens a list to choose a record from; each is to be put where it belongs. */
export const pickButton = ({ label, find, onPick }: PickButtonOptions) => {
  const button = element('button', {
    type: 'button',
    className: 'red-ui-button',
    title: `Choose ${label}`,
    aria: { label: `Choose ${label}` },
  });
  button.append(element('i', { className: 'fa fa-search' }));
  const list = createPickList({ what: label.toLowerCase(), opener: button, find, onPick });
  return {
    button,
    list: list.element,
    refresh: list.refresh,
    remove(): void {
      button.remove();
      list.element.remove();
    },
  };
};

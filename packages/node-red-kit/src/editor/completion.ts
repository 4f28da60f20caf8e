import { $, type Completion } from './red.ts';

/** Completions by any part of what is typed. */
export const completionsFrom =
  (values: readonly string[]) =>
  (typed: string): Completion[] =>
    values
      .filter((value) => value.toLowerCase().includes(typed.trim().toLowerCase()))
      .map((value) => ({ value, label: value }));

const menu = '.red-ui-autoComplete-container';

/**
 * Opens the completions of an empty input as soon as it is entered. The widget itself waits for a key, and takes the first
 * completion for Tab and Enter: nobody has chosen that one by going through the form.
 * @param isOffering whether the input has completions just now
 */
export const offerWhenEmpty = (input: HTMLInputElement, isOffering: () => boolean = () => true): void => {
  const offer = (): void => {
    if (input.value === '' && isOffering()) input.dispatchEvent(new KeyboardEvent('keyup'));
  };
  input.addEventListener('focus', ({ relatedTarget }) => {
    // The menu gives the focus back when it is closed.
    if (relatedTarget instanceof Element && !relatedTarget.closest(menu)) offer();
  });
  input.addEventListener('click', offer);
  input.addEventListener(
    'keydown',
    ({ key }) => {
      if (input.value === '' && (key === 'Tab' || key === 'Enter')) $(input).autoComplete('instance')?.menu?.hide();
    },
    true,
  );
};

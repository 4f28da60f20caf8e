type Properties<Name extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[Name], 'style' | 'children'>
> & { readonly aria?: Readonly<Record<string, string>> };

/**
 * A new element with properties and children. Text goes in as text: what a vendor or a user wrote is never read as HTML.
 * @param properties of the element; `aria` for those attributes, without their prefix
 */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties<Name> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  const { aria, ...rest } = properties;
  Object.assign(made, rest);
  for (const [attribute, value] of Object.entries(aria ?? {})) made.setAttribute(`aria-${attribute}`, value);
  made.append(...children);
  return made;
};

/**
 * An element of the open dialog.
 * @throws Error when the template lacks it
 */
export const byId = <Kind extends HTMLElement>(id: string): Kind => {
  const found = document.getElementById(id);
  if (found) return found as Kind;
  throw new Error(`The form has no ${id}`);
};

/** An option of a select. */
export const option = (value: string, label: string, title = ''): HTMLOptionElement =>
  element('option', { value, title, textContent: label });

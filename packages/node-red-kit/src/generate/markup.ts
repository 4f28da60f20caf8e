/** Text as it may stand between tags and in attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A value as a JavaScript literal that cannot end the script it stands in. */
export const literal = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

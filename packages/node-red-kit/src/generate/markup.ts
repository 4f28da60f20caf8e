/** A value as a JavaScript literal that cannot end the script it stands in. */
export const literal = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * Markdown for words in the midst of a line. Node-RED takes a colon, brackets and another colon for an entry of a list of
 * properties, wherever they stand; addresses are left alone.
 */
export const inLine = (words: string): string => words.replace(/:(?!\/\/)/g, '&#58;');

const maxDepth = 200;

/** Where the text that starts here ends: at a quote behind an even number of backslashes. */
const endOfText = (content: string, start: number): number => {
  for (let end = content.indexOf('"', start + 1); end >= 0; end = content.indexOf('"', end + 1)) {
    let slashes = 0;
    while (content.charCodeAt(end - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return content.length;
};

const depthOf = (content: string): number => {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < content.length; index++) {
    const character = content.charCodeAt(index);
    if (character === 0x22) index = endOfText(content, index);
    else if (character === 0x7b || character === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (character === 0x7d || character === 0x5d) depth--;
  }
  return deepest;
};

/**
 * Parses JSON from outside. `__proto__` becomes an ordinary property.
 * @throws SyntaxError when it is no JSON
 * @throws RangeError when it is nested deeper than 200 levels, which the hosts' own recursive code could not survive
 */
export const parseJson = (content: string): unknown => {
  if (depthOf(content) > maxDepth) throw new RangeError(`The JSON is nested deeper than ${maxDepth} levels`);
  return JSON.parse(content);
};

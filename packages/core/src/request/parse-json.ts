const maxDepth = 200;

const depthOf = (content: string): number => {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < content.length; index++) {
    const character = content.charCodeAt(index);
    if (inText) {
      if (character === 0x5c) index++;
      else if (character === 0x22) inText = false;
    } else if (character === 0x22) inText = true;
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

const acronyms: Readonly<Record<string, string>> = { api: 'API', id: 'ID', ids: 'IDs', json: 'JSON', url: 'URL' };
const small = new Set(['a', 'and', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to']);

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s._-]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());

/** A name as people read it, in title case: `board_id` is "Board ID", `moveToBoard` is "Move to Board". */
export const labelOf = (name: string): string =>
  wordsOf(name)
    .map((word, index, words) => {
      const acronym = acronyms[word];
      if (acronym) return acronym;
      return index > 0 && index < words.length - 1 && small.has(word)
        ? word
        : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(' ');

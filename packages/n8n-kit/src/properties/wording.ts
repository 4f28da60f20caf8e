import type { Field } from '@patchbay/core';

const lowerFirst = (text: string): string =>
  // An abbreviation stays as it is.
  /^[A-Z][A-Z\d]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** What begins with its subject and says something of it. */
const statement =
  /^(?!Even|Only)\w.* (is|are|was|were|has|have|can|may|must|did|does|runs|exists|belongs|comes?|connects?|counts?|decides?|sees?)\b/;
/** What is said of the record itself. */
const trait = /^(Agrees|Belongs|Can|Gives|Has|Is|Knows|May|Must|Opens|Sends|Takes|Was)\b/;
const participle = /^(?!Open\b|Even\b)[A-Z]\w*(ed|en)\b(?!.* (ones|projects|records)\b)/;
const imperative =
  /^(Add|Answer|Ask|Cancel|Charge|Clear|Confirm|Count|Follow|Give|Ignore|Include|Keep|Leave|Mail|Make|Mark|Move|Open|Pay|Plan|Record|Remove|Replace|Return|Send|Show|Tell|Use|Wait|Warn)\b/;
const more = /\b(too|as well)\b| instead of /;

/** A flag's description as n8n wants it: "Whether …". */
export const whether = (description: string): string => {
  const text = lowerFirst(description);
  if (/^It \w+/.test(description)) return `Whether ${text}`;
  if (imperative.test(description)) return `Whether to ${text}`;
  if (trait.test(description)) return `Whether it ${text}`;
  if (participle.test(description)) return `Whether it is ${text}`;
  if (/^Only\b/.test(description)) return `Whether to return ${text}`;
  if (statement.test(description)) return `Whether ${text}`;
  if (more.test(description)) return `Whether to include ${text}`;
  return `Whether this applies: ${description}`;
};

const namesShown = 8;

/** A text as n8n shows it: it reads descriptions as HTML, and wants a period behind the last of several sentences. */
export const shownText = (text: string): string => {
  const shown = text.replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return /\. [A-Z]/.test(shown) && !shown.endsWith('.') ? `${shown}.` : shown;
};

const small = /^(an?|and|are|as|at|be|by|for|from|in|is|it|its|of|on|or|that|the|this|to|whether|which|with)$/;

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z\d]+|(?<=[a-z])(?=\d)/)
    .filter((word) => word !== '' && !small.test(word));

const wordsFor = (field: Field): string => {
  const { kind, item, unit, suggestions, nullable } = field;
  if (kind === 'file') return `${field.description} (name of the field with the file)`;
  if (item?.kind === 'file') return `${field.description} (comma-separated names of the fields with the files)`;
  const subject =
    kind === 'flag'
      ? whether(field.description)
      : kind === 'list' && item && !['object', 'json'].includes(item.kind)
        ? `Comma-separated ${lowerFirst(field.description)}`
        : field.description;
  const such = suggestions ? `, such as ${suggestions.slice(0, namesShown).join(', ')}` : '';
  const remarks = [unit && `in ${unit}`, nullable && 'empty clears it'].filter(Boolean).join('; ');
  return `${subject}${such}${remarks && ` (${remarks})`}`;
};

/** What the form says about a field, beside its name. */
export const describe = (field: Field): string => shownText(wordsFor(field));

const isSaidBy = (displayName: string, text: string): boolean => {
  const named = wordsIn(displayName);
  return wordsIn(text).every((word) => named.includes(word));
};

/** A description to stand beside a name, unless it only says the name again: "Name of the source" beside "Source Name". */
export const descriptionBeside = (displayName: string, description: string): { description?: string } =>
  isSaidBy(displayName, description) ? {} : { description };

/** The same for what the form says about a field. */
export const fieldDescription = (displayName: string, field: Field): { description?: string } =>
  field.kind === 'flag' && isSaidBy(displayName, field.description)
    ? {}
    : descriptionBeside(displayName, describe(field));

/** Words of a summary as a name in title case: "of all collections" is "of All Collections". */
export const titleCase = (text: string): string =>
  text.replace(/\S+/g, (word, at: number) =>
    at > 0 && /^(a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/.test(word)
      ? word
      : word.charAt(0).toUpperCase() + word.slice(1),
  );

/** A label as n8n wants names: its last word has a capital, however small it is. */
export const shownName = (label: string): string =>
  label.replace(/[a-z]\w*$/, (word, at: number) =>
    at === 0 || label[at - 1] === ' ' ? word.charAt(0).toUpperCase() + word.slice(1) : word,
  );

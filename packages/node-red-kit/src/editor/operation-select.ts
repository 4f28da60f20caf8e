import type { Choice, Choices } from '@patchbay/core';
import type { ActionModel, FormOperation, FormResource, Standing } from '../editor-model.ts';
import { element, option } from './element.ts';

const titles: Readonly<Record<Standing, string>> = {
  other: 'Other ways',
  unconfirmed: 'Not confirmed by the documentation',
  deprecated: 'Deprecated',
};

/** Options for the operations of a resource; what is not usual stands in groups of its own below the rest. */
export const operationOptions = ({ operations }: FormResource): HTMLElement[] => {
  const of = (standing: Standing | undefined): HTMLOptionElement[] =>
    operations
      .filter((operation) => operation.standing === standing)
      .map(({ name, label, summary }) => option(name, summary, label));
  const groups = (['other', 'unconfirmed', 'deprecated'] as const).flatMap((standing) => {
    const options = of(standing);
    return options.length > 0 ? [element('optgroup', { label: titles[standing] }, ...options)] : [];
  });
  return [...of(undefined), ...groups];
};

interface Entry {
  readonly choice: Choice;
  /** All that can be searched for */
  readonly text: string;
  readonly title: string;
  readonly resource: string;
  readonly usual: boolean;
}

const marks: Readonly<Record<Standing, string>> = {
  other: 'other way',
  unconfirmed: 'not confirmed',
  deprecated: 'deprecated',
};

const entryOf = ({ name, label }: FormResource, operation: FormOperation): Entry => {
  const title = `${label}: ${operation.summary}`;
  const { standing } = operation;
  return {
    choice: {
      id: `${name}.${operation.name}`,
      title: standing ? `${title} (${marks[standing]})` : title,
    },
    text: `${title} ${operation.label} ${name}.${operation.name}`.toLowerCase(),
    title: title.toLowerCase(),
    resource: label.toLowerCase(),
    usual: standing === undefined,
  };
};

const pageSize = 40;

/**
 * Finds operations by words, in any order, over all resources: usual ones first, of these the ones of a resource of that
 * name, then those whose title begins with it.
 */
export const operationFinder = ({ resources }: ActionModel): ((query: string, after?: string) => Choices) => {
  const entries = resources.flatMap((resource) => resource.operations.map((operation) => entryOf(resource, operation)));
  return (query, after = '0') => {
    const typed = query.trim().toLowerCase();
    const words = typed.split(/\s+/);
    const nearness = ({ resource, title }: Entry): number => (resource === typed ? 0 : title.startsWith(typed) ? 1 : 2);
    const rank = (entry: Entry): number => (entry.usual ? 0 : 3) + nearness(entry);
    const found = entries
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .toSorted((one, other) => rank(one) - rank(other));
    const end = Number(after) + pageSize;
    return {
      choices: found.slice(Number(after), end).map(({ choice }) => choice),
      ...(end < found.length && { next: String(end) }),
    };
  };
};

type Content = Readonly<Record<string, unknown>>;

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of content with a value at a dotted path; `''` is the content itself. What stands in the way is replaced. */
export const setAt = (content: unknown, path: string, value: unknown): unknown => {
  if (path === '') return value;
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  const own = isContent(content) ? content : {};
  return { ...own, [name]: setAt(own[name], rest.join('.'), value) };
};

/** The first of a definition's paths: the one that a twin answers with. */
export const firstPath = (paths: string | readonly string[]): string =>
  typeof paths === 'string' ? paths : (paths[0] ?? '');

/** Begins a text that stands for an object that is there already. */
export const mark = '~';

const code = mark.charCodeAt(0);

/** The definition in data that `packed` made when the package was built, with each mark replaced by its object. */
export const unpacked = (data: unknown): unknown => {
  const objects: unknown[] = [];
  const settle = (object: object): void => {
    objects.push(object);
    const entries = object as Record<string, unknown>;
    for (const name in entries) {
      const entry = entries[name];
      if (typeof entry === 'object' && entry !== null) settle(entry);
      else if (typeof entry === 'string' && entry.charCodeAt(0) === code)
        entries[name] = objects[Number.parseInt(entry.slice(1), 36)];
    }
  };
  settle(data as object);
  return data;
};

/** A deep copy of a template in which `{name}` stands for a value; a text that is only `{name}` becomes the value itself. */
const fill = (template: unknown, values: Readonly<Record<string, unknown>>): unknown => {
  if (typeof template === 'string') {
    const whole = /^\{(\w+)\}$/.exec(template)?.[1];
    if (whole !== undefined) return values[whole];
    return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  }
  if (Array.isArray(template)) return template.map((entry) => fill(entry, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, entry]) => [name, fill(entry, values)]));
};

/** `fill` for the input of an operation. */
export const fillInput = (
  template: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> => fill(template, values) as Record<string, unknown>;

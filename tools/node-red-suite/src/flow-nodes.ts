/** A node that stands on the tab of the tests. */
export const onTab = (
  id: string,
  type: string,
  properties: object = {},
  wires: readonly (readonly string[])[] = [],
) => ({
  id,
  type,
  z: 'tab',
  x: 100,
  y: 100,
  wires,
  ...properties,
});

/** The tab itself. */
export const tab = { id: 'tab', type: 'tab', label: 'Test' };

/** A debug node that only takes messages, for the recorder to see. */
export const sink = (id: string) => onTab(id, 'debug', { active: false });

/** A typedInput's pair for a fixed value: JSON for what is no text. */
export const fixed = (value: unknown): { type: string; value: string } =>
  typeof value === 'string' ? { type: 'str', value } : { type: 'json', value: JSON.stringify(value) };

/** An action node with the account of the tests, as the editor saves it unless told otherwise. */
export const actionNode = (type: string, id: string, properties: object, wires: readonly (readonly string[])[] = []) =>
  onTab(
    id,
    type,
    {
      name: '',
      account: 'account',
      fields: {},
      fromPayload: 'none',
      output: 'array',
      limit: { type: 'num', value: '' },
      saveTo: { type: 'str', value: '' },
      keepSecrets: false,
      version: 1,
      ...properties,
    },
    wires,
  );

/** A trigger node with the account of the tests, reached on loopback. */
export const triggerNode = (type: string, properties: object = {}) =>
  onTab(
    'trigger',
    `${type}-trigger`,
    {
      name: 'New work',
      account: 'account',
      events: [],
      needs: {},
      callbackBase: '',
      raw: false,
      version: 1,
      ...properties,
    },
    [['sink']],
  );

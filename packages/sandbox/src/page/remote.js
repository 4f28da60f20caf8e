const answerOf = async (response) => {
  const content = await response.json().catch(() => ({ problem: `The sandbox answered ${response.status}` }));
  if (!response.ok) throw new Error(content.problem ?? `The sandbox answered ${response.status}`);
  return content;
};

/** Reads JSON from the sandbox. */
export const read = async (path) => answerOf(await fetch(`/_sandbox/${path}`));

/** Sends JSON to the sandbox. */
export const send = async (path, content = {}) =>
  answerOf(
    await fetch(`/_sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
    }),
  );

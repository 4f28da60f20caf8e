/** A secret where none may be. */
export interface Finding {
  readonly kind: string;
  /** The line it stands in, with the secret masked, and cut around it */
  readonly excerpt: string;
}

/** All that the sandbox's twins give out as secret begins in a way of its own, so that it is found wherever it turns up. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['key, token, code or client secret', /sandbox-[0-9a-f]{16,}/g],
  ['personal access token', /nft_user_sandbox[0-9a-f]{8,}/g],
  ['access token (JWT)', /eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.[\w-]{20,}/g],
];

const around = 160;

/** The secrets of sandboxes in a text. */
export const secretsIn = (text: string): Finding[] =>
  kinds.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: secret, index }) => {
      const before = text
        .slice(Math.max(0, index - around), index)
        .split('\n')
        .at(-1);
      const after = text.slice(index + secret.length, index + secret.length + around).split('\n')[0];
      return { kind, excerpt: `${before}[${secret.slice(0, 12)}…]${after}` };
    }),
  );

import type { OAuthApp } from './apps.ts';

/** What somebody allowed, until the app asks for its tokens. */
export interface Code {
  readonly app: OAuthApp;
  readonly redirectUri: string;
  readonly state: string | undefined;
  /** As they were asked for */
  readonly scopes: readonly string[];
  /** RFC 7636 */
  readonly challenge: { readonly value: string; readonly method: string } | undefined;
  readonly expiresAt: number;
  spent: boolean;
}

/** Codes that were given out. */
export interface Codes {
  /** @returns the code that stands for it */
  give(code: Omit<Code, 'expiresAt' | 'spent'>): string;
  find(code: string): Code | undefined;
  clear(): void;
}

const keptCodes = 1000;

/**
 * Codes on the given clock.
 * @param seconds that a code lives
 */
export const createCodes = (now: () => number, secret: () => string, seconds: number): Codes => {
  const codes = new Map<string, Code>();
  return {
    give(code) {
      const text = secret();
      codes.set(text, { ...code, expiresAt: now() + seconds * 1000, spent: false });
      const [oldest] = codes.keys();
      if (codes.size > keptCodes && oldest !== undefined) codes.delete(oldest);
      return text;
    },
    find: (code) => codes.get(code),
    clear: () => codes.clear(),
  };
};

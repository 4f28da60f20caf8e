/** One thing that n8n's rules do not accept. Warnings are findings too: reviewers ask for them. */
export interface Finding {
  /** Path inside the folder that was checked. */
  file: string;
  /** Counted from 1; 0 when the finding is about the whole file. */
  line: number;
  /** The rule's id with its plugin, or `not-parsed`. */
  rule: string;
  message: string;
}

/**
 * Checks the sources of an n8n community package (`package.json`, `nodes/`, `credentials/`) by the rules of `n8n-node lint`.
 * @throws Error when the folder has no package.json.
 */
export function lintFolder(folder: string): Promise<Finding[]>;

/**
 * Checks built JavaScript as n8n's scanner checks a published package: a package folder's `dist/` and `package.json`,
 * or every JavaScript file of a folder that has no package.json.
 * @throws Error when there is no JavaScript, so that a forgotten build is not taken for a clean one.
 */
export function lintPublished(folder: string): Promise<Finding[]>;

/** The files of a package that the two checks read, relative to it. */
export function checkedFiles(folder: string): string[];

import type { Operation } from '@patchbay/core';

/** The operation that a method and path stand for, with the decoded path parameters. */
export interface RouteMatch {
  readonly operation: Operation;
  /** Further operations with the same method and path; the content may tell that one of them is meant */
  readonly others: readonly Operation[];
  readonly path: Readonly<Record<string, string>>;
}

/** What a router says: a match, the methods that the path has instead, or nothing at all. */
export type Routing = RouteMatch | { readonly allowed: readonly string[] } | undefined;

interface Route {
  readonly operation: Operation;
  readonly segments: readonly string[];
}

const isParameter = (segment: string): boolean => segment.startsWith('{');

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

const fits = ({ segments }: Route, given: readonly string[]): boolean =>
  segments.length === given.length &&
  segments.every((segment, index) => (isParameter(segment) ? given[index] !== '' : segment === given[index]));

const fixedCount = ({ segments }: Route): number => segments.filter((segment) => !isParameter(segment)).length;

/** Finds operations by method and (still encoded) path, from their definitions. A fixed segment wins over a parameter. */
export const createRouter = (operations: Iterable<Operation>): ((method: string, path: string) => Routing) => {
  const routes: Route[] = [...operations].map((operation) => ({ operation, segments: operation.path.split('/') }));
  return (method, path) => {
    const given = path.split('/');
    const decodedSegments = given.map(decoded);
    if (decodedSegments.includes(undefined)) return undefined;
    const fitting = routes.filter((route) => fits(route, given));
    const most = Math.max(...fitting.map(fixedCount));
    const candidates = fitting.filter((route) => fixedCount(route) === most);
    const [found, ...others] = candidates.filter(({ operation }) => operation.method === method);
    if (!found) {
      const allowed = [...new Set(candidates.map(({ operation }) => operation.method))];
      return allowed.length > 0 ? { allowed } : undefined;
    }
    const parameters = found.segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), decodedSegments[index] as string] as const] : [],
    );
    return {
      operation: found.operation,
      others: others.map(({ operation }) => operation),
      path: Object.fromEntries(parameters),
    };
  };
};

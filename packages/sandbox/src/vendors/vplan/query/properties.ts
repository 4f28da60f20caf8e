/** Property names, each with those wanted inside; an empty one stands for all that is inside. */
interface Tree {
  [name: string]: Tree;
}

// Without a prototype, `__proto__` is a name like any other.
const emptyTree = (): Tree => Object.create(null) as Tree;

const treeOf = (paths: readonly string[]): Tree => {
  const tree = emptyTree();
  for (const path of paths) {
    let level = tree;
    for (const name of path.split('.')) {
      level[name] ??= emptyTree();
      level = level[name];
    }
  }
  return tree;
};

const isWhole = (tree: Tree): boolean => Object.keys(tree).length === 0;

/** What either tree names; all, when one of them does. */
const union = (one: Tree, other: Tree): Tree => {
  const both = emptyTree();
  if (isWhole(one) || isWhole(other)) return both;
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
    both[name] = one[name] && other[name] ? union(one[name], other[name]) : ((one[name] ?? other[name]) as Tree);
  return both;
};

const branch = (tree: Tree, name: string): Tree | undefined => {
  const [own, every] = [tree[name], tree['*']];
  return own && every ? union(own, every) : (own ?? every);
};

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

const shown = (value: unknown, tree: Tree): unknown => {
  if (isWhole(tree) || !isNested(value)) return value;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const wanted = branch(tree, name);
    return wanted ? [[name, shown(inner, wanted)] as const] : [];
  });
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
};

const hidden = (value: unknown, tree: Tree): unknown => {
  if (!isNested(value)) return value;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const unwanted = branch(tree, name);
    if (!unwanted) return [[name, inner] as const];
    return isWhole(unwanted) ? [] : [[name, hidden(inner, unwanted)] as const];
  });
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
};

type Content = Readonly<Record<string, unknown>>;

/** Keeps the named properties only: `name`, `status.name`, `stages.*.name`, `stages.0.name`. */
export const showProperties = (row: Content, paths: readonly string[]): Content => shown(row, treeOf(paths)) as Content;

/** Leaves the named properties out. */
export const hideProperties = (row: Content, paths: readonly string[]): Content =>
  hidden(row, treeOf(paths)) as Content;

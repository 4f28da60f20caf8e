/** An operation as the form's conditions name it. */
export interface Place {
  readonly resource: string;
  /** n8n's value of the operation */
  readonly operation: string;
}

/** Values that resource and operation may have. n8n shows a property when each of the two that is named has one of them. */
export type Condition = Partial<Record<keyof Place, string[]>>;

const groupedBy = (places: readonly Place[], part: keyof Place, other: keyof Place): Map<string, Set<string>> => {
  const groups = new Map<string, Set<string>>();
  for (const place of places) {
    const group = groups.get(place[part]);
    if (group) group.add(place[other]);
    else groups.set(place[part], new Set([place[other]]));
  }
  return groups;
};

/** Finds the conditions that hold for some places and for no other one. */
export type FindConditions = (wanted: readonly Place[]) => Condition[];

/** Tells whether a single condition holds for some places and for no other one of `all`. */
export const oneConditionAmong = (all: readonly Place[]): ((wanted: readonly Place[]) => boolean) => {
  const operationsOf = groupedBy(all, 'resource', 'operation');
  return (wanted) => {
    const resources = new Set(wanted.map(({ resource }) => resource));
    const operations = new Set(wanted.map(({ operation }) => operation));
    let there = 0;
    for (const resource of resources)
      for (const operation of operationsOf.get(resource) ?? []) if (operations.has(operation)) there++;
    return there === wanted.length;
  };
};

/** A block of the table of resources and operations; every place in it is wanted, or does not exist. */
interface Block {
  readonly resources: readonly string[];
  readonly operations: readonly string[];
  readonly places: readonly Place[];
}

/**
 * Finds few conditions that hold for some places and for no other one of `all`. A condition names resources and operations
 * apart, so it holds for a whole block of the table of both: places are covered by blocks in which nothing unwanted exists,
 * and no place by two of them.
 */
export const conditionsAmong = (all: readonly Place[]): FindConditions => {
  const operationsOf = groupedBy(all, 'resource', 'operation');
  const resourcesOf = groupedBy(all, 'operation', 'resource');
  const isOneBlock = oneConditionAmong(all);

  const conditionFor = ({ resources, operations }: Block): Condition => {
    const ofOperations = (): boolean => {
      const inside = new Set(operations);
      return resources.every((resource) => [...(operationsOf.get(resource) ?? [])].every((name) => inside.has(name)));
    };
    const ofResources = (): boolean => {
      const inside = new Set(resources);
      return operations.every((operation) => [...(resourcesOf.get(operation) ?? [])].every((name) => inside.has(name)));
    };
    if (ofResources()) return { operation: [...operations] };
    if (ofOperations()) return { resource: [...resources] };
    return { resource: [...resources], operation: [...operations] };
  };

  const distinct = (places: readonly Place[], part: keyof Place): string[] => [
    ...new Set(places.map((place) => place[part])),
  ];

  const blocksOf = (wanted: readonly Place[]): Block[] => {
    if (isOneBlock(wanted))
      return [{ resources: distinct(wanted, 'resource'), operations: distinct(wanted, 'operation'), places: wanted }];
    const byResource = groupedBy(wanted, 'resource', 'operation');
    const byOperation = groupedBy(wanted, 'operation', 'resource');
    const isWanted = (resource: string, operation: string): boolean =>
      byResource.get(resource)?.has(operation) ?? false;
    const block = (resources: readonly string[], operations: readonly string[]): Block => {
      const rows = new Set(resources);
      const columns = new Set(operations);
      return {
        resources,
        operations,
        places: wanted.filter(({ resource, operation }) => rows.has(resource) && columns.has(operation)),
      };
    };
    /** As many resources as fit beside these operations, and the other way round. */
    const forOperations = (operations: readonly string[]): Block =>
      block(
        [...byResource.keys()].filter((resource) => {
          const own = operationsOf.get(resource);
          const there = operations.filter((operation) => own?.has(operation));
          return there.length > 0 && there.every((operation) => isWanted(resource, operation));
        }),
        operations,
      );
    const forResources = (resources: readonly string[]): Block =>
      block(
        resources,
        [...byOperation.keys()].filter((operation) => {
          const own = resourcesOf.get(operation);
          const there = resources.filter((resource) => own?.has(resource));
          return there.length > 0 && there.every((resource) => isWanted(resource, operation));
        }),
      );
    const found = new Map<string, Block>();
    const offer = (candidate: Block): void => {
      const key = `${candidate.resources.join()}|${candidate.operations.join()}`;
      if (!found.has(key)) found.set(key, candidate);
    };
    for (const operations of byResource.values()) offer(forOperations([...operations]));
    for (const resources of byOperation.values()) offer(forResources([...resources]));
    const everywhere = [...byOperation].filter(([name, resources]) => resources.size === resourcesOf.get(name)?.size);
    if (everywhere.length > 1) offer(forOperations(everywhere.map(([name]) => name)));
    return [...found.values()];
  };

  return (wanted) => {
    if (wanted.length === all.length) return [{}];
    const conditions: Condition[] = [];
    let left = wanted;
    while (left.length > 0) {
      // What is covered already counts as unwanted: n8n would show a property twice where two conditions hold.
      const best = blocksOf(left).reduce((most, block) => (block.places.length > most.places.length ? block : most));
      const covered = new Set(best.places);
      left = left.filter((place) => !covered.has(place));
      conditions.push(conditionFor(best));
    }
    return conditions;
  };
};

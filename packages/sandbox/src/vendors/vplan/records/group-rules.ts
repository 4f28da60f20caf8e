import type { ResourceRules } from '../../../rules.ts';
import { unknownLinks } from './checks.ts';
import { linksOf } from './lists.ts';

/** Resources under one name; a list that is sent replaces the stored one. */
export const groupRules: ResourceRules = {
  defaults: () => ({ resources: [] }),
  check: (values, _, twin) => unknownLinks(values, 'resources', 'resource', twin),
  prepare: (values) => ({ ...values, ...('resources' in values && { resources: linksOf(values.resources) }) }),
};

import type { ResourceRules } from '../../../rules.ts';
import { unknownLinks, withReference } from './checks.ts';
import { linksOf } from './lists.ts';

/** A kind of work. Its stages are links: without any it can be planned on each. */
export const activityRules: ResourceRules = withReference('activity', {
  // vPlan's documentation says so of links in general.
  unstamped: ['stages'],
  defaults: () => ({
    code: '',
    resource_type: 'employee',
    default_duration: 60,
    day_max_duration: 480,
    billable: false,
    hourly_rate: 0,
    stages: [],
  }),
  check: (values, _, twin) => unknownLinks(values, 'stages', 'stage', twin),
  prepare: (values) => ({ ...values, ...('stages' in values && { stages: linksOf(values.stages) }) }),
});

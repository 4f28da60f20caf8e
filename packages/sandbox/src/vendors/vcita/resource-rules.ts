import { vcita } from '@patchbay/core';
import type { ResourceRules } from '../../rules.ts';
import { clientRules } from './records/client-rules.ts';
import { fileRules } from './records/file-rules.ts';
import { matterRules } from './records/matter-rules.ts';
import { salesRules } from './records/sales-rules.ts';
import { teamRules } from './records/team-rules.ts';
import { stored } from './wire/names.ts';

const own: Readonly<Record<string, ResourceRules>> = {
  client: clientRules,
  ...matterRules,
  ...teamRules,
  ...salesRules,
  ...fileRules,
};

/** Values are kept under one name, whatever a family of paths calls them. */
const inStoredNames = (rules: ResourceRules): ResourceRules => ({
  ...rules,
  check: (values, before, twin) => rules.check?.(stored(values), before, twin) ?? [],
  prepare: (values, before, call) => stored(rules.prepare?.(stored(values), before, call) ?? values),
});

/** Behaviour of vcita's records by their kind. */
export const resources: Readonly<Record<string, ResourceRules>> = Object.fromEntries(
  Object.keys(vcita.resources).map((name) => [name, inStoredNames(own[name] ?? {})]),
);

import type { Operation } from '@patchbay/core';

/** Pairs of inputs of which one must be given: what is needed, and what it can be found by. */
export const eitherOf = ({ inputs }: Operation): [needed: string, instead: string][] =>
  inputs.flatMap(({ name, field: { required, otherwise } }) =>
    required && otherwise?.instead ? [[name, otherwise.instead.name] as [string, string]] : [],
  );

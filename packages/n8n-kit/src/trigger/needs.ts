import { coerce, type Field, type InputValues, labelOf, type Vendor } from '@patchbay/core';
import type { IHookFunctions, INodeProperties } from 'n8n-workflow';
import { chosenIn } from '../execute/read-value.ts';
import { pickListOf } from '../properties/placement.ts';
import { locatorWidget, widgetOf } from '../properties/widget.ts';
import { describe, descriptionBeside, shownName } from '../properties/wording.ts';

const needsOf = ({ webhooks }: Vendor): [string, Field][] => Object.entries(webhooks.needs ?? {});

/** What a trigger asks for besides its events, with pick lists as in the vendor's other nodes. */
export const needProperties = (vendor: Vendor): INodeProperties[] => {
  const names = new Set(needsOf(vendor).map(([name]) => name));
  return needsOf(vendor).map(([name, field]): INodeProperties => {
    const list = field.kind === 'ref' ? pickListOf(vendor, field.to, names, 2) : undefined;
    const label = field.label ?? labelOf(name);
    const displayName = shownName(list ? label.replace(/ ID$/, '') : label);
    return {
      displayName,
      name,
      ...(list ? locatorWidget(list.resource.name) : widgetOf(field)),
      ...(field.required && { required: true }),
      ...descriptionBeside(displayName, describe(field)),
    };
  });
};

/** The values of a trigger for what every call on its vendor's subscriptions takes. Those left empty are left out. */
export const readNeeds = (context: IHookFunctions, vendor: Vendor): InputValues =>
  Object.fromEntries(
    needsOf(vendor).flatMap(([name, field]): [string, unknown][] => {
      const value = chosenIn(context.getNodeParameter(name, undefined));
      return value === undefined || value === '' ? [] : [[name, coerce(field, value)]];
    }),
  );

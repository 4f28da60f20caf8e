import { filterFields, labelOf, operationsOf, type Vendor } from '@patchbay/core';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { fieldsMethod } from '../properties/conditions-builder.ts';
import { loadedValuesOf, type MenuMethod, menuMethodOf } from '../properties/loaded-menu.ts';
import { operationNameOf, parameterOf } from '../properties/placement.ts';
import { choicesOf, sortedOptions } from '../properties/widget.ts';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const filterFieldsOf = (vendor: Vendor): LoadOptions =>
  async function () {
    const resource = vendor.resources[String(this.getCurrentNodeParameters()?.resource)];
    if (!resource) return [];
    return sortedOptions(
      filterFields(resource).map((value) => ({
        name: resource.fields[value]?.label ?? labelOf(value),
        value,
        description: resource.fields[value]?.description ?? '',
      })),
    );
  };

/** What the input of this name may be in the operation that is chosen; events with what happens at them. */
const valuesOf = (vendor: Vendor, name: string): LoadOptions =>
  async function () {
    const { resource, operation } = this.getCurrentNodeParameters() ?? {};
    const chosen = operationsOf(vendor).get(`${resource}.${operationNameOf(String(operation))}`);
    const field = chosen?.inputs.find((input) => input.name === name)?.field;
    const isEvent = resource === vendor.webhooks.resource && name === vendor.webhooks.fields.events;
    return choicesOf(field && loadedValuesOf(field)).map((option) => {
      const event = isEvent && vendor.events.find((each) => each.name === option.value);
      return event ? { ...option, description: event.description } : option;
    });
  };

/**
 * The menus of a vendor's nodes that are filled in when they are opened, by name: the fields that rows can be filtered by, and
 * values that the form does not carry.
 */
export const loadOptions = (vendor: Vendor): Record<typeof fieldsMethod | MenuMethod, LoadOptions> => {
  const inputs = [...operationsOf(vendor).values()].flatMap((operation) => operation.inputs);
  const loaded = inputs.filter(({ field }) => loadedValuesOf(field));
  return {
    [fieldsMethod]: filterFieldsOf(vendor),
    ...Object.fromEntries(loaded.map((input) => [menuMethodOf(parameterOf(input)), valuesOf(vendor, input.name)])),
  };
};

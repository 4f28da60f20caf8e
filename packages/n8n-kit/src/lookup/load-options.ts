import { filterFields, labelOf, type Vendor } from '@patchbay/core';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { fieldsMethod } from '../properties/conditions-builder.ts';
import { sortedOptions } from '../properties/widget.ts';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** The menus of a vendor's nodes that depend on the rest of the form, by name: the fields that rows can be filtered by. */
export const loadOptions = (vendor: Vendor): Record<typeof fieldsMethod, LoadOptions> => ({
  async [fieldsMethod]() {
    const resource = vendor.resources[String(this.getCurrentNodeParameters()?.resource)];
    if (!resource) return [];
    return sortedOptions(
      filterFields(resource).map((value) => ({
        name: resource.fields[value]?.label ?? labelOf(value),
        value,
        description: resource.fields[value]?.description ?? '',
      })),
    );
  },
});

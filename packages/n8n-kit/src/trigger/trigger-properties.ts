import { doubtAbout, labelOf, type Vendor } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { sortedOptions } from '../properties/input-property.ts';

/** The form of a vendor's trigger: the events that start the workflow. */
export const triggerProperties = (vendor: Vendor): INodeProperties[] => [
  {
    displayName: 'Events',
    name: 'events',
    type: 'multiOptions',
    required: true,
    default: [],
    description: 'What starts the workflow',
    options: sortedOptions(
      vendor.events.map(({ name, description, evidence }) => {
        const doubt = doubtAbout(evidence, vendor);
        return { name: labelOf(name), value: name, description: doubt ? `${description} (${doubt})` : description };
      }),
    ),
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add Option',
    default: {},
    options: [
      {
        displayName: 'Whole Delivery',
        name: 'wholeDelivery',
        type: 'boolean',
        default: true,
        description: `Whether to output what ${vendor.label} sent as it is, rather than event, record and changes`,
      },
    ],
  },
];

import { doubtAbout, labelOf, type Vendor } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { authenticationProperty } from '../credential/authentication.ts';
import { sortedOptions } from '../properties/widget.ts';
import { needProperties } from './needs.ts';

/** Events that the vendor has and its list does not name. */
const otherEvents: INodeProperties = {
  displayName: 'Other Events',
  name: 'otherEvents',
  type: 'string',
  default: '',
  description: 'Comma-separated names of events that the list does not have',
};

const made = (vendor: Vendor): INodeProperties[] => [
  authenticationProperty(vendor),
  ...needProperties(vendor),
  {
    displayName: 'Events',
    name: 'events',
    type: 'multiOptions',
    // With other events, an empty list can be meant.
    ...(!vendor.webhooks.otherEvents && { required: true }),
    default: [],
    description: 'What starts the workflow',
    options: sortedOptions(
      vendor.events.map(({ name, description, evidence }) => {
        const doubt = doubtAbout(evidence, vendor);
        return { name: labelOf(name), value: name, description: doubt ? `${description} (${doubt})` : description };
      }),
    ),
  },
  ...(vendor.webhooks.otherEvents ? [otherEvents] : []),
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

const known = new WeakMap<Vendor, INodeProperties[]>();

/**
 * The form of a vendor's trigger: the events that start the workflow, and what the vendor wants to know besides. Made when it is
 * asked for the first time, and kept.
 */
export const triggerProperties = (vendor: Vendor): INodeProperties[] => {
  const properties = known.get(vendor) ?? made(vendor);
  known.set(vendor, properties);
  return properties;
};

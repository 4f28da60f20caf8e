import { choice, integer, list, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { serviceQuery } from '../sales-fields.ts';
import { businessId, identityId, identityUid } from '../shared-fields.ts';
import { service } from './service.ts';

const settings = 'vcita/developers-hub:swagger/sales/legacy/legacy_v2_settings_categories.json';
const platform = 'vcita/developers-hub:swagger/sales/legacy/legacy_v1_platform_sales.json';

/** A group of services. */
export const serviceCategory = defineResource({
  name: 'serviceCategory',
  label: 'Service Category',
  description: 'A group of services',
  key: 'uid',
  lookup: { operation: 'listSettings' },
  fields: {
    ...identityUid,
    name: text('Name', { example: 'Physiotherapy' }),
    position: integer('Position among the categories', { example: 2 }),
    services: list(
      object(
        {
          id: ref('service', 'Service'),
          name: text('Name'),
          service_type: text('Kind'),
          duration: integer('Duration', { unit: 'minutes' }),
        },
        'A service',
      ),
      'Services',
      { readOnly: true },
    ),
  },
  operations: {
    list: {
      route: 'GET /platform/v1/categories',
      summary: 'Get many service categories',
      query: {
        ...businessId,
        only_visible_services: choice(['true', 'false'], 'Only with services to be seen'),
        has_future_instance: choice(['true', 'false'], 'Only with events to come or services'),
        categories_array: list(ref('serviceCategory', 'A category'), 'Only these'),
      },
      returns: 'many',
      rowsPath: ['data.categories', 'data'],
      row: {
        ...identityId,
        name: text('Name'),
        num_of_services: integer('Number of services'),
        position: integer('Position'),
      },
      evidence: 'partly',
      source: platform,
    },
    create: {
      route: 'POST /v2/settings/categories',
      summary: 'Create a service category',
      body: { required: ['name'], optional: ['position'] },
      returns: 'one',
      itemPath: '',
      evidence: 'documented',
      source: settings,
    },
    listServices: {
      route: 'GET /platform/v1/categories/{category_id}/services',
      summary: 'Get many services of a category',
      path: { category_id: ref('serviceCategory', 'Category') },
      query: { ...businessId, ...serviceQuery },
      returns: 'many',
      rowsPath: ['data.services', 'data'],
      row: service.fields,
      evidence: 'partly',
      source: platform,
    },
    listSettings: {
      route: 'GET /v2/settings/categories',
      summary: 'Get many categories with their services',
      returns: 'many',
      rowsPath: ['', 'data'],
      pagination: false,
      evidence: 'documented',
      source: settings,
    },
  },
});

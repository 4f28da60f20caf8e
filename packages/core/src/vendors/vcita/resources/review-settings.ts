import { flag, integer, object, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { businessUid } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/reviews/business_reviews_settings.json';
const writable = [
  'display_platform_review_consent',
  'display_review_sharing_consent',
  'platform_id',
  'platform_params',
] as const;

/** Where clients are asked to leave a review. */
export const reviewSettings = defineResource({
  name: 'reviewSettings',
  label: 'Review Settings',
  description: 'Where clients are asked to leave a review',
  key: 'business_uid',
  title: 'external_review_site_display_name',
  fields: {
    ...businessUid,
    display_platform_review_consent: flag('Ask for a public review on Google'),
    display_review_sharing_consent: flag('Clients decide whether their review is shared'),
    platform_id: integer('1: Google, 2: Facebook', { example: 1 }),
    platform_params: object({ place_id: integer('Place on the platform') }, 'Place, as {place_id}', {
      example: { place_id: 12345 },
    }),
    platform_name: text('Name of the platform', { readOnly: true, nullable: true }),
    external_review_site_url: url('Page for reviews', { readOnly: true }),
    external_review_site_display_name: text('Name of that page', { readOnly: true }),
  },
  operations: {
    get: {
      route: 'GET /v3/reviews/business_reviews_settings/{business_uid}',
      summary: 'Get the review settings',
      path: businessUid,
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/reviews/business_reviews_settings',
      summary: 'Create the review settings',
      description: 'Only once; then update them',
      body: { required: ['business_uid'], optional: writable },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /v3/reviews/business_reviews_settings/{business_uid}',
      summary: 'Update the review settings',
      path: businessUid,
      body: { optional: writable },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
  },
});

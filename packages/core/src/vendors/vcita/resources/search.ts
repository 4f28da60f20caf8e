import { choice, choices, date, dateTime, flag, json, list, number, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { pagination } from '../pagination.ts';

const kinds = [
  'appointment',
  'event_instance',
  'client',
  'conversation',
  'booking',
  'estimate',
  'payment',
  'document',
] as const;
const directions = ['asc', 'desc'] as const;

/** The search of the product: over matters and their clients, and over appointments, events and documents. */
export const search = defineResource({
  name: 'search',
  label: 'Search',
  description: 'Matters with their clients, appointments and other records that fit a search',
  key: 'matter_uid',
  title: 'matter_name',
  fields: {
    matter_uid: ref('matter', 'Matter', { readOnly: true }),
    matter_name: text('Name of the matter', { readOnly: true }),
    contact_uid: ref('client', 'Client', { readOnly: true }),
    contact_full_name: text('Name of the client', { readOnly: true }),
    contact_email: text('Email of the client', { nullable: true, readOnly: true }),
    phone_to_display: text('Phone of the client', { nullable: true, readOnly: true }),
    contact_status: text('State of the client', { readOnly: true }),
    contact_address: text('Address of the client', { nullable: true, readOnly: true }),
    tags: text('Tags, separated by spaces', { readOnly: true }),
    review_score: number('Score of the last review', { nullable: true, readOnly: true }),
    last_activity_time: dateTime('Last activity of the client', { nullable: true, readOnly: true }),
    last_activity_action: text('What the client did', { nullable: true, readOnly: true }),
    last_interaction: dateTime('Last message either way', { nullable: true, readOnly: true }),
    custom_fields: json('Values by field', { readOnly: true }),
    calculated_fields: json('Counts such as open payments', { readOnly: true }),
    created_at: dateTime('When the matter was made', { readOnly: true }),
  },
  operations: {
    search: {
      route: 'GET /v2/search',
      summary: 'Search clients and other records',
      description: 'At most 60 a minute; give a text or a kind of record',
      query: {
        query: text('What to look for', { example: 'lindqvist' }),
        entity: choice(kinds, 'Only this kind of record'),
        entities: choices(kinds, 'Only these kinds of record'),
        text_filter: text('Further text to look for', { wire: 'search_filter[text_filter]' }),
        staff: list(ref('staff', 'A staff member'), 'Only of these staff members', {
          wire: 'search_filter[staff_filter]',
        }),
        from: dateTime('From this time on', { wire: 'search_filter[from_filter]' }),
        to: dateTime('Up to this time', { wire: 'search_filter[to_filter]' }),
        tags_filter: text('Only with tags', { wire: 'search_filter[tags_filter]' }),
        tags_relation: choice(['or', 'and'], 'Any of the tags or all of them', {
          wire: 'search_filter[tags_relation]',
        }),
        payment_state: text('Only appointments in this state of payment', {
          wire: 'search_filter[payment_status_state_filter]',
        }),
        active_from: date('Client active on or after', {
          wire: 'search_filter[last_client_activity_filter][range][gte]',
        }),
        active_to: date('Client active on or before', {
          wire: 'search_filter[last_client_activity_filter][range][lte]',
        }),
        message_from: date('Last message on or after', {
          wire: 'search_filter[last_interaction_filter][range][gte]',
        }),
        message_to: date('Last message on or before', {
          wire: 'search_filter[last_interaction_filter][range][lte]',
        }),
        time_sort: text('Order of appointments and events by', { wire: 'search_filter[sort_type]' }),
        time_order: choice(directions, 'Direction of that order', { wire: 'search_filter[sort_order]' }),
        sort_by: text('Order of a general search by'),
        sort_order: choice(directions, 'Direction of that order'),
        secondary_sort_by: text('Then by'),
        secondary_sort_order: choice(directions, 'Direction of that order'),
        tags: text('Only with these tags'),
        sms_only: flag('Only what has to do with SMS'),
        score_sort: flag('Best matches first'),
        quick: text('Any value: faster, perhaps fewer results'),
        select_all: flag('Slim rows of clients'),
        new_decoration: flag('Newer form of clients, by matter'),
        response_fields: list(text('A field'), 'Fields to return; with newer form and entity client'),
        time_zone: text('Time zone of days and times', { example: 'Europe/London' }),
      },
      returns: 'many',
      rowsPath: ['matters', 'appointments', 'events', 'data'],
      pagination: { ...pagination, more: 'next_page' },
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/clients/search.json',
    },
  },
});

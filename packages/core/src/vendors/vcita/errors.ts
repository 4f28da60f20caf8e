import type { Errors } from '../../define/errors.ts';

const slowDown = 'vcita allows about 8 requests a second, fewer for searches and uploads: send less at once';

/**
 * Each family of paths has a shape of its own. 422 stands for wrong values, unknown identifiers and missing permissions
 * alike: the message or the code tells them apart.
 */
export const errors: Errors = {
  shapes: [
    { list: 'errors', message: 'message', code: 'code', field: 'field' },
    { message: 'error', detail: 'error_description', code: 'error_code' },
    { message: 'message', code: 'code' },
    { message: 'response' },
  ],
  inside: [
    { path: 'status', equals: 'Error' },
    { path: 'status', equals: 'Failure' },
    { path: 'success', equals: false },
  ],
  advice: {
    '401 Unauthorized': 'Check the token: it is missing, wrong or was revoked',
    Unauthorized:
      'The token may not do this: check the kind of token, the rights of the staff member, the features of the account and the business of the credential',
    'Not Found': 'Check the identifiers: a record is not known in this business',
    'Not Subscribed': 'Check the name of the event: vcita did not accept it',
    invalid: 'Check the identifiers and values: vcita does not know one of them',
    already_exists: 'A record with this value exists: choose another one or update that record',
    PARAMETER_MISSING: 'A value that vcita needs is missing: the message names it',
    INVALID_FORMAT: 'Check the format of the value that the message names',
    FORM_VALIDATION_ERROR: 'The booking form wants more fields: use "Book an appointment or event" instead',
    TIMESLOT_UNAVAILABLE: 'The time is taken or in the past: look for free slots and choose one of them',
    BOOKING_VIOLATION: 'A booking rule forbids it: check notice, limits and policies of the service',
    rate_limit_exceeded: slowDown,
    too_many_requests: slowDown,
    400: 'Check the values: one is missing or has the wrong format',
    401: 'Check the token; with a good one, the business of the credential or a feature of the account is missing; with OAuth, connect the account again',
    403: 'The account lacks a feature, or the token a permission, for this',
    404: 'Check the identifiers: the record is not known in this business',
    409: 'It exists already: a client with this email, or a record of which there can be one; update it instead',
    412: 'A booking rule forbids it: check notice, limits and policies of the service',
    422: 'Check values and identifiers: vcita says 422 for an unknown record and for what the token may not do as well',
    429: slowDown,
    500: 'Check the input: vcita fails like this when a part of it is missing; if it is right, try again later',
    502: 'Check the base URL: vcita has nothing at this path, or is down',
  },
};

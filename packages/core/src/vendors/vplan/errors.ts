import type { Errors } from '../../define/errors.ts';

/** `{"reference": …, "errors": [{"code", "message", "description"}]}` */
export const errors: Errors = {
  shapes: [{ list: 'errors', message: 'message', detail: 'description', code: 'code' }],
  reference: 'reference',
  // Not seen yet; but a success never holds errors.
  inside: [{ path: 'errors.0.message' }],
  advice: {
    303: 'vPlan is down for maintenance or a release; try again later',
    400: 'Check the filter, the sorting and the names of relations',
    401: 'Check the API key and the environment ID of the credential: vPlan wants both, from the same environment; with OAuth, connect the account again',
    403: 'The plan or the permissions behind the credential do not allow this',
    404: 'Check that the record exists and belongs to this environment',
    405: 'vPlan does not offer this call',
    412: 'vPlan does not explain this refusal; check the values and give its support the reference',
    422: 'Check the values; an external reference must be unique, archived records included',
    429: 'The request limit is used up',
    503: 'vPlan is down for maintenance or a release; try again later',
    10005: 'vPlan ran out of memory: ask for fewer rows at once or fewer related records',
  },
};

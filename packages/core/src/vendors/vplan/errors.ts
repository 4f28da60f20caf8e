import type { ErrorShape } from '../../define/vendor.ts';

/** `{"reference": …, "errors": [{"code", "message", "description"}]}` */
export const errors: ErrorShape = {
  list: 'errors',
  message: 'message',
  detail: 'description',
  code: 'code',
  reference: 'reference',
  advice: {
    303: 'vPlan is down for maintenance or a release; try again later',
    400: 'Check the filter, the sorting and the names of relations',
    401: 'Check the API key and the environment ID of the credential: vPlan wants both, from the same environment',
    403: 'The plan or the permissions behind the credential do not allow this',
    404: 'Check that the record exists and belongs to this environment',
    405: 'vPlan does not offer this call',
    422: 'Check the values; an external reference must be unique, archived records included',
    429: 'The daily number of requests is used up',
    503: 'vPlan is down for maintenance or a release; try again later',
    10005: 'vPlan ran out of memory: ask for fewer rows at once or fewer related records',
  },
};

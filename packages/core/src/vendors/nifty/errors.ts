import type { Errors } from '../../define/errors.ts';

/** `{"message", "code"?, "errors"?: [{"message"}]}` */
export const errors: Errors = {
  shapes: [{ message: 'message', detail: 'errors.0.message', code: 'code' }],
  advice: {
    400: 'Check the values; the message names the field',
    401: 'The token is wrong or has expired: make a new personal access token in Nifty and put it into the credential; with OAuth, connect the account again',
    403: 'The token lacks the right, its owner is not a member of the project, or the record does not exist for them; try a token with full access',
    404: 'Check that the record exists: it may have been deleted',
    405: 'Nifty does not offer this call',
    429: 'Too many calls in this minute; the workspace may share its budget',
    500: 'Nifty answers so to fields it does not expect; check the input',
    502: 'Nifty answers so now and then; try again',
  },
};

/** Stable reasons to `switch` on, with what each means to a user. They do not change between releases. */
export const errorCodes = {
  INPUT: 'a value is missing or wrong; nothing was sent',
  NOT_AUTHENTICATED: 'the credentials are wrong',
  NOT_CONNECTED: 'nobody has connected the account yet',
  AUTHORIZATION_FAILED: 'connecting the account did not succeed: connect again',
  GRANT_LOST: 'the connection to the account has ended: connect again',
  TOKEN_STORE_FAILED: 'tokens cannot be read or saved where they are kept',
  FORBIDDEN: 'the credentials do not allow this',
  NOT_FOUND: 'there is no such record',
  BAD_REQUEST: 'the request was refused, such as a filter that cannot be read',
  METHOD_NOT_ALLOWED: 'the call is not offered',
  CONFLICT: 'it contradicts what is there',
  UNPROCESSABLE: 'the values were refused',
  RATE_LIMITED: 'too many requests, and the wait would be too long',
  UNAVAILABLE: 'down for maintenance',
  SERVER_ERROR: 'the other side failed',
  REFUSED: 'refused for another reason',
  UNREACHABLE: 'no connection',
  TIMEOUT: 'no answer in time',
  CONNECTION_CUT: 'the connection broke',
  OUTCOME_UNKNOWN: 'the connection broke after something was sent: look before sending it again',
  FOLLOW_UP_FAILED: 'it was done, but what had to follow failed: look before sending it again',
  ABORTED: 'cancelled',
  ANSWER_TOO_LARGE: 'the answer is too large: ask for less at once',
  UNEXPECTED_ANSWER: 'the answer is not what is documented, such as a web page',
  ENDLESS_LIST: 'the same page came again and again',
  BAD_DELIVERY: 'what arrived at a webhook is no delivery',
} as const;

/** One of the stable reasons. */
export type ErrorCode = keyof typeof errorCodes;

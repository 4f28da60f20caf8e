import type { ErrorCode } from '@patchbay/core';

/** What each `msg.error.code` means, for the help. */
export const errorCodes: Readonly<Record<ErrorCode, string>> = {
  INPUT: 'a value is missing or wrong; nothing was sent',
  NOT_AUTHENTICATED: 'the credentials are wrong',
  FORBIDDEN: 'the credentials do not allow this',
  NOT_FOUND: 'there is no such record',
  BAD_REQUEST: 'the request was refused',
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
  ABORTED: 'cancelled because the node was stopped',
  ANSWER_TOO_LARGE: 'the answer is too large: ask for less at once',
  UNEXPECTED_ANSWER: 'the answer is not what is documented, such as a web page',
  ENDLESS_LIST: 'the same page came again and again',
  BAD_DELIVERY: 'what arrived is no delivery',
};

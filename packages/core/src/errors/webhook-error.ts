import { ConnectorError } from './connector-error.ts';

/** Something arrived at a webhook that is no delivery of the vendor; answer 400 and start nothing. */
export class WebhookError extends ConnectorError {
  constructor(message: string, vendor: string) {
    super(message, { code: 'BAD_DELIVERY', vendor });
    this.name = 'WebhookError';
  }
}

import { type Delivery, isConnectorError, readDelivery, type Vendor } from '@patchbay/core';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** A delivery as an item: `raw` would only say it all again. */
const normalised = ({ raw, ...delivery }: Delivery): IDataObject => delivery as IDataObject;

/**
 * Starts the workflow with a delivery; n8n answers the vendor at once. What is no delivery of this vendor is answered with 400
 * and starts nothing.
 */
export const receiveDelivery = (context: IWebhookFunctions, vendor: Vendor): IWebhookResponseData => {
  const body = context.getBodyData();
  try {
    const delivery = readDelivery(vendor, body);
    const { wholeDelivery } = context.getNodeParameter('options', {}) as { wholeDelivery?: boolean };
    return { workflowData: [[{ json: wholeDelivery ? body : normalised(delivery) }]] };
  } catch (error) {
    if (!isConnectorError(error)) throw error;
    context.getResponseObject().status(400).json({ message: error.message });
    return { noWebhookResponse: true };
  }
};

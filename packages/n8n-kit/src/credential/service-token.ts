import {
  isConnectorError,
  type OAuthScheme,
  oauthClient,
  readTokenAnswer,
  type ServiceDialect,
  serviceRequest,
  TransportError,
  type Vendor,
} from '@patchbay/core';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';

const asked = async (
  vendor: Vendor,
  scheme: OAuthScheme<ServiceDialect>,
  { helpers }: IHttpRequestHelper,
  values: ICredentialDataDecryptedObject,
): Promise<IDataObject> => {
  const client = oauthClient(vendor, scheme, values, { baseUrl: String(values.baseUrl ?? '') });
  const request = serviceRequest(client);
  const answer = await helpers
    .httpRequest({
      method: 'POST',
      url: request.url,
      headers: { ...request.headers },
      body: String(request.content),
      json: false,
      encoding: 'text',
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      disableFollowRedirect: true,
    })
    .catch((cause: unknown) => {
      if (isConnectorError(cause)) throw cause;
      // Without its cause: that holds the request, and so the secret.
      throw new TransportError(`${new URL(request.url).host} cannot be reached`, {
        code: 'UNREACHABLE',
        vendor: vendor.name,
        retryable: true,
        advice: 'Check the base URL and the network',
      });
    });
  const { statusCode: status, headers, body } = answer as { statusCode: number; headers: object; body: unknown };
  const read = readTokenAnswer(
    client,
    request,
    { status, headers: { ...headers }, content: typeof body === 'string' ? body : JSON.stringify(body) },
    Date.now(),
  );
  if ('refusal' in read) throw read.refusal.error;
  return { access_token: read.grant.accessToken };
};

/**
 * Asks for the token of an app, for n8n's `preAuthentication`. Each process of n8n may ask by itself: a token that is asked for
 * leaves the others as they are.
 * @param scheme its fields are the credential's
 * @returns the hidden field of the credential
 * @throws Error with the vendor's words and what to do; the connector's own error is its cause
 */
export const serviceToken: typeof asked = (...given) =>
  asked(...given).catch((cause: Error) => {
    // n8n's test of a credential shows the code of an error in place of its message, where there is one.
    throw new Error(cause.message, { cause });
  });

import { vcita } from '@patchbay/core';
import { authenticated, credentialProperties, credentialTest } from '@patchbay/n8n-kit';
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';

/** Token of a business, or of an app or a partner's directory with the business to act for. */
export class VcitaApi implements ICredentialType {
  name = 'vcitaApi';
  displayName = 'Vcita API';
  icon: Icon = { light: 'file:../icons/vcita.svg', dark: 'file:../icons/vcita.dark.svg' };
  documentationUrl = 'https://developers.vcita.com';
  properties: INodeProperties[] = credentialProperties(vcita, vcita.auth.token);
  test: ICredentialTestRequest = credentialTest(vcita, vcita.auth.token);

  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    requestOptions: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    return await authenticated(vcita.auth.token, credentials, requestOptions);
  }
}

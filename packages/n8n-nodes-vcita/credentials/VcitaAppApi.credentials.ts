import { vcita } from '@patchbay/core';
import { credentialProperties, credentialTest, genericAuthentication, serviceToken } from '@patchbay/n8n-kit';
import type {
  IAuthenticateGeneric,
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  IDataObject,
  IHttpRequestHelper,
  INodeProperties,
} from 'n8n-workflow';

/** vcita as an app, for what is open to apps only. Its token lives an hour and is asked for again. */
export class VcitaAppApi implements ICredentialType {
  name = 'vcitaAppApi';
  displayName = 'Vcita App API';
  icon: Icon = { light: 'file:../icons/vcita.svg', dark: 'file:../icons/vcita.dark.svg' };
  documentationUrl = 'https://developers.vcita.com';
  properties: INodeProperties[] = credentialProperties(vcita, vcita.auth.service);
  authenticate: IAuthenticateGeneric = genericAuthentication(vcita.auth.service);
  test: ICredentialTestRequest = credentialTest(vcita, vcita.auth.service);

  async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
    return await serviceToken(vcita, vcita.auth.service, this, credentials);
  }
}

import { nifty } from '@patchbay/core';
import { credentialProperties, credentialTest, genericAuthentication } from '@patchbay/n8n-kit';
import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  INodeProperties,
} from 'n8n-workflow';

/** Personal access token of somebody in a Nifty workspace. */
export class NiftyApi implements ICredentialType {
  name = 'niftyApi';
  displayName = 'Nifty API';
  icon: Icon = { light: 'file:../icons/nifty.svg', dark: 'file:../icons/nifty.dark.svg' };
  documentationUrl = 'https://developers.niftypm.com';
  properties: INodeProperties[] = credentialProperties(nifty, nifty.auth.personalToken);
  authenticate: IAuthenticateGeneric = genericAuthentication(nifty.auth.personalToken);
  test: ICredentialTestRequest = credentialTest(nifty, nifty.auth.personalToken);
}

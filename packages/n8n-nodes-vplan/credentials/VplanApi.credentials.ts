import { vplan } from '@patchbay/core';
import { credentialProperties, credentialTest, genericAuthentication } from '@patchbay/n8n-kit';
import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  INodeProperties,
} from 'n8n-workflow';

/** Key pair of a vPlan environment. */
export class VplanApi implements ICredentialType {
  name = 'vplanApi';
  displayName = 'vPlan API';
  icon: Icon = { light: 'file:../icons/vplan.svg', dark: 'file:../icons/vplan.dark.svg' };
  documentationUrl = 'https://docs.api.vplan.com';
  properties: INodeProperties[] = credentialProperties(vplan, vplan.auth.apiKey);
  authenticate: IAuthenticateGeneric = genericAuthentication(vplan.auth.apiKey);
  test: ICredentialTestRequest = credentialTest(vplan, vplan.auth.apiKey);
}

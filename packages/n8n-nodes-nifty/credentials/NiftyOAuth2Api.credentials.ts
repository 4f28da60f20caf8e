import { nifty } from '@patchbay/core';
import { credentialProperties } from '@patchbay/n8n-kit';
import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** Nifty on behalf of somebody who connects it in a browser. n8n keeps the tokens and renews them. */
export class NiftyOAuth2Api implements ICredentialType {
  name = 'niftyOAuth2Api';
  extends = ['oAuth2Api'];
  displayName = 'Nifty OAuth2 API';
  icon: Icon = { light: 'file:../icons/nifty.svg', dark: 'file:../icons/nifty.dark.svg' };
  documentationUrl = 'https://developers.niftypm.com';
  properties: INodeProperties[] = credentialProperties(nifty, nifty.auth.oauth);
}

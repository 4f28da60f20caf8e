import { vcita } from '@patchbay/core';
import { credentialProperties } from '@patchbay/n8n-kit';
import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** vcita on behalf of a member of staff who connects it in a browser. n8n keeps the token; vcita gives nothing to renew it with. */
export class VcitaOAuth2Api implements ICredentialType {
  name = 'vcitaOAuth2Api';
  extends = ['oAuth2Api'];
  displayName = 'Vcita OAuth2 API';
  icon: Icon = { light: 'file:../icons/vcita.svg', dark: 'file:../icons/vcita.dark.svg' };
  documentationUrl = 'https://developers.vcita.com';
  properties: INodeProperties[] = credentialProperties(vcita, vcita.auth.oauth);
}

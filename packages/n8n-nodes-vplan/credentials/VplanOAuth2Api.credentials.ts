import { vplan } from '@patchbay/core';
import { credentialProperties } from '@patchbay/n8n-kit';
import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** vPlan on behalf of a user who connects it in a browser. n8n keeps the tokens and renews them. */
export class VplanOAuth2Api implements ICredentialType {
  name = 'vplanOAuth2Api';
  extends = ['oAuth2Api'];
  displayName = 'vPlan OAuth2 API';
  icon: Icon = { light: 'file:../icons/vplan.svg', dark: 'file:../icons/vplan.dark.svg' };
  documentationUrl = 'https://docs.api.vplan.com';
  properties: INodeProperties[] = credentialProperties(vplan, vplan.auth.oauth);
}

import { id, json, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

/** Who the token stands for. */
export const user = defineResource({
  name: 'user',
  label: 'User',
  description: 'Who the token stands for',
  key: 'sub',
  title: 'email',
  fields: {
    sub: id('Identifier', { readOnly: true }),
    email: text('Email', { readOnly: true }),
    type: text('Kind of token: staff, app and others', { readOnly: true }),
    role: text('Role', { readOnly: true }),
    business_uid: id('Business', { readOnly: true }),
    business_id: id('Business, older name', { readOnly: true }),
    business_name: text('Name of the business', { readOnly: true }),
    directory_uid: id('Directory of the partner', { readOnly: true }),
    brand_host: text('Host of the brand', { readOnly: true }),
    brand_theme: json('Look of the brand', { readOnly: true }),
  },
  operations: {
    getMe: {
      route: 'GET /oauth/userinfo',
      summary: 'Get user and business of the token',
      returns: 'one',
      itemPath: '',
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/platform_administration/legacy/oauth.json',
    },
  },
});

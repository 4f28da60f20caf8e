import { html } from 'hono/html';
import type { Twin } from '../twin.ts';
import type { AuthorizationRequest } from './authorization-request.ts';

type Markup = ReturnType<typeof html>;

const document = (title: string, vendor: string, content: Markup): Markup => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/page/style.css">
  <link rel="stylesheet" href="/page/consent.css">
</head>
<body class="consent">
  <main>
    <p class="whose"><span class="mark" aria-hidden="true">${vendor.slice(0, 1)}</span> ${vendor}, played by the Patchbay sandbox</p>
    ${content}
  </main>
</body>
</html>`;

const list = (entries: readonly string[]): Markup => html`<ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`;

/** Asks a person whether an app may have what it asks for. */
export const consentPage = (
  { vendor, oauth }: Twin,
  { app, redirectUri, scopes }: AuthorizationRequest,
  person: { readonly name: string; readonly place: string },
): Markup => {
  const asked = scopes.length > 0 ? scopes : (app.scopes ?? []);
  const content = html`<h1>${app.name} wants to connect to your ${vendor.label} account</h1>
    <p class="who"><span class="avatar" aria-hidden="true">${person.name.slice(0, 1)}</span><span>Signed in as <strong>${person.name}</strong><br><span class="soft">${person.place}</span></span></p>
    <h2>If you allow it, ${app.name} can</h2>
    ${list(oauth?.rules.allows ?? [])}
    ${asked.length > 0 ? html`<h2>With these scopes</h2><ul class="scopes">${asked.map((scope) => html`<li><code>${scope}</code></li>`)}</ul>` : ''}
    <form method="post">
      <button type="submit" name="decision" value="deny" class="plain">Deny</button>
      <button type="submit" name="decision" value="allow" class="primary">Allow</button>
    </form>
    <p class="soft back">You will be sent back to <code>${new URL(redirectUri).host}</code></p>`;
  return document(`Connect ${app.name} to ${vendor.label}`, vendor.label, content);
};

/** Tells a person why there is nothing to decide. */
export const refusalPage = ({ vendor }: Twin, problem: string): Markup =>
  document(
    `${vendor.label} cannot be connected like this`,
    vendor.label,
    html`<h1>${vendor.label} cannot be connected like this</h1>
    <p role="alert" class="problem">${problem}</p>
    <p class="soft">You were not sent back, because the address to send you to could not be trusted or the request was not complete. Close this page, put it right in the app, and connect again.</p>`,
  );

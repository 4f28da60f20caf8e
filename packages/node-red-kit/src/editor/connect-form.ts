import { connectionKey, storedSecret } from '../config.ts';
import type { EditorModel } from '../editor-model.ts';
import { ask, isProblem } from './ask.ts';
import { byId, element } from './element.ts';
import { RED } from './red.ts';

/** The part of an account's dialog that connects it. */
export interface ConnectForm {
  show(shown: boolean): void;
}

/** How a connection stands, as the runtime tells. */
type View =
  | { readonly state: 'connected'; readonly renewable: boolean; readonly expiresAt?: number; readonly passing: boolean }
  | { readonly state: 'lost' | 'none'; readonly message: string };

interface Answer {
  readonly view: View;
  readonly waiting?: boolean;
  readonly problem?: string;
}

type Tone = 'success' | 'problem' | 'plain';

const pollInterval = 1000;
const timeLimit = 600_000;

/** Address of a route of the package as this browser reaches it: behind a proxy, with https, below the admin root. */
const ownAddress = (path: string): string =>
  new URL(`${RED.settings.apiRootUrl ?? ''}${path}`, location.href.replace(/[?#].*/, '')).href;

const wordsFor = ({ label }: EditorModel, view: View): readonly [tone: Tone, words: string] => {
  if (view.state !== 'connected') return [view.state === 'lost' ? 'problem' : 'plain', view.message];
  const until = view.expiresAt === undefined ? '' : new Date(view.expiresAt).toLocaleString();
  const life = view.renewable
    ? `renews itself${until && `; this token ends ${until}`}`
    : until
      ? `until ${until}; connect again then`
      : `cannot be renewed; connect again when ${label} refuses it`;
  const passing = view.passing
    ? '. The settings of this Node-RED cannot be written: it lasts until Node-RED stops'
    : '';
  return ['success', `Connected, ${life}${passing}.`];
};

const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Browsers keep the clipboard from pages without https: the text is marked for the user to copy.
    return false;
  }
};

/**
 * Wires the buttons that connect the account in the open dialog.
 * @param account what stands in the dialog
 */
export const openConnectForm = (model: EditorModel, account: () => object): ConnectForm => {
  const block = byId('patchbay-connect');
  const start = byId<HTMLButtonElement>('patchbay-connect-start');
  const disconnect = byId<HTMLButtonElement>('patchbay-disconnect');
  const status = byId('patchbay-connection');
  const redirect = byId<HTMLInputElement>('node-config-input-redirectUri');
  const address = byId('patchbay-redirect');
  const key = byId<HTMLInputElement>(`node-config-input-${connectionKey}`);
  const derived = ownAddress(`${model.names.path}/oauth/callback`);
  /** Counts what was begun: an answer to what is over changes nothing */
  let turn = 0;
  let shown = false;
  let waiting = false;
  /** Somebody pressed a button here: what it leads to has to be seen */
  let pressed = false;

  const redirectUri = (): string => redirect.value.trim() || derived;
  const say = (tone: Tone, ...words: (Node | string)[]): void => {
    status.className = tone === 'plain' ? 'patchbay-note' : `patchbay-note patchbay-${tone}`;
    const icon = { success: 'fa-check', problem: 'fa-exclamation-triangle', plain: 'fa-info-circle' }[tone];
    status.replaceChildren(element('i', { className: `fa ${icon}` }), ' ', ...words);
    if (pressed) status.scrollIntoView({ block: 'nearest' });
  };
  const tell = (view: View): void => {
    const [tone, words] = wordsFor(model, view);
    const unsaved = view.state === 'connected' && key.value !== storedSecret;
    say(tone, unsaved ? `${words} Deploy this account to use it.` : words);
    disconnect.hidden = view.state === 'none';
    start.querySelector('span')?.replaceChildren(view.state === 'none' ? 'Connect' : 'Connect again');
  };
  const look = async (): Promise<void> => {
    const own = ++turn;
    waiting = false;
    const answer = await ask<Answer>(model, 'connection', { account: account() });
    if (own !== turn) return;
    if ('view' in answer) return tell(answer.view);
    say('problem', answer.problem ?? '');
    disconnect.hidden = false;
  };

  const wait = async (attempt: string, link: Node): Promise<void> => {
    const own = ++turn;
    const end = Date.now() + timeLimit;
    waiting = true;
    say('plain', `Waiting until you allow it at ${model.label}, in the window that opened: `, link);
    while (own === turn && status.isConnected && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, pollInterval));
      const answer = await ask<Answer>(model, 'connection', { account: account(), attempt });
      if (own !== turn) return;
      // Without a view it is Node-RED that did not answer: the next look may find it again.
      if (!('view' in answer) || answer.waiting) continue;
      waiting = false;
      tell(answer.view);
      if (answer.problem !== undefined) say('problem', answer.problem);
      return;
    }
    waiting = false;
    if (own === turn) say('problem', `${model.label} did not answer within ten minutes. Press Connect again.`);
  };

  start.onclick = async () => {
    turn++;
    waiting = false;
    // Opened at once: browsers refuse a window that opens later than the click. It must not reach back into the editor.
    const page = window.open('', '_blank');
    if (page) page.opener = null;
    start.disabled = true;
    say('plain', 'Connecting …');
    const begun = await ask<{ url: string; attempt: string; connectionKey?: string }>(model, 'connect', {
      account: account(),
      redirectUri: redirectUri(),
    });
    start.disabled = false;
    if (isProblem(begun)) {
      page?.close();
      return say('problem', begun.problem);
    }
    if (begun.connectionKey) key.value = begun.connectionKey;
    if (page) page.location.href = begun.url;
    await wait(
      begun.attempt,
      element('a', { href: begun.url, target: '_blank', rel: 'noopener noreferrer' }, `open ${model.label}`),
    );
  };
  disconnect.onclick = async () => {
    turn++;
    const answer = await ask<Answer>(model, 'disconnect', { account: account() });
    if ('view' in answer) tell(answer.view);
    else say('problem', answer.problem ?? '');
  };
  redirect.placeholder = derived;
  const showAddress = (): void => {
    address.textContent = redirectUri();
  };
  redirect.oninput = showAddress;
  showAddress();
  byId('patchbay-redirect-copy').onclick = async () => {
    const done = await copy(redirectUri());
    if (!done) getSelection()?.selectAllChildren(address);
    say('plain', done ? 'Redirect URI copied.' : 'Redirect URI marked: copy it with the keyboard.');
  };
  block.addEventListener(
    'click',
    () => {
      pressed = true;
    },
    { capture: true },
  );
  // Tokens are of one app at one address: what is typed may make them those of another.
  block.closest('.patchbay-form')?.addEventListener('change', ({ target }) => {
    const elsewhere = target === redirect || (target as HTMLElement).id === 'node-config-input-scheme';
    if (shown && !waiting && !elsewhere) void look();
  });

  return {
    show(now) {
      shown = now;
      block.hidden = !now;
      turn++;
      if (now) void look();
    },
  };
};

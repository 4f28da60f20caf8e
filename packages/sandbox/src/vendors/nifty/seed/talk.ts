import type { PersonName } from './workspace.ts';

/** What people wrote in the discussions of projects; a mention is `@Name`. */
export const discussions: readonly { readonly project: string; readonly who: PersonName; readonly text: string }[] = [
  { project: 'Lumen rebrand', who: 'Emil Bakke', text: 'We love the warm colours. Could the wheat ear be simpler?' },
  { project: 'Lumen rebrand', who: 'Priya Raman', text: '@Ana Duarte the second variant is in the folder' },
  { project: 'Lumen rebrand', who: 'Ana Duarte', text: 'Presentation on Thursday at ten, in their shop in Tøyen' },
  {
    project: 'Fjordline booking site',
    who: 'Mikkel Halden',
    text: 'Release moves by a week, the ferries send data late',
  },
  { project: 'Fjordline booking site', who: 'Noor Haddad', text: 'Photos come from the new server from tomorrow on' },
];

/** Comments on tasks; `replies` answer the comment before. */
export const comments: readonly {
  readonly task: string;
  readonly who: PersonName;
  readonly text: string;
  readonly reply?: boolean;
}[] = [
  { task: 'Draw the logo variants', who: 'Emil Bakke', text: 'The second one looks like our old oven, that is lovely' },
  { task: 'Draw the logo variants', who: 'Priya Raman', text: 'I keep it then, with thinner lines', reply: true },
  {
    task: 'Cabin photos load slowly',
    who: 'Tomás Ferrer',
    text: 'They are 8 MB each, @Noor Haddad can you shrink them?',
  },
];

/** Direct chats of the tokens' owner. */
export const chats: readonly { readonly name: string; readonly with: readonly PersonName[]; readonly text: string }[] =
  [
    { name: 'Mikkel Halden', with: ['Mikkel Halden'], text: 'Lunch at twelve?' },
    { name: 'Print people', with: ['Liv Sørensen', 'Priya Raman'], text: 'The printer wants the bags before Friday' },
  ];

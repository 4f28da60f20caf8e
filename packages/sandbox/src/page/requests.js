import { facts, jsonBlock, showDetail } from './detail.js';
import { badge, byId, cell, clock, fill, lineButton, make, statusBadge, table } from './dom.js';
import { read } from './remote.js';

let labels = new Map();

const faultBadges = (faults, early) =>
  faults.flatMap((kind) => [
    kind === 'held'
      ? badge(early ? 'too early' : 'told to wait', early ? 'bad' : 'warn')
      : badge(labels.get(kind), 'warn'),
    ' ',
  ]);

const openRequest = async (vendor, id) => {
  const { method, target, at, status, milliseconds, operation, headers, query, body, answer, faults, early } =
    await read(`${vendor}/requests/${id}`);
  showDetail(
    `${method} ${target.split('?')[0]}`,
    facts([
      ['Operation', operation ?? 'none'],
      ['When', new Date(at).toLocaleString()],
      ['Status', statusBadge(status)],
      ['Took', `${milliseconds} ms`],
      ['Fault', faults.length > 0 ? make('span', {}, faultBadges(faults, early)) : ''],
    ]),
    jsonBlock('Headers', headers),
    Object.keys(query).length > 0 ? jsonBlock('Query', query) : [],
    body === undefined ? [] : jsonBlock('Content', body),
    answer === undefined
      ? make('p', { class: 'hint' }, status === 0 ? 'There was no answer.' : 'The answer was empty.')
      : jsonBlock('Answer', answer),
  );
};

const rowOf = (vendor, { id, at, method, target, status, operation, milliseconds, faults, early }) =>
  make(
    'tr',
    {},
    cell(clock(at)),
    cell(statusBadge(status)),
    cell(method, 'mono'),
    cell(
      lineButton(id, target, () => openRequest(vendor, id)),
      'mono',
    ),
    cell(operation ?? '—'),
    cell(faultBadges(faults, early)),
    cell(`${milliseconds} ms`, 'number'),
  );

/** Shows the log of requests, newest first. */
export const showRequests = ({ name, requests, faults }) => {
  labels = new Map(faults.kinds.map(({ kind, label }) => [kind, label]));
  byId('count-requests').textContent = requests.length === 0 ? '' : String(requests.length);
  const rows = requests.toReversed().map((request) => rowOf(name, request));
  fill(
    byId('requests'),
    table(['Time', 'Status', 'Method', 'Path and query', 'Operation', 'Fault', 'Took'], rows, 'No program called yet.'),
  );
};

import type { HttpRequest, HttpResponse } from '../request/transport.ts';

const open = new Set(['grant_type', 'redirect_uri', 'client_id', 'service_id']);

const sentFields = ({ headers, content }: HttpRequest): [string, string][] => {
  if (typeof content !== 'string') return [];
  return headers['content-type'] === 'application/json'
    ? Object.entries(JSON.parse(content) as Record<string, string>)
    : [...new URLSearchParams(content)];
};

/** Everything secret that a token request carries. */
const secretsIn = (request: HttpRequest): string[] => {
  const basic = request.headers.Authorization?.replace(/^Basic /, '');
  const fields = sentFields(request).filter(([name]) => !open.has(name));
  return [...fields.map(([, value]) => value), ...(basic ? [basic] : [])];
};

/** Shorter values, such as a number of an account, stand in innocent words too. */
const leastProof = 8;

/** An answer without what an authorization put into the headers of its request: some vendors repeat a wrong key. */
export const withoutProof = (answer: HttpResponse, request: HttpRequest, authorized: HttpRequest): HttpResponse => {
  const proofs = Object.entries(authorized.headers)
    .filter(([name]) => request.headers[name] === undefined)
    .map(([, value]) => value.replace(/^(Bearer|Basic) /, ''))
    .filter((proof) => proof.length >= leastProof && answer.content.includes(proof));
  const content = proofs.reduce((clean, proof) => clean.replaceAll(proof, '***'), answer.content);
  return proofs.length > 0 ? { ...answer, content } : answer;
};

const maxLength = 300;

/** Words of a vendor without what was sent to it and without anything that looks like a token, short and in one line. */
export const withoutSentSecrets = (words: string, request: HttpRequest): string => {
  // The longest first: one secret may hold another.
  const secrets = secretsIn(request)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .sort((left, right) => right.length - left.length);
  let clean = words;
  for (const secret of secrets) clean = clean.replaceAll(secret, '***');
  return clean
    .replace(/[\w-]{16,}\.[\w-]{8,}\.[\w-]*/g, '***')
    .replace(/[^\x20-\x7e\u00a0-\uffff]+/g, ' ')
    .trim()
    .slice(0, maxLength);
};

import { ApiError } from '../../../api-error.ts';
import type { Handler } from '../../../rules.ts';
import { duplicate } from '../records/checks.ts';
import { newUser, preparedUser, userProblems } from '../records/user-rules.ts';

/** `POST /user`: the answer is empty, the list has the new user. */
export const inviteUser: Handler = ({ twin, body, actor }) => {
  const { store, records, random } = twin;
  const email = String(body.email);
  const taken = store.rows('user').some((user) => String(user.email).toLowerCase() === email.toLowerCase());
  const problems = [...(taken ? [duplicate(`Another user has the email ${email}`)] : []), ...userProblems(body, twin)];
  if (problems.length > 0) throw new ApiError(422, problems);
  const [username = ''] = email.split('@');
  const names = { username, fullname: '', display_name: username, status: 'invited', invite_id: random.uuid() };
  records.create('user', { ...newUser, ...names, ...preparedUser(body) }, actor);
  return { kind: 'content', content: undefined, status: 201 };
};

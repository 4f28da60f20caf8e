import { refusal } from '../../../api-error.ts';
import { StoredFile } from '../../../files/file-store.ts';
import type { Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { messageFor } from '../answers/acknowledge.ts';
import { meOf } from '../people.ts';
import { projectValues } from '../records/project-rules.ts';
import { type Column, createProject } from '../records/project-writer.ts';
import { withEntries, withoutEntries } from '../values.ts';
import { ownRecord } from './own-record.ts';

const columnsOf = (template: unknown, { store }: Twin): readonly Column[] | undefined =>
  store.find('template', template)?.columns as readonly Column[] | undefined;

/** Creates a project with its board and its discussion; a logo comes as a file. */
export const create: Handler = ({ body, twin, actor }) => {
  const { logo, template_id, project_type: _, disabled: __, disabled_widget, ...values } = body;
  const own = {
    ...projectValues(values),
    ...(disabled_widget !== undefined && { disabled_widget }),
    ...(logo instanceof StoredFile && { logo: logo.url }),
  };
  return { kind: 'row', row: createProject(twin, own, meOf(twin).id, actor, columnsOf(template_id, twin)) };
};

/** The token's owner leaves a project; its owner cannot. */
export const leave: Handler = (call) => {
  const { twin, actor } = call;
  const project = ownRecord(call, 'project');
  const me = meOf(twin).id;
  if (project.owner === me) throw refusal(400, 'The owner cannot leave', 'The owner of a project cannot leave it');
  twin.records.update('project', project.id, { members: withoutEntries(project.members, [me]) }, actor);
  return { kind: 'nothing' };
};

/** Starting changes nothing that answers tell; what it does is not published. */
export const start: Handler = (call) => ({ kind: 'row', row: ownRecord(call, 'project') });

const memberFor = (invitee: Readonly<Record<string, string>>, { store, records }: Twin): Row => {
  const known = store.rows('member').find(({ email }) => email === invitee.email);
  if (known) return known;
  const { email = '', name = email.split('@')[0] ?? '', role } = invitee;
  return records.create(
    'member',
    { email, name, role, pending: true, removed: false, initials: name.slice(0, 2) },
    'api',
  );
};

/** Invites people: they are pending members from then on. */
export const invite: Handler = (call) => {
  const { twin, actor } = call;
  const project = ownRecord(call, 'project');
  const members = (call.body.invitees as readonly Readonly<Record<string, string>>[]).map((one) =>
    memberFor(one, twin),
  );
  const ids = members.map(({ id }) => id);
  twin.records.update('project', project.id, { members: withEntries(project.members, ids) }, actor);
  const invited = members.map(({ id, email, role }) => ({ id, email, role }));
  return { kind: 'content', content: { message: messageFor(call), invited } };
};

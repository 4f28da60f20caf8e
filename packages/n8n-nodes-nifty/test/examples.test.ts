import { checkExamples, exampleIn, startBench } from '@patchbay/n8n-suite';
import { expect, test } from 'vitest';
import { subject } from './installed.ts';

checkExamples(subject);

test('a new task is read again, since the delivery lacks its name, and gets a comment with a checklist', async () => {
  const bench = await startBench(subject);
  const task = bench.found('task', 'Business cards');
  const run = await bench.n8n.runWorkflow({
    ...exampleIn(subject.folder, 'comment-on-new-tasks.json'),
    trigger: 'Task Created',
    items: [{ json: { event: 'taskCreated', recordId: task.id, record: { id: task.id, nice_id: task.nice_id } } }],
  });
  expect(run.error).toBeUndefined();
  const comments = bench.twin.rows('message').filter((message) => message.task === task.id && message.subtype === null);
  expect(comments.at(-1)?.text).toContain('Business cards');
  await bench.close();
});

test('the open tasks of a project come with those that are due first in front', async () => {
  const bench = await startBench(subject);
  const project = bench.found('project', 'Lumen rebrand');
  const run = await bench.n8n.runWorkflow({
    ...exampleIn(subject.folder, 'list-open-tasks.json', { project_id: project.id }),
    trigger: 'Start',
    items: [{ json: {} }],
  });
  expect(run.error).toBeUndefined();
  const rows = run.runs['Get Open Tasks']?.[0]?.outputs[0]?.map(({ json }) => json) ?? [];
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter(({ completed, project: of }) => completed || of !== project.id)).toEqual([]);
  const due = rows.map(({ due_date }) => due_date).filter((day) => typeof day === 'string');
  expect(due).toEqual(due.toSorted());
  await bench.close();
});

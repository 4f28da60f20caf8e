import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startStudio } from './nifty-studio.ts';
import { textFile } from './text-file.ts';

const base = '/api/v1.0';

describe('files', () => {
  it('are uploaded several at once, to what the query names, and downloaded again', async () => {
    const { client, id, twin } = await startStudio();
    const rows = await client.file
      .upload({
        task_id: id('task', 'Business cards'),
        files: [textFile('front.txt', 'Ana Duarte'), textFile('back “ø”.txt', 'haldenstudio.example')],
      })
      .toArray();
    expect(rows.map(({ name, size, task }) => [name, size, task])).toEqual([
      ['front.txt', 10, id('task', 'Business cards')],
      ['back “ø”.txt', 20, id('task', 'Business cards')],
    ]);
    expect(rows[0]?.project_id).toBe(id('project', 'Lumen rebrand'));
    const sent = twin.requests.find(({ method }) => method === 'POST');
    expect(sent).toMatchObject({ status: 201, query: { task_id: id('task', 'Business cards') } });
    const { name, stream } = await client.file.download({ file_id: String(rows[1]?.id) });
    expect([name, await new Response(stream).text()]).toEqual(['back “ø”.txt', 'haldenstudio.example']);
  });

  it('need a target in the query, and parts with the name files', async () => {
    const { call, id } = await startStudio();
    const form = (part: string): FormData => {
      const data = new FormData();
      data.append(part, new Blob(['x']), 'x.txt');
      return data;
    };
    expect((await call('POST', `${base}/files`, { form: form('files') })).json.message).toContain('project_id');
    const target = `${base}/files?project_id=${id('project', 'Lumen rebrand')}`;
    expect((await call('POST', target, { form: form('file') })).status).toBe(400);
    expect((await call('POST', target, { form: form('files') })).status).toBe(201);
  });

  it('that are not there are answered with an empty 204 when labels are put on; the client says so', async () => {
    const { call, client, id } = await startStudio();
    const labels = [id('label', 'Print')];
    const answer = await call('PUT', `${base}/files/nothing/labels`, { body: { labels } });
    expect([answer.status, answer.text]).toEqual([204, '']);
    await expect(client.file.addLabels({ file_id: 'nothing', labels })).rejects.toMatchObject({ status: 404 });
    expect(await client.file.addLabels({ file_id: id('file', 'bag-sizes.csv'), labels })).toMatchObject({ labels });
  });

  it('come newest first, narrowed by folder, task or name', async () => {
    const { client, id } = await startStudio();
    const project_id = id('project', 'Lumen rebrand');
    const names = async (query: object) =>
      (await client.file.list({ project_id, ...query }).toArray()).map(({ name }) => name);
    expect(await names({})).toEqual(['bag-sizes.csv', 'logo-variants.svg']);
    expect(await names({ name: 'LOGO' })).toEqual(['logo-variants.svg']);
    const folder_id = id('folder', 'Bags');
    const inside = await client.folder.contents({ project_id, folder_id }).toArray();
    expect(inside.map(({ name }) => name)).toEqual(['bag-sizes.csv']);
  });

  it('move to another folder, and up when theirs is deleted', async () => {
    const { client, id } = await startStudio();
    const file_id = id('file', 'logo-variants.svg');
    const moved = await client.file.update({ file_id, folder_id: id('folder', 'Bags') });
    expect(moved.folder).toBe(id('folder', 'Bags'));
    await client.folder.delete({ folder_id: id('folder', 'Bags') });
    expect((await client.file.get({ file_id })).folder).toBe(id('folder', 'Print files'));
  });

  it('are attached to messages', async () => {
    const { client, id } = await startStudio();
    const file = id('file', 'bag-sizes.csv');
    const row = await client.message.create({
      task_id: id('task', 'Business cards'),
      text: 'See',
      nifty_files: [file],
    });
    expect(row.attachments).toEqual([expect.objectContaining({ id: file, name: 'bag-sizes.csv' })]);
  });
});

describe('a logo', () => {
  it('comes with a new project as a form, and is kept byte by byte', async () => {
    const { client, twin } = await startStudio();
    const content = await readFile(new URL(import.meta.url), 'utf8');
    const project = await client.project.create({
      name: 'Otter books',
      nice_id: 'OT',
      logo: textFile('logo.svg', content),
    });
    expect(project).toMatchObject({ nice_id: 'OT' });
    expect(twin.requests.at(-1)).toMatchObject({ operation: 'project.create', status: 201 });
    const kept = await fetch(String(twin.rows('project').at(-1)?.logo));
    expect(await kept.text()).toBe(content);
  });
});

describe('documents', () => {
  it('are in a project or task, personal ones apart', async () => {
    const { client, id } = await startStudio();
    const project = await client.document.list({ project_id: id('project', 'Lumen rebrand') }).toArray();
    expect(project.map(({ name }) => name)).toEqual(['Typography', 'Brand guidelines']);
    const task = await client.document.list({ task_id: id('task', 'Draw the logo variants') }).toArray();
    expect(task.map(({ name }) => name)).toEqual(['Brand guidelines']);
    await client.document.createPersonal({ name: 'Diary' });
    const personal = await client.document.listPersonal().toArray();
    expect(personal.map(({ name }) => name)).toEqual(['Diary', 'Ideas for the summer party']);
  });

  it('give their text as Markdown through the newer API, with its size', async () => {
    const { client, id } = await startStudio();
    const document_id = id('document', 'Ideas for the summer party');
    await client.document.change({ document_id, content: '# Fête\n' });
    expect(await client.document.getContent({ document_id })).toEqual({
      format: 'markdown',
      content: '# Fête\n',
      truncated: false,
      byteSize: 8,
      lossy: false,
    });
  });

  it('are in camelCase there, with what expand asks for, and take no hyphen in identifiers', async () => {
    const { call, client, id } = await startStudio();
    const document_id = id('document', 'Typography');
    await client.document.addLabels({ document_id, labels: [id('label', 'Print')] });
    expect(await client.document.getV3({ document_id, expand: ['labels', 'project'] })).toMatchObject({
      title: 'Typography',
      projectId: id('project', 'Lumen rebrand'),
      parentDocumentId: id('document', 'Brand guidelines'),
      labels: [{ id: id('label', 'Print'), name: 'Print' }],
      project: { name: 'Lumen rebrand' },
    });
    expect((await call('GET', '/api/v3/documents/not-there')).status).toBe(404);
  });

  it('tell their labels when these change', async () => {
    const { call, id } = await startStudio();
    const path = `${base}/docs/${id('document', 'Typography')}/labels`;
    const labels = [id('label', 'Print'), id('label', 'Web')];
    expect((await call('PUT', path, { body: { labels } })).json).toEqual({ message: expect.any(String), labels });
  });
});

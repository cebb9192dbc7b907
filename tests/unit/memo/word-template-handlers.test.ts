import { writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemoId } from '#domain/ids.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createTemplateReader } from '#electron/import/read-form-file.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { newFormId, newMemoIds } from '../../support/archive/sample-ids.ts';
import { makeWordTemplate } from '../../support/documents/word-template.ts';
import { docxPart } from '../../support/files/read-docx.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let importer: Importer;
beforeEach(async () => {
  bench = await openWorkbench();
  importer = await createJsdomImporter();
});
afterEach(async () => {
  await importer.close();
  await bench.close();
});

const form = { ...builtInForms.decision, name: 'Desk paper' };
const handlers = (changed: Partial<Workbench['deps']['desktop']> = {}) => {
  const templates = createTemplateReader(importer);
  return createHandlers({
    ...bench.deps,
    templates,
    memoWriters: createMemoWriters(bench.deps.pdfMaker, () => crypto.randomUUID(), templates.readBytes),
    desktop: { ...bench.deps.desktop, ...changed },
  });
};
const choosing = (name: string, bytes: Uint8Array) => {
  const path = join(bench.archive.folder, '..', name);
  writeFileSync(path, bytes);
  return handlers({ chooseWordTemplate: async () => path });
};
const addForm = async () => {
  const formId = newFormId();
  succeed(await handlers()['form:add']({ formId, form }));
  return formId;
};
const withTemplate = async () => {
  const formId = await addForm();
  succeed(await choosing('house.dotx', makeWordTemplate())['form:choose-word-template']({ formId }));
  return formId;
};
type Of = Awaited<ReturnType<typeof addForm>>;
const viewOf = async (formId: Of) => succeed(await handlers()['form:word-template']({ formId }));
const rowOf = async (formId: Of) =>
  succeed(await handlers()['form:list']({})).forms.find(({ template }) => template === formId);

const newest = async (memoId: MemoId) => {
  const id = (await bench.archive.snapshotIds(memoId)).at(-1);
  if (id === undefined) throw new Error('the export was kept');
  return succeed(await bench.archive.snapshot(memoId, id));
};

describe('the Word template of a form', () => {
  it('is kept with the form, as it was chosen, and there after a restart', async () => {
    const formId = await withTemplate();
    bench = await bench.reopen();
    expect(await rowOf(formId)).toMatchObject({ form, wordTemplate: 'house.dotx' });
    const view = await viewOf(formId);
    expect(view).toMatchObject({ fileName: 'house.dotx', hasPlace: true, remarks: [], chosen: [] });
    expect(view?.assigned).toMatchObject({ heading1: 'berschrift1', judgement: null });
    const path = join(bench.archive.folder, 'templates', `${formId}.json`);
    const { wordTemplate } = JSON.parse(await readFile(path, 'utf8')).forms[0];
    expect(Buffer.from(wordTemplate.base64, 'base64').equals(makeWordTemplate())).toBe(true);
  });

  it('stays while the form is edited, and optional fields of that can be taken back', async () => {
    const formId = await withTemplate();
    const change = handlers()['form:change'];
    succeed(await change({ formId, form: { ...form, numbersParagraphs: true }, editId: '1' }));
    succeed(await change({ formId, form, editId: '2' }));
    expect(await rowOf(formId)).toEqual({ template: formId, form, wordTemplate: 'house.dotx' });
  });

  it('has its styles assigned by hand, as none, and automatically again', async () => {
    const formId = await withTemplate();
    const assign = handlers()['form:assign-style'];
    succeed(await assign({ formId, part: 'judgement', style: 'Zitat' }));
    succeed(await assign({ formId, part: 'quotation', style: null }));
    expect(await viewOf(formId)).toMatchObject({
      assigned: { judgement: 'Zitat', quotation: null },
      chosen: ['judgement', 'quotation'],
    });
    succeed(await assign({ formId, part: 'quotation' }));
    expect(await viewOf(formId)).toMatchObject({ assigned: { quotation: 'Zitat' }, chosen: ['judgement'] });
  });

  it('is chosen, assigned and removed in one step of undo each', async () => {
    const formId = await withTemplate();
    succeed(await handlers()['form:assign-style']({ formId, part: 'title', style: 'Zitat' }));
    succeed(await handlers()['form:remove-word-template']({ formId }));
    expect(await viewOf(formId)).toBeNull();
    const undo = async () => succeed(await handlers()['undo:undo']({}));
    expect(await undo()).toMatchObject({ name: 'remove-word-template' });
    expect((await viewOf(formId))?.assigned.title).toBe('Zitat');
    expect(await undo()).toMatchObject({ name: 'change-word-template' });
    expect((await viewOf(formId))?.assigned.title).toBe('Titel');
    expect(await undo()).toMatchObject({ name: 'choose-word-template' });
    expect(await viewOf(formId)).toBeNull();
  });

  it('is refused where it acts or is none, and nothing is kept then', async () => {
    const formId = await addForm();
    const refused = async (name: string, bytes: Uint8Array) =>
      choosing(name, bytes)['form:choose-word-template']({ formId });
    const macros = makeWordTemplate({ files: { 'word/vbaProject.bin': 'x' } });
    expect(await refused('house.dotx', macros)).toEqual({
      ok: false,
      error: { code: 'template-unusable', file: 'house.dotx', why: 'macros' },
    });
    expect(await refused('house.dotm', makeWordTemplate())).toMatchObject({ error: { why: 'macros' } });
    expect(await refused('notes.docx', new TextEncoder().encode('no zip'))).toMatchObject({
      error: { code: 'template-unusable', why: 'damaged' },
    });
    const large = new Uint8Array(5 << 20);
    expect(await refused('large.docx', large)).toMatchObject({ error: { why: 'too-large' } });
    expect(await viewOf(formId)).toBeNull();
  });

  it('travels in the file of its form, and is read before that is taken', async () => {
    const formId = await withTemplate();
    const copyId = newFormId();
    succeed(
      await handlers()['form:add']({ formId: copyId, form: { ...form, name: 'Copy' }, templateOf: formId }),
    );
    expect((await rowOf(copyId))?.wordTemplate).toBe('house.dotx');
    const folder = join(bench.archive.folder, '..');
    succeed(await handlers({ chooseFormFolder: async () => folder })['form:export']({ template: formId }));
    const path = join(folder, 'Desk paper.json');
    const importing = handlers({ chooseForm: async () => path })['form:import'];
    const takenId = newFormId();
    expect(succeed(await importing({ formId: takenId }))).toEqual({ name: 'Desk paper 2' });
    expect((await rowOf(takenId))?.wordTemplate).toBe('house.dotx');
    const file = JSON.parse(await readFile(path, 'utf8'));
    const bad = makeWordTemplate({ files: { 'word/vbaProject.bin': 'x' } });
    file.wordTemplate.base64 = Buffer.from(bad).toString('base64');
    await writeFile(path, JSON.stringify(file));
    expect(await importing({ formId: newFormId() })).toMatchObject({ error: { why: 'macros' } });
  });

  it('serves the Word documents of memos in its form', async () => {
    const formId = await withTemplate();
    const ids = newMemoIds();
    const asked = {
      ...ids,
      title: 'The port',
      template: formId,
      marking: null,
      from: { kind: 'nothing' as const },
    };
    succeed(await handlers()['memo:create'](asked));
    const folder = join(bench.archive.folder, '..');
    const exporting = handlers({ exportFolder: () => folder });
    const options = { paper: 'a4', standard: 'ua-1', glyphs: 'refuse' } as const;
    const how = { fileName: 'port.docx', replaces: true, parts: {}, options };
    const made = succeed(await exporting['memo:export']({ memoId: ids.memoId, format: 'docx', ...how }));
    expect(made.ownStyles).toContain('Lines of the head');
    const { snapshot } = await newest(ids.memoId);
    expect(Object.keys(snapshot.exported ?? {}).sort()).toEqual([
      'bytes',
      'fileName',
      'format',
      'pages',
      'sha256',
    ]);
    const written = new Uint8Array(await readFile(join(folder, 'port.docx')));
    expect(docxPart(written, 'word/document.xml')).toContain('<w:pStyle w:val="Titel"/>');
  });
});

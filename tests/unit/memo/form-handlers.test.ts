import { writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORM_VERSION } from '#domain/archive/files.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import { builtInFormIds } from '#domain/memo/form/built-in-form-ids.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { MemoTemplate } from '#domain/memo/memo.ts';
import { ok } from '#domain/result.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { prepareMemo } from '#electron/handlers/memo/prepare-memo.ts';
import { newFormId, newMemoIds, newSearchId } from '../../support/archive/sample-ids.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const handlers = (changed: Partial<Workbench['deps']['desktop']> = {}) =>
  createHandlers({ ...bench.deps, desktop: { ...bench.deps.desktop, ...changed } });
const own = { ...builtInForms.decision, name: 'Desk paper', numbering: 'DP-{year}-{nn}' };
const addForm = async (form = own) => {
  const formId = newFormId();
  succeed(await handlers()['form:add']({ formId, form }));
  return formId;
};
const begin = async (template: MemoTemplate, said: object = {}) => {
  const ids = newMemoIds();
  const asked = { ...ids, title: 'The port', template, marking: null, from: { kind: 'nothing' as const } };
  succeed(await handlers()['memo:create']({ ...asked, ...said }));
  return succeed(await handlers()['memo:open']({ memoId: ids.memoId })).memo;
};
const names = async () => succeed(await handlers()['form:list']({})).forms.map(({ form: { name } }) => name);
const formPath = (id: string) => join(bench.archive.folder, 'templates', `${id}.json`);

describe('a form of the archive', () => {
  it('is one file, listed after those that Precis includes, and there after a restart', async () => {
    const formId = await addForm();
    expect(await names()).toEqual([...builtInFormIds.map((id) => builtInForms[id].name), 'Desk paper']);
    expect(JSON.parse(await readFile(formPath(formId), 'utf8'))).toMatchObject({
      version: FORM_VERSION,
      forms: [{ id: formId, name: 'Desk paper', deletedAt: null }],
    });
    bench = await bench.reopen();
    expect(await names()).toContain('Desk paper');
  });

  it('begins a memo with its sections, its numbers and its language', async () => {
    const formId = await addForm({ ...own, language: 'pl' });
    const memo = await begin(formId);
    expect(memo.head).toMatchObject({ language: 'pl' });
    expect(memo.head.referenceNumber).toMatch(/^DP-\d{4}-01$/u);
    expect((await begin(formId)).head.referenceNumber).toMatch(/-02$/u);
    expect(memo.content.content[1]?.attrs).toEqual({
      role: 'own',
      heading: 'Issue',
      guide: {
        prompt: 'What has to be decided, by whom, and by when.',
        whenEmpty: '',
        isRequired: true,
      },
    });
  });

  it('can’t be called as another, until that is deleted', async () => {
    const formId = await addForm();
    const again = { formId: newFormId(), form: { ...own, name: 'desk PAPER' } };
    const refused = { ok: false, error: { code: 'name-taken', name: 'desk PAPER' } };
    expect(await handlers()['form:add'](again)).toEqual(refused);
    expect(await handlers()['form:add']({ ...again, form: { ...own, name: 'Sitrep' } })).toMatchObject({
      error: { code: 'name-taken' },
    });
    succeed(await handlers()['form:delete']({ formId }));
    succeed(await handlers()['form:add'](again));
    expect(await handlers()['trash:restore']({ rows: [{ kind: 'form', id: formId }] })).toMatchObject({
      ok: false,
    });
  });

  it('lies in the trash once it is deleted, comes back, and goes for good; its memos stay', async () => {
    const formId = await addForm();
    const memo = await begin(formId);
    succeed(await handlers()['form:delete']({ formId }));
    expect(succeed(await handlers()['trash:list']({}))).toMatchObject([
      { kind: 'form', id: formId, title: 'Desk paper' },
    ]);
    expect(succeed(await handlers()['counts:get']({})).trash).toBe(1);
    expect(
      await handlers()['memo:create']({
        ...newMemoIds(),
        title: 'B',
        template: formId,
        marking: null,
        from: { kind: 'nothing' },
      }),
    ).toMatchObject({
      error: { code: 'not-found', what: 'form' },
    });
    succeed(await handlers()['trash:restore']({ rows: [{ kind: 'form', id: formId }] }));
    expect(await names()).toContain('Desk paper');
    succeed(await handlers()['form:delete']({ formId }));
    expect(succeed(await handlers()['trash:empty']({}))).toEqual({ removed: 1, held: 0 });
    expect(succeed(await handlers()['trash:list']({}))).toEqual([]);
    bench = await bench.reopen();
    expect(await names()).not.toContain('Desk paper');
    expect(succeed(await handlers()['memo:open']({ memoId: memo.id })).memo.content).toEqual(memo.content);
  });

  it('is what the memo is called on paper', async () => {
    const formId = await addForm();
    const kindOf = async (template: MemoTemplate) => {
      const { memo, material, document } = succeed(await prepareMemo(bench.deps, (await begin(template)).id));
      const dressing = { memo, material, draftNumber: null, sentWith: null, manifest: null };
      return dressDocument(document, dressing, usualParts).kind;
    };
    expect(await kindOf('bluf')).toBe('Briefing memo');
    expect(await kindOf('sitrep')).toBe('Situation report');
    expect(await kindOf('decision')).toBe('Decision memo');
    expect(await kindOf(formId)).toBe('Desk paper');
  });

  it('is changed in one step of undo for one visit', async () => {
    const formId = await addForm();
    for (const letterhead of ['D', 'Desk'])
      succeed(await handlers()['form:change']({ formId, form: { ...own, letterhead }, editId: 'visit' }));
    expect(succeed(await handlers()['undo:undo']({}))).toMatchObject({ name: 'change-form' });
    const row = succeed(await handlers()['form:list']({})).forms.at(-1);
    expect(row).toEqual({ template: formId, form: own, wordTemplate: null });
  });
});

describe('a damaged file of a form', () => {
  it.each([
    ['no JSON', '{"version": 1, "forms": [', 'file-repaired'],
    ['another shape', '{"version": 1, "forms": [{"id": 7}]}', 'file-repaired'],
    ['a newer version', '{"version": 10, "forms": []}', 'file-unreadable'],
  ])('with %s is named in "Review" and blocks nothing', async (_case, text, kind) => {
    const kept = await addForm({ ...own, name: 'Kept' });
    const formId = await addForm();
    const memo = await begin(formId);
    bench = await bench.reopen(() => {
      writeFileSync(formPath(formId), text);
      writeFileSync(`${formPath(formId)}.bak`, text);
    });
    const list = succeed(await handlers()['form:list']({}));
    expect(list.unreadable).toBe(1);
    expect(list.forms.map(({ template }) => template)).toContain(kept);
    expect(list.forms).toHaveLength(builtInFormIds.length + 1);
    const items = succeed(await handlers()['review:list']({}));
    expect(items.map((item) => item.kind)).toContain(kind);
    expect(JSON.stringify(items)).toContain(`templates/${formId}.json`);
    expect((await begin('sitrep')).template).toBe('sitrep');
    expect(succeed(await handlers()['memo:open']({ memoId: memo.id })).memo.content).toEqual(memo.content);
  });
});

describe('the file of a form', () => {
  const importFrom = (path: string) =>
    handlers({ chooseForm: async () => path })['form:import']({ formId: newFormId() });

  it('is written where the analyst says, and taken by an archive under a free name', async () => {
    const formId = await addForm();
    const folder = join(bench.archive.folder, '..');
    const exporting = handlers({ chooseFormFolder: async () => folder });
    const { fileName } = succeed(await exporting['form:export']({ template: formId }));
    expect(fileName).toBe('Desk paper.json');
    expect(await exporting['form:export']({ template: formId })).toMatchObject({ ok: false });
    expect(succeed(await importFrom(join(folder, fileName)))).toEqual({ name: 'Desk paper 2' });
    expect(await names()).toContain('Desk paper 2');
  });

  it('is refused with its lines, and nothing is kept', async () => {
    const path = join(bench.archive.folder, '..', 'bad.json');
    await writeFile(path, '{"format": "precis-form", "version": 1,\n "form": {"name": ""}}');
    const refused = await importFrom(path);
    expect(refused).toMatchObject({ ok: false, error: { code: 'form-unreadable', file: 'bad.json' } });
    await writeFile(path, Uint8Array.of(0xff, 0xfe, 0x00));
    expect(await importFrom(path)).toMatchObject({ ok: false, error: { code: 'file-binary' } });
    expect(await names()).toHaveLength(builtInFormIds.length);
  });
});

describe('a memo that is made from something', () => {
  it('has the passages of a saved search, by tag', async () => {
    const acts = createActs(() => bench);
    const text = 'Ships wait. Trucks wait.';
    const articleId = await acts.addArticle(text, { title: 'The port' });
    const tagIds = [await acts.ensureTag('Ships')];
    const { id: first } = await acts.add(articleId, text, 'Ships wait.', { tagIds });
    const { id: second } = await acts.add(articleId, text, 'Trucks wait.');
    const searchId = newSearchId();
    succeed(await handlers()['search:save']({ searchId, name: 'All', text: '', scope: 'passages' }));
    const memo = await begin('evidence-annex', { from: { kind: 'search', searchId }, groupBy: 'tag' });
    const evidence = memo.content.content.filter(({ attrs }) => attrs.heading.startsWith('Evidence'));
    expect(evidence.map(({ attrs, content }) => [attrs.heading, content])).toMatchObject([
      ['Evidence: Ships', [{ attrs: { passageId: first } }]],
      ['Evidence: without a tag', [{ attrs: { passageId: second } }]],
    ]);
  });

  it('is begun in the language that was chosen, with headings and evidence in it, and nothing is missing', async () => {
    const acts = createActs(() => bench);
    const text = 'Ships wait. Trucks wait.';
    const articleId = await acts.addArticle(text, { title: 'The port' });
    await acts.add(articleId, text, 'Ships wait.');
    const memo = await begin('decision', { from: { kind: 'article', articleId }, language: 'de' });
    expect(memo.head.language).toBe('de');
    expect(memo.content.content.map(({ attrs }) => attrs.heading)).toEqual([
      'Empfehlung',
      'Gegenstand',
      'Sachverhalt',
      'Belege',
      'Handlungsoptionen',
      'Zugrunde liegende Bewertungen',
      'Risiken',
      'Nächste Schritte',
      'Quellenübersicht',
    ]);
    const open = () => handlers()['memo:open']({ memoId: memo.id });
    const options = { paper: 'a4', glyphs: 'refuse' } as const;
    const made = async () => ok({ pdf: new Uint8Array(), pages: 1, pageKeys: ['a'], missingGlyphs: [] });
    const printing = createHandlers({ ...bench.deps, pdfMaker: { ...bench.deps.pdfMaker, make: made } });
    const { findings } = succeed(await printing['memo:proof']({ memoId: memo.id, options }));
    const required = findings.filter(({ rule }) => rule === 'required-sections');
    expect(required.map(({ message }) => message)).toEqual([
      'The form asks for “Empfehlung”, which is empty.',
      'The form asks for “Gegenstand”, which is empty.',
      'The form asks for “Handlungsoptionen”, which is empty.',
    ]);
    const passageIds = [(await acts.add(articleId, text, 'Trucks wait.')).id];
    succeed(await handlers()['memo:cite-passages']({ memoId: memo.id, passageIds }));
    const after = succeed(await open()).memo.content.content;
    const evidence = after.filter(({ attrs }) => attrs.heading === 'Belege');
    expect(evidence.map(({ content }) => content.length)).toEqual([2]);
  });

  it('is a draft with a number of its own where it is a duplicate, whatever the state of the other', async () => {
    const memo = await begin('sitrep');
    succeed(await handlers()['memo:set-state']({ memoId: memo.id, state: 'in-review' }));
    const { memoId: newMemoId } = newMemoIds();
    succeed(await handlers()['memo:duplicate']({ memoId: memo.id, newMemoId }));
    const copy = succeed(await handlers()['memo:open']({ memoId: newMemoId })).memo;
    expect(copy).toMatchObject({ id: newMemoId, state: 'draft', template: 'sitrep', content: memo.content });
    expect(copy.head.referenceNumber).toMatch(/^SR-\d{4}-02$/u);
    expect(copy.supersedesId).toBeNull();
  });
});

it('shows a draft in the list with the pages of its last preview', async () => {
  const { id: memoId } = await begin('bluf');
  const pdfMaker = {
    ...bench.deps.pdfMaker,
    make: async () => ok({ pdf: new Uint8Array(), pages: 3, pageKeys: ['a', 'b', 'c'], missingGlyphs: [] }),
  };
  const memos = createHandlers({ ...bench.deps, pdfMaker });
  const pages = async () => succeed(await memos['memo:list']({})).map((row) => row.pages);
  expect(await pages()).toEqual([null]);
  succeed(await memos['memo:proof']({ memoId, options: { paper: 'a4', glyphs: 'refuse' } }));
  expect(await pages()).toEqual([3]);
});

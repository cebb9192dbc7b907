import { writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import type { MemoContent, MemoSection } from '#domain/memo/memo-content.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { createUndoHandlers } from '#electron/handlers/archive/undo-handlers.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { createTaskHandlers } from '#electron/handlers/task/task-handlers.ts';
import type { PdfMaker } from '#electron/ports/pdf-maker.ts';
import { newMemoIds, newTaskId } from '../../support/archive/sample-ids.ts';
import { pdfInfo, pdfText } from '../../support/files/read-pdf.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler } from '../../support/memo/print-memo.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const compile = createTestCompiler();
const options = { paper: 'a4', glyphs: 'refuse' } as const;
const asPdf = { format: 'pdf', parts: usualParts, fileName: 'memo.pdf', replaces: true } as const;
const make: PdfMaker['make'] = async (document, chosen) => makeMemoPdf(compile, document, chosen);
const pdfMaker = { make, warmUp: () => undefined, close: async () => undefined };
const printing = { pdfMaker, memoWriters: createMemoWriters(pdfMaker, () => crypto.randomUUID()) };
const sentOn = calendarDateSchema.parse('2024-04-24');
const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';

let bench: Workbench;
let folder: string;
/** Where memos are exported to. */
let exportFolder: string;
let revealed: string[];
let memos: ReturnType<typeof createMemoHandlers>;
let articleId: ArticleId;

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  exportFolder = folder;
  revealed = [];
  memos = createMemoHandlers({
    ...bench.deps,
    ...printing,
    desktop: {
      ...bench.deps.desktop,
      exportFolder: () => exportFolder,
      revealFile: (path) => void revealed.push(path),
    },
  });
  articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
});
afterEach(async () => {
  await bench.close();
  await removeFolder(folder);
});

const acts = createActs(() => bench);
const addPassage = async (quote: string | string[], tagPath: string[] = []): Promise<Passage> => {
  const tagIds = tagPath.length === 0 ? [] : [await acts.ensureTag(...tagPath)];
  return acts.add(articleId, text, quote, { tagIds });
};

const resize = async (passage: Passage, quote: string): Promise<void> => {
  await editPassage(bench, articleId, passage.id, { kind: 'resize', ranges: [rangeOf(text, quote)] });
};

type From = Parameters<(typeof memos)['memo:create']>[0]['from'];
const create = async (
  from: From = { kind: 'nothing' },
  title = 'Beijing visit: the warning',
): Promise<MemoId> =>
  succeed(await memos['memo:create']({ ...newMemoIds(), title, template: 'bluf', marking: null, from }))
    .memoId;
const open = async (memoId: MemoId) => succeed(await memos['memo:open']({ memoId }));
const findingsOf = async (memoId: MemoId) => succeed(await memos['memo:proof']({ memoId, options })).findings;

const withText = (content: MemoContent, role: MemoSection['attrs']['role'], words: string): MemoContent => ({
  ...content,
  content: content.content.map((section) =>
    section.attrs.role === role
      ? { ...section, content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
      : section,
  ),
});
const write = async (memoId: MemoId, words: string, editId: string) => {
  const { memo } = await open(memoId);
  return memos['memo:save']({ memoId, editId, content: withText(memo.content, 'bottom-line', words) });
};

describe('a new memo', () => {
  it('takes the next number of the year, also past one that lies in the trash', async () => {
    const first = await create();
    expect((await open(first)).memo.head).toMatchObject({
      referenceNumber: 'PM-2024-001',
      asOf: '2024-04-24',
    });
    succeed(await memos['memo:delete']({ memoId: first }));
    expect((await open(await create())).memo.head.referenceNumber).toBe('PM-2024-002');
  });

  it('has the name and the lexicon of the settings', async () => {
    await bench.deps.local.changeSettings({ exportFrom: 'Analysis desk', lexicon: 'phia' });
    expect((await open(await create())).memo.head).toMatchObject({ from: 'Analysis desk', lexicon: 'phia' });
  });

  it('cites the passages of an article, in the order of the text', async () => {
    const later = await addPassage('nobody asked');
    const earlier = await addPassage('The port closed');
    const { citations } = await open(await create({ kind: 'article', articleId }));
    expect(citations.map(({ passageId, state, paragraph }) => [passageId, state, paragraph])).toEqual([
      [earlier.id, 'ok', 1],
      [later.id, 'ok', 2],
    ]);
  });

  it('cites the passages of a tag, and of those below it', async () => {
    await addPassage('The port closed');
    await addPassage('nobody asked', ['Ports', 'Silence']);
    const tagId = await acts.ensureTag('Ports');
    const { citations } = await open(await create({ kind: 'tag', tagId }));
    expect(citations.map(({ quote }) => quote)).toEqual(['nobody asked']);
  });

  it('cites selected passages, and is not made where one is gone', async () => {
    const kept = await addPassage('nobody asked');
    const gone = await addPassage('The port closed');
    await editPassage(bench, articleId, gone.id, { kind: 'delete' });
    const from: From = { kind: 'passages', passageIds: [kept.id, gone.id] };
    const refused = await memos['memo:create']({
      ...newMemoIds(),
      title: 'T',
      template: 'bluf',
      marking: null,
      from,
    });
    expect(codeOf(refused)).toBe('not-found');
    const { citations } = await open(await create({ kind: 'passages', passageIds: [kept.id] }));
    expect(citations.map(({ quote }) => quote)).toEqual(['nobody asked']);
    expect(succeed(await memos['memo:list']({}))).toHaveLength(1);
  });

  it('is marked at least as high as what it cites', async () => {
    await addPassage('nobody asked');
    const marking = { kind: 'tlp', label: 'TLP:RED' } as const;
    succeed(await createArticleHandlers(bench.deps)['article:set-marking']({ articleId, marking }));
    expect((await open(await create({ kind: 'article', articleId }))).memo.head.marking).toEqual(marking);
  });

  it('is an act that can be undone', async () => {
    await create();
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(succeed(await memos['memo:list']({}))).toEqual([]);
  });
});

describe('saving a memo', () => {
  it('makes one step of all saves of one visit', async () => {
    const memoId = await create();
    for (const words of ['It', 'It goes', 'It goes on.']) succeed(await write(memoId, words, 'visit-1'));
    succeed(await write(memoId, 'It ends.', 'visit-2'));
    const { 'undo:undo': undo, 'undo:history': history } = createUndoHandlers(bench.deps);
    const title = 'Beijing visit: the warning';
    expect(succeed(await history({}))).toEqual({
      undo: [
        { name: 'edit-memo', title },
        { name: 'edit-memo', title },
        { name: 'add-memo', title },
        { name: 'import-article', title: expect.any(String) },
      ],
      redo: [],
    });
    const bottomLine = async () => JSON.stringify((await open(memoId)).memo.content.content[0]);
    succeed(await undo({}));
    expect(await bottomLine()).toContain('It goes on.');
    succeed(await undo({}));
    expect(await bottomLine()).not.toContain('text');
  });

  it('is on the disk when it is acknowledged', async () => {
    const memoId = await create();
    succeed(await write(memoId, 'It goes on.', 'visit'));
    bench = await bench.reopen();
    const stored = succeed(await bench.archive.memo(memoId)).memo;
    expect(JSON.stringify(stored.content)).toContain('It goes on.');
  });

  it('refuses the reference number of another memo, and takes its own again', async () => {
    const [first, second] = [await create(), await create()];
    const { head } = (await open(second)).memo;
    const taken = { ...head, referenceNumber: (await open(first)).memo.head.referenceNumber };
    const save = (to: typeof head) => memos['memo:save']({ memoId: second, editId: 'x', head: to });
    expect(await save(taken)).toEqual({ ok: false, error: { code: 'name-taken', name: 'PM-2024-001' } });
    expect(codeOf(await save({ ...head, title: 'Other' }))).toBe('ok');
  });

  it('keeps the state apart from the text', async () => {
    const memoId = await create();
    expect(succeed(await memos['memo:set-state']({ memoId, state: 'in-review' })).state).toBe('in-review');
  });
});

describe('citing passages in a memo', () => {
  const send = (memoId: MemoId, ...passages: Passage[]) =>
    memos['memo:cite-passages']({ memoId, passageIds: passages.map(({ id }) => id) });
  const quotesOf = async (memoId: MemoId) => (await open(memoId)).citations.map(({ quote }) => quote);

  it('quotes them at the end of its evidence, each once, and changes nothing that is written', async () => {
    const [first, second] = [await addPassage('nobody asked'), await addPassage('The port closed')];
    const memoId = await create();
    succeed(await write(memoId, 'It goes on.', 'visit'));
    expect(succeed(await send(memoId, first))).toMatchObject({
      memoId,
      referenceNumber: 'PM-2024-001',
      added: 1,
    });
    expect(succeed(await send(memoId, second, first))).toMatchObject({
      memoId,
      referenceNumber: 'PM-2024-001',
      added: 1,
    });
    expect(await quotesOf(memoId)).toEqual(['nobody asked', 'The port closed']);
    expect(JSON.stringify((await open(memoId)).memo.content)).toContain('It goes on.');
    expect((await open(memoId)).citations.map(({ state }) => state)).toEqual(['ok', 'ok']);
  });

  it('is one step of undo, and none where all of them stand there already', async () => {
    const passage = await addPassage('nobody asked');
    const memoId = await create();
    succeed(await send(memoId, passage));
    succeed(await send(memoId, passage));
    expect(bench.archive.undoState().undo).toBe('cite-passages');
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(await quotesOf(memoId)).toEqual([]);
  });

  it('is refused for a memo that was sent, and where a passage is gone', async () => {
    const passage = await addPassage('nobody asked');
    const memoId = await create();
    succeed(await memos['memo:send']({ memoId, recipients: ['Director'], sentOn, way: '', file: null }));
    expect(codeOf(await send(memoId, passage))).toBe('memo-is-sent');
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    await editPassage(bench, articleId, passage.id, { kind: 'delete' });
    expect(codeOf(await send(memoId, passage))).toBe('not-found');
    expect(await quotesOf(memoId)).toEqual([]);
  });
});

describe('citing and checking', () => {
  it('gives a citation the hash of the quote as it stands', async () => {
    const passage = await addPassage('nobody asked');
    const on = { articleId, passageId: passage.id };
    expect(succeed(await memos['memo:cite'](on))).toEqual({
      ...on,
      exactSha256: sha256Of('nobody asked'),
    });
    await editPassage(bench, articleId, passage.id, { kind: 'delete' });
    expect(codeOf(await memos['memo:cite'](on))).toBe('not-found');
  });

  it('sees a passage that was resized, deleted, or went to the trash with its article', async () => {
    const passage = await addPassage('nobody asked');
    const memoId = await create({ kind: 'article', articleId });
    const state = async () => (await open(memoId)).citations.map((citation) => citation.state);
    await resize(passage, 'nobody');
    expect(await state()).toEqual(['changed']);
    await resize(passage, 'nobody asked');
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
    expect(await state()).toEqual(['deleted']);
    expect((await open(memoId)).citations[0]).toMatchObject({ quote: 'nobody asked', paragraph: null });
  });

  it('names changed evidence and characters without a glyph as what must be mended', async () => {
    const passage = await addPassage('nobody asked');
    const memoId = await create({ kind: 'article', articleId }, 'Visit to 𐀀');
    await resize(passage, 'nobody');
    const errors = (await findingsOf(memoId)).filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([
      {
        rule: 'missing-glyph',
        message: 'No font has 𐀀 (U+10000) in “title”. Remove the character, or print its number.',
      },
      {
        rule: 'evidence-changed',
        place: { kind: 'citation', passageId: passage.id },
        message: expect.stringMatching(/^A cited passage of “.+” has changed\./),
      },
    ]);
  });

  it('offers the follow-ups of the memo and of what it cites for printing', async () => {
    await addPassage('nobody asked');
    const memoId = await create({ kind: 'article', articleId });
    const task = { kind: 'gap', due: null, owner: null } as const;
    const { 'task:add': addTask } = createTaskHandlers(bench.deps);
    const add = async (place: TaskPlace, title: string) =>
      succeed(await addTask({ taskId: newTaskId(), place, task: { ...task, title } }));
    await add({ on: 'memo', memoId }, 'On the memo');
    await add({ on: 'article', articleId }, 'On the article');
    const far = await add({ on: 'nothing' }, 'On nothing');
    expect((await open(memoId)).tasks.map(({ title }) => title)).toEqual(['On the memo', 'On the article']);
    succeed(await memos['memo:save']({ memoId, editId: 'x', printedTaskIds: [far.id] }));
    expect((await open(memoId)).tasks.map(({ title }) => title)).toContain('On nothing');
  });

  it('shows a preview also of a memo that may not go out yet', async () => {
    const passage = await addPassage('nobody asked');
    const memoId = await create({ kind: 'article', articleId });
    await resize(passage, 'nobody');
    const { memo, printed } = succeed(await memos['memo:proof']({ memoId, options }));
    const preview = succeed(printed);
    expect(memo.id).toBe(memoId);
    expect(preview).toMatchObject({ pages: 1, pageKeys: [expect.any(String)] });
    expect(Buffer.from(preview.pdf.slice(0, 5)).toString()).toBe('%PDF-');
  });
});

describe('a quotation that leaves out a denial', () => {
  const cut = async (): Promise<MemoId> => {
    await addPassage(['Nobody said why', 'asked']);
    return create({ kind: 'article', articleId });
  };
  const misquotes = async (memoId: MemoId) =>
    (await findingsOf(memoId)).filter(({ rule }) => rule === 'quote-not-verbatim');

  it('keeps a memo back until a person states why it is right, and again when that is undone', async () => {
    const memoId = await cut();
    const [problem, ...others] = await misquotes(memoId);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      level: 'error',
      key: { rule: 'negation-omitted' },
      message: expect.stringContaining('“nobody” is left out'),
    });
    expect(codeOf(await memos['memo:export']({ ...asPdf, memoId, options }))).toBe('misquoted');

    const finding = problem?.key ?? null;
    if (finding === null) throw new Error('a left out denial can be intended');
    const reason = 'Both say the same.';
    const stated = succeed(await memos['memo:state-reason']({ memoId, finding, reason }));
    expect(stated.statedReasons).toMatchObject([{ ...finding, reason }]);
    expect(await misquotes(memoId)).toMatchObject([{ level: 'error', intended: reason }]);
    succeed(await memos['memo:export']({ ...asPdf, memoId, options }));

    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(await misquotes(memoId)).toMatchObject([{ level: 'error', intended: null }]);
    expect(codeOf(await memos['memo:export']({ ...asPdf, memoId, options }))).toBe('misquoted');
  });

  it('takes a reason back as one step', async () => {
    const memoId = await cut();
    const finding = { rule: 'negation-omitted', place: 'there' };
    succeed(await memos['memo:state-reason']({ memoId, finding, reason: 'So it is.' }));
    const after = succeed(await memos['memo:state-reason']({ memoId, finding, reason: null }));
    expect(after.statedReasons).toEqual([]);
  });
});

describe('exporting a memo', () => {
  it('writes the PDF to the folder of exports under the name that was given', async () => {
    await addPassage('nobody asked');
    const marking = { kind: 'tlp', label: 'TLP:AMBER' } as const;
    succeed(await createArticleHandlers(bench.deps)['article:set-marking']({ articleId, marking }));
    const memoId = await create({ kind: 'article', articleId });
    const exported = succeed(await memos['memo:export']({ ...asPdf, memoId, options }));
    const file = join(folder, 'memo.pdf');
    expect(exported).toEqual({ fileName: 'memo.pdf', pages: 1, bytes: (await readFile(file)).length });
    expect(await pdfText(file)).toContain('nobody asked');
    expect(await pdfInfo(file)).toMatchObject({ Title: 'Beijing visit: the warning', Tagged: 'yes' });
    succeed(await memos['memo:reveal']({ memoId }));
    expect(revealed).toEqual([file]);
  });

  it('replaces a file that is there and leaves nothing beside it', async () => {
    await writeFile(join(folder, 'memo.pdf'), 'old');
    succeed(await memos['memo:export']({ ...asPdf, memoId: await create(), options }));
    expect(await readdir(folder)).toEqual(['memo.pdf']);
    expect((await readFile(join(folder, 'memo.pdf'), 'latin1')).startsWith('%PDF-1.7')).toBe(true);
    // It is to be handed on: unlike the archive it is as any other file of its owner.
    await writeFile(join(folder, 'other'), '');
    expect((await stat(join(folder, 'memo.pdf'))).mode).toBe((await stat(join(folder, 'other'))).mode);
  });

  it('says which file could not be written and why, and leaves the old one', async () => {
    const memoId = await create();
    exportFolder = join(folder, 'missing');
    expect(await memos['memo:export']({ ...asPdf, memoId, options })).toEqual({
      ok: false,
      error: { code: 'write-failed', file: 'memo.pdf', reason: 'other' },
    });
    exportFolder = folder;
    await mkdir(join(folder, 'taken.pdf'));
    await writeFile(join(folder, 'taken.pdf', 'kept'), 'kept');
    const overFolder = await memos['memo:export']({ ...asPdf, memoId, options, fileName: 'taken.pdf' });
    expect(codeOf(overFolder)).toBe('write-failed');
    expect(await readdir(folder)).toEqual(['taken.pdf']);
  });

  it.for(['tags.json', 'memo.pdf', 'articles/new/memo.pdf'])(
    'never writes %s into an archive',
    async (name) => {
      const memoId = await create();
      const before = await readTree(bench.archive.folder);
      const fileName = basename(name);
      exportFolder = join(bench.archive.folder, dirname(name));
      const refusal = { ok: false, error: { code: 'place-in-archive', folder: bench.archive.folder } };
      expect(await memos['memo:export']({ ...asPdf, memoId, options, fileName })).toEqual(refusal);
      await symlink(bench.archive.folder, join(folder, 'link'));
      exportFolder = join(folder, 'link', dirname(name));
      expect(await memos['memo:export']({ ...asPdf, memoId, options, fileName })).toEqual(refusal);
      expect(await readTree(bench.archive.folder)).toEqual(before);
    },
  );

  it('knows an archive whose archive.json is damaged, and no archive of another program', async () => {
    const memoId = await create();
    await writeFile(join(folder, 'archive.json'), '{"cut');
    expect(codeOf(await memos['memo:export']({ ...asPdf, memoId, options }))).toBe('place-in-archive');
    await writeFile(join(folder, 'archive.json'), '{"name":"mail"}');
    succeed(await memos['memo:export']({ ...asPdf, memoId, options }));
  });

  it('is refused, before anything is asked, while evidence is not what it was', async () => {
    const passage = await addPassage('nobody asked');
    const memoId = await create({ kind: 'article', articleId });
    await resize(passage, 'nobody');
    expect(await memos['memo:export']({ ...asPdf, memoId, options })).toEqual({
      ok: false,
      error: { code: 'evidence-changed', count: 1 },
    });
  });

  it('is refused while the memo is marked below what it cites', async () => {
    await addPassage('nobody asked');
    const memoId = await create({ kind: 'article', articleId });
    const { head } = (await open(memoId)).memo;
    const marking = { kind: 'tlp', label: 'TLP:GREEN' } as const;
    succeed(await memos['memo:save']({ memoId, editId: 'x', head: { ...head, marking } }));
    const received = { kind: 'tlp', label: 'TLP:RED' } as const;
    succeed(await createArticleHandlers(bench.deps)['article:set-marking']({ articleId, marking: received }));
    expect(await memos['memo:export']({ ...asPdf, memoId, options })).toEqual({
      ok: false,
      error: { code: 'marking-below-evidence', needed: 'TLP:RED' },
    });
  });

  it('is refused for a character without a glyph, until it is printed as its code point', async () => {
    const memoId = await create({ kind: 'nothing' }, 'Visit to 𐀀');
    expect(codeOf(await memos['memo:export']({ ...asPdf, memoId, options }))).toBe('missing-glyphs');
    succeed(await memos['memo:export']({ ...asPdf, memoId, options: { ...options, glyphs: 'code-point' } }));
    expect(await pdfText(join(folder, 'memo.pdf'))).toContain('Visit to [U+10000]');
  });

  it('is refused for words that another hand has put into the archive’s files', async () => {
    await addPassage('nobody asked');
    const memoId = await create({ kind: 'article', articleId });
    const file = join(bench.archive.folder, 'articles', articleId, 'annotations.json');
    bench = await bench.reopen();
    const stored = JSON.parse(await readFile(file, 'utf8'));
    stored.passages[0].selectors[0].quote.exact = 'nobody asked me';
    const memoFile = join(bench.archive.folder, 'memos', memoId, 'memo.json');
    const memo = (await readFile(memoFile, 'utf8')).replace(
      sha256Of('nobody asked'),
      sha256Of('nobody asked me'),
    );
    bench = await bench.reopen(() => {
      writeFileSync(file, JSON.stringify(stored));
      writeFileSync(memoFile, memo);
    });
    const reopened = createMemoHandlers({ ...bench.deps, ...printing });
    expect(codeOf(await reopened['memo:export']({ ...asPdf, memoId, options }))).toBe('evidence-changed');
  });
});

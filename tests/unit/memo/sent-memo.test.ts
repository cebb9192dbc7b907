import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleId, type MemoId, type PassageId, snapshotIdSchema } from '#domain/ids.ts';
import { type ExportParts, usualParts } from '#domain/memo/export/export-parts.ts';
import type { SuccessorKind } from '#domain/memo/sent/draft-successor.ts';
import { err } from '#domain/result.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { sentFiles } from '#electron/export/sent-files.ts';
import { createUndoHandlers } from '#electron/handlers/archive/undo-handlers.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { finishSendings } from '#electron/handlers/memo/sent/send-memo.ts';
import { createTrashHandlers } from '#electron/handlers/trash/trash-handlers.ts';
import type { MemoWriter } from '#electron/ports/memo-writer.ts';
import { newMemoIds } from '../../support/archive/sample-ids.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';
const sentOn = calendarDateSchema.parse('2024-04-24');
const asPdf = {
  format: 'pdf',
  options: { paper: 'a4', glyphs: 'refuse' },
  parts: usualParts,
  fileName: 'memo.pdf',
  replaces: true,
} as const;
const DAY_MS = 86_400_000;

let bench: Workbench;
let folder: string;
let path: string;
let nowMs: number;
let writers: Pick<HandlerDeps, 'memoWriters'>;
let memos: ReturnType<typeof createMemoHandlers>;
let articleId: ArticleId;
let passageId: PassageId;
let made: { bytes: Uint8Array; status: unknown; manifest: unknown };

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  path = join(folder, 'memo.pdf');
  nowMs = Date.parse('2024-04-24T09:00:00.000Z');
  const pdf: MemoWriter = {
    write: async (document) => {
      const { status, manifest } = document;
      made = { bytes: Buffer.from(JSON.stringify(document)), status, manifest };
      return { ok: true, value: { bytes: made.bytes, pages: 2 } };
    },
  };
  writers = { memoWriters: { ...bench.deps.memoWriters, pdf } };
  memos = createMemoHandlers({
    ...bench.deps,
    machine: { ...bench.deps.machine, nowMs: () => nowMs },
    ...writers,
    desktop: { ...bench.deps.desktop, exportFolder: () => folder },
  });
  articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
  const grade = { reliability: 'B', credibility: 3 } as const;
  ({ id: passageId } = await createActs(() => bench).add(articleId, text, 'nobody asked', { grade }));
});
afterEach(async () => {
  await bench.close();
  await removeFolder(folder);
});

const create = async (): Promise<MemoId> => {
  const from = { kind: 'article', articleId } as const;
  return succeed(
    await memos['memo:create']({ ...newMemoIds(), title: 'The port', template: 'bluf', marking: null, from }),
  ).memoId;
};
const open = async (memoId: MemoId) => succeed(await memos['memo:open']({ memoId }));
const send = (memoId: MemoId) =>
  memos['memo:send']({
    memoId,
    recipients: ['Director', 'Desk', 'Director'],
    sentOn,
    way: 'e-mail',
    file: null,
  });
const asFile = asPdf;
const sendAsFile = (memoId: MemoId) =>
  memos['memo:send']({ memoId, recipients: ['Desk'], sentOn, way: '', file: asFile });
const snapshotsOf = async (memoId: MemoId) => succeed(await memos['memo:snapshots']({ memoId }));
const snapshotOf = async (memoId: MemoId) => {
  const { sending } = (await open(memoId)).memo;
  if (sending === null) throw new Error('the memo was not sent');
  return succeed(await bench.archive.snapshot(memoId, sending.snapshotId)).snapshot;
};
const supersede = async (memoId: MemoId, kind: SuccessorKind): Promise<MemoId> =>
  succeed(await memos['memo:supersede']({ memoId, kind, newMemoId: newMemoIds().memoId })).memoId;
const supersedeNow = (memoId: MemoId) =>
  memos['memo:supersede']({ memoId, kind: 'update', newMemoId: newMemoIds().memoId });
const undo = async () => succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
const saveFor = async (memoId: MemoId, words: string) => {
  const { head } = (await open(memoId)).memo;
  return memos['memo:save']({ memoId, head: { ...head, for: words }, editId: words });
};

describe('a memo that another supersedes', () => {
  it('stays in the trash with its snapshots for as long as the other is there', async () => {
    const trash = createTrashHandlers(bench.deps);
    const memoId = await create();
    succeed(await send(memoId));
    const updateId = await supersede(memoId, 'update');
    const { referenceNumber } = (await open(updateId)).memo.head;
    succeed(await memos['memo:delete']({ memoId }));
    expect(succeed(await trash['trash:list']({}))).toMatchObject([{ id: memoId, heldBy: [referenceNumber] }]);
    expect(succeed(await trash['trash:empty']({}))).toEqual({ removed: 0, held: 1 });
    succeed(await trash['trash:restore']({ rows: [{ kind: 'memo', id: memoId }] }));
    expect((await snapshotOf(memoId)).memoId).toBe(memoId);

    succeed(await memos['memo:delete']({ memoId }));
    succeed(await memos['memo:delete']({ memoId: updateId }));
    expect(succeed(await trash['trash:empty']({}))).toEqual({ removed: 2, held: 0 });
  });
});

describe('recording a memo as sent', () => {
  it('keeps to whom, when and how it went, and freezes it with its evidence', async () => {
    const memoId = await create();
    const sent = succeed(await send(memoId)).memo;
    expect(sent.state).toBe('sent');
    expect(sent.sending).toMatchObject({ recipients: ['Director', 'Desk'], sentOn, way: 'e-mail' });
    const { cause, document, evidence, exported } = await snapshotOf(memoId);
    expect({ cause, exported }).toEqual({ cause: 'sending', exported: null });
    expect(JSON.stringify(document)).toContain('nobody asked');
    expect(evidence).toEqual([
      {
        articleId,
        passageId,
        exactSha256: sha256Of('nobody asked'),
        textSha256: sha256Of(text),
        grade: { reliability: 'B', credibility: 3 },
        publicationReliability: null,
        relatedIds: [],
      },
    ]);
  });

  it('makes the file that its readers get, which is no draft and is known by the sending', async () => {
    const memoId = await create();
    succeed(await memos['memo:export']({ memoId, ...asPdf, fileName: 'draft.pdf' }));
    expect(JSON.stringify(made.status)).toContain('DRAFT');
    const { file } = succeed(await sendAsFile(memoId));
    expect(file).toEqual({ fileName: 'memo.pdf', pages: 2, bytes: made.bytes.length });
    expect(made.status).toBeNull();
    const { id, exported } = await snapshotOf(memoId);
    expect(made.manifest).toMatchObject({ snapshot: sha256Of(`precis snapshot ${id}`) });
    expect(exported).toEqual({
      format: 'pdf',
      fileName: 'memo.pdf',
      bytes: made.bytes.length,
      pages: 2,
      sha256: sha256Of(await readFile(path, 'utf8')),
    });
    expect((await readdir(folder)).toSorted()).toEqual(['draft.pdf', 'memo.pdf']);
  });

  it('never names the file of the draft as the one that was sent', async () => {
    const memoId = await create();
    succeed(await memos['memo:export']({ memoId, ...asPdf }));
    succeed(await send(memoId));
    expect((await snapshotOf(memoId)).exported).toBeNull();
    expect(codeOf(await memos['memo:reveal']({ memoId }))).toBe('not-found');
  });

  it('leaves a draft and no file where it is refused, and asks before it replaces one', async () => {
    const memoId = await create();
    await writeFile(path, 'another');
    const refused = await memos['memo:send']({
      ...{ memoId, recipients: ['Desk'], sentOn, way: '' },
      file: { ...asFile, replaces: false },
    });
    expect(codeOf(refused)).toBe('file-exists');
    expect((await open(memoId)).memo.state).toBe('draft');
    expect(await readFile(path, 'utf8')).toBe('another');
    await editPassage(bench, articleId, passageId, { kind: 'resize', ranges: [rangeOf(text, 'nobody')] });
    expect(codeOf(await sendAsFile(memoId))).toBe('evidence-changed');
    expect(await readdir(folder)).toEqual(['memo.pdf']);
  });

  it('that is broken off is finished at the next start: a sent memo gets its file, a draft keeps none', async () => {
    const memoId = await create();
    const draftId = await create();
    const desktop = { ...bench.deps.desktop, exportFolder: () => folder };
    // The process ends before the file has its name.
    const unplaced: HandlerDeps['sentFiles'] = {
      ...sentFiles,
      place: async () => err({ code: 'cancelled' }),
    };
    const deps = { ...bench.deps, ...writers, desktop, sentFiles: unplaced };
    const sent = await createMemoHandlers(deps)['memo:send']({
      ...{ memoId, recipients: ['Desk'], sentOn, way: '' },
      file: asFile,
    });
    expect(succeed(sent).file).toBeNull();
    const of = { archiveId: bench.archive.info.id, snapshotId: snapshotIdSchema.parse(newMemoIds().memoId) };
    succeed(await sentFiles.stage(path, Buffer.from('never sent'), of, { replaces: true }));
    await finishSendings({ archive: bench.archive, desktop, sentFiles });
    expect(await readdir(folder)).toEqual(['memo.pdf']);
    expect((await snapshotOf(memoId)).exported?.sha256).toBe(sha256Of(await readFile(path, 'utf8')));
    expect((await open(draftId)).memo.state).toBe('draft');
  });

  it('lets nothing change it any more, and nobody send it twice', async () => {
    const memoId = await create();
    succeed(await send(memoId));
    const before = await readTree(bench.archive.folder);
    expect(codeOf(await saveFor(memoId, 'Somebody else'))).toBe('memo-is-sent');
    expect(codeOf(await memos['memo:set-state']({ memoId, state: 'draft' }))).toBe('memo-is-sent');
    const finding = { rule: 'sole-origin', place: 'here' };
    expect(codeOf(await memos['memo:state-reason']({ memoId, finding, reason: 'So.' }))).toBe('memo-is-sent');
    expect(codeOf(await send(memoId))).toBe('memo-is-sent');
    expect(await readTree(bench.archive.folder)).toEqual(before);
  });

  it('is refused for what an export is refused for', async () => {
    const memoId = await create();
    await editPassage(bench, articleId, passageId, { kind: 'resize', ranges: [rangeOf(text, 'nobody')] });
    expect(codeOf(await send(memoId))).toBe('evidence-changed');
    expect((await open(memoId)).memo.state).toBe('draft');
  });

  it('is one step of undo', async () => {
    const memoId = await create();
    const before = (await open(memoId)).memo;
    succeed(await send(memoId));
    expect((await undo()).name).toBe('send-memo');
    expect((await open(memoId)).memo).toEqual(before);
    succeed(await saveFor(memoId, 'Somebody else'));
  });
});

describe('a memo that was sent', () => {
  it('is exported as its readers got it, whatever became of its evidence', async () => {
    const memoId = await create();
    succeed(await send(memoId));
    await editPassage(bench, articleId, passageId, { kind: 'resize', ranges: [rangeOf(text, 'nobody')] });
    succeed(await memos['memo:export']({ memoId, ...asPdf }));
    expect(Buffer.from(made.bytes).toString()).toContain('nobody asked');
    expect(made.manifest).toMatchObject({ quotes: [{ exactSha256: sha256Of('nobody asked') }] });
  });

  it('whose snapshot is damaged can be opened and is not exported as something else', async () => {
    const memoId = await create();
    succeed(await send(memoId));
    const { id } = await snapshotOf(memoId);
    await writeFile(join(bench.archive.folder, `memos/${memoId}/snapshots/${id}.json`), '{');
    expect((await open(memoId)).memo.state).toBe('sent');
    expect(codeOf(await memos['memo:export']({ memoId, ...asPdf }))).toBe('archive-damaged');
  });
});

describe('a memo that is not sent yet', () => {
  const exportIt = async (memoId: MemoId, parts: Partial<ExportParts> = {}): Promise<unknown> => {
    succeed(await memos['memo:export']({ memoId, ...asPdf, parts: { ...usualParts, ...parts } }));
    return made.status;
  };

  it('says which draft it is: what says the same as the export before is no new one', async () => {
    const memoId = await create();
    const draft = (number: number) => ({ word: `DRAFT ${number}`, detail: '(not for citation)' });
    expect(await exportIt(memoId)).toEqual(draft(1));
    expect(await exportIt(memoId)).toEqual(draft(1));
    const { memo } = await open(memoId);
    const head = { ...memo.head, title: 'The port, again' };
    succeed(await memos['memo:save']({ memoId, head, editId: 'e1' }));
    expect(await exportIt(memoId)).toEqual(draft(2));
    succeed(await memos['memo:save']({ memoId, head: memo.head, editId: 'e2' }));
    expect(await exportIt(memoId)).toEqual(draft(3));
  });

  it('says that it is in review, and nothing where it is exported as ready to be sent', async () => {
    const memoId = await create();
    succeed(await memos['memo:set-state']({ memoId, state: 'in-review' }));
    expect(await exportIt(memoId)).toEqual({ word: 'IN REVIEW', detail: '(draft 1, not for citation)' });
    expect(await exportIt(memoId, { stateMark: 'none' })).toBeNull();
    expect(await exportIt(memoId, { stateMark: 'draft' })).toMatchObject({ word: 'DRAFT 1' });
  });

  it('is exported as sent once it was, whatever mark its drafts had', async () => {
    const memoId = await create();
    await exportIt(memoId);
    succeed(await memos['memo:set-state']({ memoId, state: 'in-review' }));
    succeed(await send(memoId));
    expect((await snapshotOf(memoId)).exported).toBeNull();
    expect(await exportIt(memoId)).toBeNull();
    expect(await exportIt(memoId, { stateMark: 'draft' })).toMatchObject({ word: 'DRAFT' });
  });

  it('says what it is to the memo before it beside its state', async () => {
    const oldId = await create();
    succeed(await send(oldId));
    const newId = await supersede(oldId, 'correction');
    expect(await exportIt(newId)).toEqual({
      word: 'DRAFT 1',
      detail: '(not for citation), CORRECTION of PM-2024-001',
    });
    succeed(await send(newId));
    expect(await exportIt(oldId, { stateMark: 'none' })).toMatchObject({ word: 'CORRECTED' });
  });
});

describe('a memo that supersedes another', () => {
  it.each([
    ['update', 'superseded', 'UPDATE', 'SUPERSEDED'],
    ['correction', 'superseded', 'CORRECTION', 'CORRECTED'],
    ['withdrawal', 'withdrawn', 'WITHDRAWAL', 'WITHDRAWN'],
  ] as const)('as %s ends it when it is sent: %s', async (kind, state, ownWord, oldWord) => {
    const oldId = await create();
    succeed(await send(oldId));
    const newId = await supersede(oldId, kind);
    expect((await open(oldId)).memo.state).toBe('sent');
    const draft = await open(newId);
    expect(draft.memo).toMatchObject({ kind, supersedesId: oldId, state: 'draft', sending: null });
    expect(draft.memo.head.referenceNumber).toBe('PM-2024-002');
    expect(draft.lineage.supersedes?.sending?.recipients).toEqual(['Director', 'Desk']);
    succeed(await send(newId));
    expect((await open(oldId)).memo.state).toBe(state);
    expect((await open(oldId)).lineage.supersededBy?.id).toBe(newId);
    succeed(await memos['memo:export']({ memoId: newId, ...asPdf }));
    expect(made.status).toEqual({ word: ownWord, detail: 'of PM-2024-001' });
    succeed(await memos['memo:export']({ memoId: oldId, ...asPdf }));
    expect(made.status).toEqual({ word: oldWord, detail: 'by PM-2024-002 of 24 April 2024' });
    expect((await undo()).name).toBe('send-memo');
    expect((await open(oldId)).memo.state).toBe('sent');
    expect((await open(newId)).memo.state).toBe('draft');
  });

  it('is not made of one that is still written', async () => {
    const memoId = await create();
    expect(codeOf(await supersedeNow(memoId))).toBe('memo-not-sent');
  });
});

describe('snapshots', () => {
  it('are kept by hand once for each thing that the memo says, newest first', async () => {
    const memoId = await create();
    expect(succeed(await memos['memo:snapshot']({ memoId })).isNew).toBe(true);
    expect(succeed(await memos['memo:snapshot']({ memoId })).isNew).toBe(false);
    succeed(await saveFor(memoId, 'Somebody else'));
    expect(succeed(await memos['memo:snapshot']({ memoId })).isNew).toBe(true);
    expect((await snapshotsOf(memoId)).map(({ cause }) => cause)).toEqual(['by-hand', 'by-hand']);
  });

  it('are kept with each export', async () => {
    const memoId = await create();
    succeed(await memos['memo:export']({ memoId, ...asPdf }));
    expect((await snapshotsOf(memoId)).map(({ cause, exported }) => [cause, exported?.fileName])).toEqual([
      ['export', 'memo.pdf'],
    ]);
  });

  it('are kept once of the same export, which names the one that is kept', async () => {
    const memoId = await create();
    succeed(await memos['memo:export']({ memoId, ...asPdf }));
    succeed(await memos['memo:export']({ memoId, ...asPdf }));
    const [kept, ...others] = await snapshotsOf(memoId);
    expect(others).toEqual([]);
    expect(made.manifest).toMatchObject({ snapshot: sha256Of(`precis snapshot ${kept?.id}`) });
    succeed(await memos['memo:export']({ memoId, ...asPdf, parts: { ...asPdf.parts, hashes: true } }));
    succeed(await saveFor(memoId, 'Somebody else'));
    succeed(await memos['memo:export']({ memoId, ...asPdf }));
    expect((await snapshotsOf(memoId)).map(({ cause }) => cause)).toEqual(['export', 'export', 'export']);
  });

  it('give a draft back as it was, in one step, and keep what it was before', async () => {
    const memoId = await create();
    succeed(await saveFor(memoId, 'At first'));
    const { snapshotId } = succeed(await memos['memo:snapshot']({ memoId }));
    succeed(await saveFor(memoId, 'Later'));
    const { head } = succeed(await memos['memo:restore']({ memoId, snapshotId }));
    expect(head.for).toBe('At first');
    expect((await open(memoId)).memo.head.for).toBe('At first');
    const [before] = await snapshotsOf(memoId);
    if (before === undefined) throw new Error('nothing was kept');
    const kept = succeed(await bench.archive.snapshot(memoId, before.id)).snapshot;
    expect(kept).toMatchObject({ cause: 'by-hand', document: { for: 'Later' } });
    await undo();
    expect((await open(memoId)).memo.head.for).toBe('Later');
  });

  it('leave the number of a memo that is restored, and a memo that was sent', async () => {
    const memoId = await create();
    const { snapshotId } = succeed(await memos['memo:snapshot']({ memoId }));
    const { head } = (await open(memoId)).memo;
    const renumbered = { ...head, referenceNumber: 'PM-9' };
    succeed(await memos['memo:save']({ memoId, head: renumbered, editId: 'number' }));
    const restored = succeed(await memos['memo:restore']({ memoId, snapshotId }));
    expect(restored.head.referenceNumber).toBe('PM-9');
    succeed(await send(memoId));
    expect(codeOf(await memos['memo:restore']({ memoId, snapshotId }))).toBe('memo-is-sent');
  });

  it('are kept of what the last day left, before the first edit of another', async () => {
    const memoId = await create();
    succeed(await saveFor(memoId, 'On the first day'));
    expect(await snapshotsOf(memoId)).toEqual([]);
    nowMs += DAY_MS;
    succeed(await saveFor(memoId, 'On the second day'));
    succeed(await saveFor(memoId, 'On the second day, again'));
    const [daily, ...others] = await snapshotsOf(memoId);
    if (daily === undefined) throw new Error('nothing was kept');
    expect(others).toEqual([]);
    const { snapshot } = succeed(await bench.archive.snapshot(memoId, daily.id));
    expect(snapshot).toMatchObject({ cause: 'daily', document: { for: 'On the first day' } });
  });
});

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { MemoId } from '#domain/ids.ts';
import type { DocumentManifest } from '#domain/memo/document-apparatus.ts';
import { printManifest } from '#domain/memo/verify/manifest.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { readManifest } from '#electron/export/verify/read-manifest.ts';
import { createUndoHandlers } from '#electron/handlers/archive/undo-handlers.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { createImportHandlers } from '#electron/handlers/import/import-handlers.ts';
import { InboxKeeper } from '#electron/handlers/import/inbox/inbox-keeper.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { createReturnedFiles } from '#electron/handlers/memo/round/add-review.ts';
import { chosenFiles } from '#electron/import/chosen-files.ts';
import { createReviewedFiles } from '#electron/import/create-export-reader.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import { createArchivePlaces } from '#electron/platform/archive-places.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { newMemoIds, newRoundId } from '../../support/archive/sample-ids.ts';
import { docxPart } from '../../support/files/read-docx.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { EditedDocx } from '../../support/memo/edit-docx.ts';
import { pollUntil } from '../../support/poll-until.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { browserPlacesIn, openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';
const miller = { by: 'Jane Miller', at: '2024-04-25T10:00:00Z' };

let bench: Workbench;
let folder: string;
let importer: Importer;
let deps: HandlerDeps;
let memos: ReturnType<typeof createMemoHandlers>;
let memoId: MemoId;
let chosen: string[] = [];

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  importer = await createJsdomImporter();
  const { pdfMaker, machine } = bench.deps;
  deps = {
    ...bench.deps,
    memoWriters: createMemoWriters(pdfMaker, machine.newId),
    reviewedFiles: createReviewedFiles(importer),
    desktop: { ...bench.deps.desktop, exportFolder: () => folder, chooseReviewed: async () => chosen },
  };
  memos = createMemoHandlers(deps);
  const articleId = await addArticle(bench, text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
  await createActs(() => bench).add(articleId, text, 'Nobody said why, and nobody asked');
  const from = { kind: 'article', articleId } as const;
  const asked = { ...newMemoIds(), title: 'The port', template: 'bluf', marking: null, from } as const;
  ({ memoId } = succeed(await memos['memo:create'](asked)));
  await startRound('out.docx');
});
afterEach(async () => {
  await importer.close();
  await bench.close();
  await removeFolder(folder);
});

const startRound = async (fileName: string, paper: 'a4' | 'letter' = 'a4') =>
  succeed(
    await memos['memo:start-round']({
      memoId,
      roundId: newRoundId(),
      reviewers: ['J. Miller', 'K. Osei'],
      due: null,
      fileName,
      replaces: true,
      options: { paper, glyphs: 'refuse' },
    }),
  );

const sent = async (fileName = 'out.docx') => new Uint8Array(await readFile(join(folder, fileName)));
const add = async (...files: readonly (readonly [string, Uint8Array])[]) => {
  chosen = [];
  for (const [name, bytes] of files) {
    chosen.push(join(folder, name));
    await writeFile(join(folder, name), bytes);
  }
  return succeed(await memos['memo:add-review']({}));
};
const remarks = async () => succeed(await memos['memo:remarks']({ memoId }));
/** The file as one reviewer returns it: one comment, and one change of a quotation. */
const returned = async (program: 'word' | 'google' = 'word') => {
  const docx = new EditedDocx(await sent(), program);
  docx.comment(docx.paragraph('nobody asked'), 'nobody', { ...miller, text: 'Sure?' });
  docx.replace(docx.paragraph('nobody asked'), 'nobody', 'no one', miller);
  return docx.save();
};

describe('a returned file that is compared', () => {
  const compareWith = async (bytes: Uint8Array) => {
    chosen = [join(folder, 'miller.docx')];
    await writeFile(join(folder, 'miller.docx'), bytes);
    const opened = succeed(await memos['memo:open-returned']({}));
    if (opened?.sha256 == null) throw new Error('it was not opened');
    const states = { old: { memoId, snapshotId: null }, fresh: { returnedSha256: opened.sha256 } };
    return { states, comparison: succeed(await memos['memo:compare'](states)) };
  };

  it('differs from the memo in what was changed in it, and in nothing else', async () => {
    const docx = new EditedDocx(await sent(), 'word');
    docx.replace(docx.paragraph('nobody asked'), 'nobody', 'no one', miller);
    const { comparison } = await compareWith(docx.save());
    expect(comparison.blocks).toHaveLength(1);
    const [block] = comparison.blocks;
    expect(block?.old?.filter(({ isShared }) => !isShared).map(({ text }) => text.trim())).toContainEqual(
      expect.stringContaining('nobody'),
    );
    expect(block?.fresh?.map(({ text }) => text).join('')).toContain('no one');
    expect((await compareWith(await sent())).comparison.blocks).toEqual([]);
  });

  it('is exported with its reviewer as the author of the changes', async () => {
    const docx = new EditedDocx(await sent(), 'word');
    docx.replace(docx.paragraph('nobody asked'), 'nobody', 'no one', miller);
    const { states } = await compareWith(docx.save());
    const file = { fileName: 'comparison.docx', replaces: true, format: 'docx' } as const;
    succeed(
      await memos['memo:export-comparison']({ memoId, ...states, ...file, names: ['now', 'miller.docx'] }),
    );
    const written = docxPart(await sent('comparison.docx'), 'word/document.xml');
    expect(written).toMatch(/<w:ins [^>]*w:author="Jane Miller"/u);
    expect(written).toMatch(/<w:delText[^>]*>[^<]*nobody/u);
  });

  it('gives the reason why it can’t be read', async () => {
    chosen = [join(folder, 'broken.docx')];
    await writeFile(join(folder, 'broken.docx'), 'no package');
    expect(succeed(await memos['memo:open-returned']({}))).toMatchObject({
      ...{ fileName: 'broken.docx', sha256: null },
    });
    chosen = [];
    expect(succeed(await memos['memo:open-returned']({}))).toBeNull();
  });
});

describe('a file that a reviewer returns', () => {
  it('gives its comments and changes, and says who is back', async () => {
    const [added] = await add(['miller.docx', await returned()]);
    expect(added).toMatchObject({
      ...{ fileName: 'miller.docx', outcome: 'added', memoId, round: 1, reviewer: 'J. Miller' },
      ...{ comments: 1, changes: 1, refused: 1, unplaced: 0, isClosedRound: false, isOlderRound: false },
    });
    const { rounds, remarks: kept, snapshots } = await remarks();
    expect(rounds[0]?.returned).toMatchObject([{ reviewer: 'J. Miller' }]);
    expect(snapshots).toHaveLength(1);
    const [comment] = kept.filter((remark) => remark.kind === 'comment');
    const [change] = kept.filter((remark) => remark.kind === 'suggestion');
    expect(comment).toMatchObject({ text: 'Sure?', writer: miller.by, state: 'open', repliesTo: null });
    expect(comment?.saidAt).toBe('2024-04-25T10:00:00.000Z');
    expect(change).toMatchObject({ state: 'refused', refusal: { why: 'quotation' }, isTracked: true });
  });

  it('is known where it is dropped or opened, and what lies beside it is imported', async () => {
    await add(['miller.docx', await returned()]);
    await writeFile(join(folder, 'note.md'), 'A note on the port, which closed.');
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    const imports = createImportHandlers({ ...deps, texts: createTextReader(importer) });
    const paths = [join(folder, 'miller.docx'), join(folder, 'note.md')];
    expect(succeed(await imports['import:drop']({ paths }))).toMatchObject({
      kind: 'reviewed',
      added: [{ outcome: 'added', reviewer: 'J. Miller', comments: 1, changes: 1 }],
      others: { kind: 'draft' },
    });
    expect((await remarks()).remarks).toHaveLength(2);
    expect(succeed(await imports['import:drop']({ paths: paths.slice(0, 1), isArticle: true })).kind).toBe(
      'draft',
    );
  });

  it('is known among many files, and what it says is kept with its memo', async () => {
    const many = join(folder, 'many');
    await mkdir(many);
    await writeFile(join(many, 'a.md'), 'A note on the port, which closed.');
    await writeFile(join(many, 'b.docx'), await returned());
    await writeFile(join(many, 'c.docx'), await returned('google'));
    const imports = createImportHandlers({ ...deps, texts: createTextReader(importer) });
    const take = async (isArticle: boolean) => {
      const asked = succeed(await imports['import:drop']({ paths: [many], isArticle }));
      if (asked.kind !== 'files') throw new Error('They were not taken for many.');
      const { draftId } = asked.files;
      const how = { onKnown: 'skip', hasAttachments: false, takesMarks: false } as const;
      return succeed(await imports['import:take-files']({ draftId, ...how })).outcomes;
    };
    expect(await take(false)).toMatchObject([
      { fileName: 'many/a.md', status: 'imported' },
      { fileName: 'many/b.docx', status: 'returned', added: { outcome: 'added', comments: 1, changes: 1 } },
      { fileName: 'many/c.docx', status: 'returned', added: { outcome: 'known' } },
    ]);
    expect((await remarks()).remarks).toHaveLength(2);
    // The command line names files that are articles.
    expect((await take(true)).map(({ status }) => status)).toEqual(['duplicate', 'imported', 'duplicate']);
  });

  it('goes to its memo where it comes into the inbox, once', async () => {
    const folderOfInbox = join(folder, 'inbox');
    await mkdir(folderOfInbox);
    const told: ImportOutcome[] = [];
    const emit: ConstructorParameters<typeof InboxKeeper>[0]['emit'] = (_name, event) => {
      if ('outcomes' in event) told.push(...event.outcomes);
    };
    const { archive, catalogue, local } = deps;
    const places = createArchivePlaces({ openFolder: async () => null }, browserPlacesIn(folder));
    const report = (cause: unknown): void => expect.unreachable(String(cause));
    const inbox = new InboxKeeper(
      { archive, catalogue, local, places, files: chosenFiles, machine: deps.machine, emit, report },
      { everyMs: 20 },
    );
    createImportHandlers({ ...deps, texts: createTextReader(importer), inbox });
    succeed(await inbox.choose(folderOfInbox));
    inbox.watch();
    await writeFile(join(folderOfInbox, 'miller.docx'), await returned());
    await writeFile(join(folderOfInbox, 'note.md'), 'A note on the port, which closed.');
    await pollUntil('both are told of', () => (told.length >= 2 ? true : undefined));
    await inbox.close();
    expect(told.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))).toMatchObject([
      { fileName: 'inbox/miller.docx', status: 'returned', added: { outcome: 'added', memoId, comments: 1 } },
      { fileName: 'inbox/note.md', status: 'imported' },
    ]);
    expect((await remarks()).remarks).toHaveLength(2);
  });

  it('is not sought in the rounds where a file has nothing of a memo in review', async () => {
    await writeFile(join(folder, 'other.docx'), zipSync({ 'word/document.xml': strToU8(emptyDocument) }));
    const asked: string[] = [];
    const archive: typeof deps.archive = Object.create(deps.archive, {
      review: {
        value: (id: MemoId) => {
          asked.push(id);
          return deps.archive.review(id);
        },
      },
    });
    const returnedFiles = createReturnedFiles({ ...deps, archive });
    expect(await returnedFiles.isReturned(join(folder, 'other.docx'))).toBe(false);
    expect(asked).toEqual([]);
    await writeFile(join(folder, 'google.docx'), await returned('google'));
    expect(await returnedFiles.isReturned(join(folder, 'google.docx'))).toBe(true);
    expect(asked).toEqual([memoId]);
  });

  it('changes nothing where it comes a second time, and is one step of undo', async () => {
    const before = await readTree(bench.archive.folder);
    const bytes = await returned();
    await add(['miller.docx', bytes]);
    const after = await readTree(bench.archive.folder);
    expect(await add(['again.docx', bytes])).toMatchObject([{ outcome: 'known', comments: 0 }]);
    expect(await readTree(bench.archive.folder)).toEqual(after);
    // Saved again, its bytes are others and it says the same.
    const parts = unzipSync(bytes);
    expect(await add(['saved.docx', zipSync(parts, { level: 0 })])).toMatchObject([{ outcome: 'known' }]);
    expect((await remarks()).remarks).toHaveLength(2);
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    const review = `memos/${memoId}/review.json`;
    expect((await readTree(bench.archive.folder))[review]).toEqual(before[review]);
  });

  it('is known by its words where it has lost what it said of itself', async () => {
    expect(await add(['google.docx', await returned('google')])).toMatchObject([
      { outcome: 'added', memoId, comments: 1, changes: 1, refused: 1 },
    ]);
  });

  it('that says nothing is back all the same', async () => {
    expect(await add(['same.docx', await sent()])).toMatchObject([
      { outcome: 'added', comments: 0, changes: 0 },
    ]);
    expect((await remarks()).rounds[0]?.returned).toHaveLength(1);
  });

  it('of an older or a closed round is read and said to be so', async () => {
    const bytes = await returned();
    await startRound('second.docx');
    const [first] = (await remarks()).rounds;
    if (first === undefined) throw new Error('there is no round');
    succeed(await memos['memo:close-round']({ memoId, roundId: first.id, isClosed: true }));
    expect(await add(['late.docx', bytes])).toMatchObject([
      { outcome: 'added', round: 1, isClosedRound: true, isOlderRound: true },
    ]);
  });

  it('goes out again in the next round with its comments, which are not read as new', async () => {
    const docx = new EditedDocx(await sent(), 'word');
    const replies = [{ ...miller, text: 'And a reply.' }];
    docx.comment(docx.paragraph('nobody asked'), 'nobody', { ...miller, text: 'Sure & certain?', replies });
    await add(['miller.docx', docx.save()]);
    await startRound('second.docx');
    const second = await sent('second.docx');
    const said = docxPart(second, 'word/comments.xml');
    expect(said).toContain('Sure &amp; certain?');
    expect(said).toContain('And a reply.');
    expect(docxPart(second, 'word/commentsExtended.xml')).toContain('w15:paraIdParent="10000000"');
    expect(docxPart(second, '[Content_Types].xml')).toContain('/word/commentsExtended.xml');
    expect(docxPart(second, 'word/document.xml')).toContain('<w:commentRangeStart w:id="0"/>');
    const read = await importer.readReviewed({ reviewed: second });
    if (!read.ok) throw new Error(read.error);
    expect(read.value.comments.map(({ text: words, repliesTo }) => [words, repliesTo])).toEqual([
      ['Sure & certain?', null],
      ['And a reply.', 0],
    ]);
    expect(await add(['back.docx', second])).toMatchObject([
      { outcome: 'added', round: 2, comments: 0, changes: 0 },
    ]);
    expect((await remarks()).remarks).toHaveLength(2);
  });

  it('of a later round, on other paper, says what was changed and nothing else', async () => {
    await add(['miller.docx', await returned()]);
    await startRound('second.docx', 'letter');
    await startRound('third.docx');
    expect(await add(['back.docx', await sent('second.docx')])).toMatchObject([
      { outcome: 'added', round: 2, comments: 0, changes: 0 },
    ]);
    // What Precis prints itself is compared too.
    const docx = new EditedDocx(await sent('second.docx'), 'word');
    docx.replace(docx.paragraph('Harbour Dispatch'), 'Dispatch', 'Gazette', null);
    expect(await add(['other.docx', docx.save()])).toMatchObject([
      { outcome: 'added', round: 2, comments: 0, changes: 1, refused: 1 },
    ]);
  });

  it('of no round, of another archive, or forged is refused, and nothing is written', async () => {
    const parts = unzipSync(await returned());
    const said = readManifest(await returned());
    if (said === null) throw new Error('It says nothing of itself.');
    const forged = (change: Partial<DocumentManifest>) => {
      const manifest = escapeHtml(printManifest({ ...said, ...change }));
      const property = `<property name="PrecisManifest0001"><vt:lpwstr>${manifest}</vt:lpwstr></property>`;
      const open = /<Properties\b[^>]*>/u.exec(strFromU8(parts['docProps/custom.xml'] ?? new Uint8Array()));
      const custom = `${open?.[0]}${property}</Properties>`;
      return zipSync({ ...parts, 'docProps/custom.xml': strToU8(custom) });
    };
    const other = sha256Of('another');
    const before = await readTree(bench.archive.folder);
    const outcomes = await add(
      ['plain.docx', zipSync({ 'word/document.xml': strToU8(emptyDocument) })],
      ['archive.docx', forged({ archive: other })],
      ['memo.docx', forged({ memo: other })],
      ['round.docx', forged({ round: other })],
      ['damaged.docx', strToU8('PK no zip')],
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'no-review',
      'other-archive',
      'memo-gone',
      'round-gone',
      'unreadable',
    ]);
    expect(await readTree(bench.archive.folder)).toEqual(before);
  });
});

describe('the answer sheet of a memo', () => {
  const write = async (format: 'docx' | 'csv' | 'html') => {
    const fileName = `answers.${format}`;
    succeed(await memos['memo:answer-sheet']({ memoId, format, fileName, replaces: true }));
    return new Uint8Array(await readFile(join(folder, fileName)));
  };

  it('says what became of each comment and change, and why', async () => {
    const docx = new EditedDocx(await sent(), 'word');
    docx.comment(docx.paragraph('nobody asked'), 'nobody', {
      ...{ by: '=Miller', at: miller.at, text: '<b>Sure</b>?' },
      replies: [{ ...miller, text: 'Yes.' }],
    });
    docx.replace(docx.paragraph('nobody asked'), 'nobody', 'no one', miller);
    await add(['miller.docx', docx.save()]);
    const csv = strFromU8(await write('csv')).split('\r\n');
    expect(csv[0]).toBe('No.,Round,Place,Reviewer,Comment or change,Disposition,Reason,Marking');
    // A spreadsheet takes no name for a formula.
    expect(csv[1]).toMatch(/^1,1,[^,]+ ¶\d+,'=Miller,<b>Sure<\/b>\?,Open,,(?:TLP:[A-Z+]+)?$/u);
    expect(csv[2]).toMatch(/^2,1,[^,]+ ¶\d+,Jane Miller,Reply: Yes\.,,,(?:TLP:[A-Z+]+)?$/u);
    expect(csv[3]).toContain('Refused,"It would alter a quotation. It stays: “');
    const html = strFromU8(await write('html'));
    expect(html).toContain('&lt;b&gt;Sure&lt;/b&gt;?');
    expect(html).toContain("default-src 'none'");
    expect(docxPart(await write('docx'), 'word/document.xml')).toContain('=Miller');
    expect(await write('docx')).toEqual(await write('docx'));
  });

  it('speaks the language of the memo', async () => {
    const docx = new EditedDocx(await sent(), 'word');
    docx.comment(docx.paragraph('nobody asked'), 'nobody', { ...miller, text: 'Warum?' });
    docx.replace(docx.paragraph('nobody asked'), 'nobody', 'no one', miller);
    await add(['miller.docx', docx.save()]);
    const { head } = succeed(await bench.archive.memo(memoId)).memo;
    succeed(await memos['memo:save']({ memoId, head: { ...head, language: 'de' }, editId: 'l' }));
    const csv = strFromU8(await write('csv')).split('\r\n');
    expect(csv[0]).toBe('Nr.,Runde,Stelle,Prüfer,Anmerkung oder Änderung,Entscheidung,Grund,Kennzeichnung');
    expect(csv[1]).toContain(',Warum?,Offen,,');
    expect(csv[2]).toMatch(/ → „no one“,Zurückgewiesen,"Ein Zitat würde verändert\. Es bleibt bei „/u);
    expect(strFromU8(await write('html'))).toContain('<html lang="de" dir="ltr">');
    expect(docxPart(await write('docx'), 'word/document.xml')).toContain('Antwortliste: ');
  });

  it('bears the marking of the memo at the head and the foot', async () => {
    const { head } = succeed(await bench.archive.memo(memoId)).memo;
    const marking = { kind: 'tlp', label: 'TLP:AMBER' } as const;
    succeed(
      await memos['memo:save']({ memoId, head: { ...head, marking, restrictions: 'NO PRESS' }, editId: 'm' }),
    );
    const docx = await write('docx');
    for (const part of ['word/header1.xml', 'word/footer1.xml']) {
      expect(docxPart(docx, part)).toContain('TLP:AMBER');
      expect(docxPart(docx, part)).toContain('NO PRESS');
    }
    expect(strFromU8(await write('html')).match(/<b>TLP:AMBER<\/b> <span>NO PRESS<\/span>/gu)).toHaveLength(
      2,
    );
    expect(strFromU8(await write('csv'))).toContain('Marking');
  });
});

const emptyDocument =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>';

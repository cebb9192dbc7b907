import { rmSync } from 'node:fs';
import { copyFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Event } from '#domain/event/event.ts';
import { type Fall, fallIdOf } from '#domain/graph/fall.ts';
import {
  type ArticleId,
  boardIdSchema,
  formIdSchema,
  hypothesisIdSchema,
  searchIdSchema,
} from '#domain/ids.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { OwnForm } from '#domain/memo/form/form.ts';
import { PAD_ID } from '#domain/pad/pad.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Result } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import type { SavedSearch } from '#domain/search/saved-search.ts';
import type { Archive, NewArticle, NewMemo, PictureFile } from '#electron/ports/archive.ts';
import type { Side } from '#electron/storage/encryption/convert/conversion-record.ts';
import { type Converted, convertArchive } from '#electron/storage/encryption/convert/convert-archive.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { hashBytes } from '#electron/storage/hash-text.ts';
import { withLock } from '#electron/storage/lock/with-lock.ts';
import {
  addSource,
  addTag,
  addTask,
  changeEvent,
  changePassage,
  changeTag,
} from '../../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../../support/archive/sample-folders.ts';
import { createSampleMachine, newSampleId, sampleTime } from '../../../support/archive/sample-ids.ts';
import {
  sampleEvent,
  samplePassage,
  sampleSource,
  sampleTag,
  sampleTask,
} from '../../../support/archive/sample-records.ts';
import { bytesBelow as readBelow } from '../../../support/files/files-below.ts';
import { makeTemporaryFolder } from '../../../support/files/temporary-folder.ts';
import { sampleSnapshot } from '../../../support/memo/memo-snapshots.ts';
import { translatedParagraph } from '../../../support/memo/translated-article.ts';
import { section, writeMemo } from '../../../support/memo/written-memo.ts';
import { makePng } from '../../../support/pictures/make-png.ts';
import { figureOf } from '../../../support/pictures/written-figure.ts';
import { mustSucceed, perform, tryToOpen } from '../archive-under-test.ts';

export const PASSPHRASE = 'correct horse battery staple';
export const givePassphrase = async (): Promise<string> => PASSPHRASE;

/** Stands in every kind of file that holds words; nowhere else on the disk may it be found once all is encrypted. */
export const CANARY = 'Xylocopa violacea';

export const convert = (
  folder: string,
  to: Side,
  passphrase: string | null = PASSPHRASE,
): Promise<Result<Converted, AppError>> =>
  withLock({ folder, machine: createSampleMachine(), modes: privateModes }, (context) =>
    convertArchive(
      context,
      { to, passphrase: async () => passphrase },
      {
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    ),
  );

/** An article imported from a PDF, whose original is kept. */
const withOriginal = (title: string, passages: readonly Passage[]): NewArticle => {
  const made = sampleArticle(title, passages);
  const original = Buffer.from(`%PDF-1.7\n(${CANARY}) Tj\n`, 'latin1');
  const article = {
    ...made.article,
    format: 'pdf' as const,
    originalName: 'bees.pdf',
    originalFile: 'original.pdf',
    originalSha256: hashBytes(original),
  };
  return { ...made, article, original };
};

const pictureOf = (width: number): PictureFile => {
  const chunks = { tEXt: Buffer.from(`Title\0${CANARY}`, 'latin1') };
  const bytes = new Uint8Array(makePng(width, 9, { chunks }));
  return { picture: { sha256: hashBytes(bytes), format: 'png' }, bytes };
};

const memoWith = ({ picture: { sha256 } }: PictureFile): NewMemo => {
  const shown = figureOf({ bytes: Buffer.of(), sha256, width: 10, height: 9 });
  return {
    memo: writeMemo([section('bottom-line', 'Bottom line', shown)], { title: `On ${CANARY}` }),
    tasks: [],
  };
};

const formOf = (): RecordChange => {
  const id = formIdSchema.parse(newSampleId());
  const logo = Buffer.from(pictureOf(12).bytes).toString('base64');
  const form: OwnForm = {
    ...builtInForms.bluf,
    ...{ id, createdAt: sampleTime, updatedAt: sampleTime, deletedAt: null, name: CANARY },
    logo: { mediaType: 'image/png', base64: logo, alt: CANARY },
  };
  const file = { kind: 'form', formId: id } as const;
  return { type: 'record', file, collection: 'forms', recordId: id, before: null, after: form };
};

/** A board with a hypothesis. */
const boardOf = (): readonly RecordChange[] => {
  const [id, hypothesisId] = [boardIdSchema.parse(newSampleId()), hypothesisIdSchema.parse(newSampleId())];
  const file = { kind: 'board', boardId: id } as const;
  const written = { createdAt: sampleTime, updatedAt: sampleTime };
  const board = { id, question: CANARY, memoId: null, deletedAt: null, ...written };
  const hypothesis = { id: hypothesisId, words: CANARY, place: 0, ...written };
  const added = { type: 'record', file, before: null } as const;
  return [
    { ...added, collection: 'boards', recordId: id, after: board },
    { ...added, collection: 'hypotheses', recordId: hypothesisId, after: hypothesis },
  ];
};

const searchOf = (): RecordChange => {
  const search: SavedSearch = {
    id: searchIdSchema.parse(newSampleId()),
    ...{ name: CANARY, text: CANARY, scope: 'everything', place: 1 },
    ...{ createdAt: sampleTime, updatedAt: sampleTime, deletedAt: null },
  };
  const file = { kind: 'searches' } as const;
  return { type: 'record', file, collection: 'searches', recordId: search.id, before: null, after: search };
};

/** The one pad of the archive, which may be written already. */
const padOf = async (archive: Archive): Promise<RecordChange> => ({
  type: 'record',
  file: { kind: 'pad' },
  collection: 'pads',
  recordId: PAD_ID,
  before: mustSucceed(await archive.pad()).pads[0] ?? null,
  after: { id: PAD_ID, note: richTextFromPlain(CANARY), updatedAt: sampleTime },
});

const eventIn = (articleId: ArticleId, { id: passageId }: Passage): Event =>
  sampleEvent(`${CANARY} at first`, {
    note: CANARY,
    sayings: [{ articleId, passageId, date: null, certainty: 'stated' }],
  });

/** The passage was deleted while something rested on it. */
const fallOf = (articleId: ArticleId, { id: passageId }: Passage): RecordChange => {
  const thing = { kind: 'passage', articleId, passageId } as const;
  const id = fallIdOf('deleted', thing);
  // A key holds no words; whatever the file says is encrypted.
  const told = { how: 'deleted' as const, thing, was: null, touched: [CANARY] };
  const fall: Fall = { id, ...told, createdAt: sampleTime, updatedAt: sampleTime };
  const file = { kind: 'falls' } as const;
  return { type: 'record', file, collection: 'falls', recordId: id, before: null, after: fall };
};

/** A translation of a paragraph of the article. */
const translationOf = (articleId: ArticleId): readonly RecordChange[] => {
  const file = { kind: 'translations', articleId } as const;
  const [head, rendering] = translatedParagraph(articleId, CANARY);
  return [
    { type: 'record', file, collection: 'translations', recordId: head.id, before: null, after: head },
    {
      type: 'record',
      file,
      collection: 'renderings',
      recordId: rendering.id,
      before: null,
      after: rendering,
    },
  ];
};

/**
 * Every kind of file that an archive has, each with the canary in it, in the archive, in the trash, and versions
 * before.
 */
export const fillArchive = async (archive: Archive) => {
  const passage = samplePassage(CANARY, {});
  const [article, going] = [withOriginal(CANARY, [passage]), withOriginal(`${CANARY} is gone`, [])];
  const [first, later] = [pictureOf(10), pictureOf(11)];
  const [memo, goingMemo] = [memoWith(first), sampleMemo(`${CANARY} is gone`)];
  const named = sampleTag(`${CANARY} at first`);
  const tag = { ...named, name: CANARY };
  const articleId = article.article.id;
  const memoId = memo.memo.id;
  const heard = eventIn(articleId, passage);
  const event = { ...heard, title: CANARY };
  const newMemos = [memo, goingMemo].map((each) => ({ ...each, pictures: [first] }));
  mustSucceed(await perform(archive, { newArticles: [article, going], newMemos }));
  const changes = [
    addTag(named),
    addSource(sampleSource(CANARY)),
    addTask(sampleTask(CANARY)),
    formOf(),
    ...boardOf(),
    searchOf(),
    await padOf(archive),
    changeEvent(null, heard),
    fallOf(articleId, passage),
  ];
  mustSucceed(await perform(archive, { changes }));
  mustSucceed(await perform(archive, { changes: [changeTag(named, tag), changeEvent(heard, event)] }));
  const noted = { ...passage, confirmedBecause: CANARY };
  mustSucceed(await perform(archive, { changes: [changePassage(articleId, passage, noted)] }));
  mustSucceed(await perform(archive, { changes: translationOf(articleId) }));
  const newPictures = [{ ...later, holder: { kind: 'memo' as const, id: memoId } }];
  const newSnapshots = [sampleSnapshot(memo.memo), sampleSnapshot(goingMemo.memo)];
  mustSucceed(await perform(archive, { newPictures, newSnapshots }));
  const trashed = [
    { type: 'folder', kind: 'article', id: going.article.id, to: 'trash' },
    { type: 'folder', kind: 'memo', id: goingMemo.memo.id, to: 'trash' },
  ] as const;
  mustSucceed(await perform(archive, { changes: trashed }));
  await putCopyAway(archive);
  return { articleId, memoId, passage: noted, tag, event, pictures: [first, later] as const };
};

/** A conflict copy as a sync lays it: a file of the archive under another name. */
const putCopyAway = async (archive: Archive): Promise<void> => {
  const name = 'tags.sync-conflict-20240424-100000-ABCDEFG.json';
  await copyFile(join(archive.folder, 'tags.json'), join(archive.folder, name));
  expect(await archive.readCopy(name)).toMatchObject({ kind: 'records' });
  mustSucceed(await archive.putAwayCopy(name));
};

type Filled = Awaited<ReturnType<typeof fillArchive>>;
let made: Promise<{ readonly filled: Filled; readonly clear: string; readonly encrypted: string }> | null =
  null;

/** The key of an archive is the same for all that is copied. */
const make = async () => {
  const parent = await makeTemporaryFolder();
  const [clear, encrypted] = [join(parent, 'clear'), join(parent, 'encrypted')];
  const archive = mustSucceed(await tryToOpen(clear));
  const filled = await fillArchive(archive);
  await archive.close();
  await cp(clear, encrypted, { recursive: true });
  mustSucceed(await convert(encrypted, 'encrypted'));
  process.once('exit', () => rmSync(parent, { recursive: true, force: true }));
  return { filled, clear, encrypted };
};

/** Lays a filled archive into the folder, in the clear or encrypted. */
export const layArchive = async (folder: string, as: 'clear' | 'encrypted'): Promise<Filled> => {
  made ??= make();
  const { filled, ...places } = await made;
  await cp(places[as], folder, { recursive: true });
  return filled;
};

/** Every file below the folder by its path, as bytes in Latin-1. */
export const bytesBelow = (folder: string): ReadonlyMap<string, string> =>
  new Map([...readBelow(folder)].map(([path, bytes]) => [path, bytes.toString('latin1')] as const));

export const filesWith = (folder: string, words: string): readonly string[] =>
  [...bytesBelow(folder)].flatMap(([path, bytes]) => (bytes.includes(words) ? [path] : []));

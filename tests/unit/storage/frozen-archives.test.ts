// Archives that builds of before wrote (scripts/app/freeze-archives.mjs): they are read whole, what they quote stands
// in their texts, and files of them that a later build may write are left as they are.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fileKinds } from '#domain/archive/content/json-schema.ts';
import { migrations, newestVersion } from '#domain/archive/content/migrations.ts';
import type { FileKind } from '#domain/archive/files.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { isOfArchive } from '#domain/backup/archive-path.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  type ArticleId,
  articleIdSchema,
  boardIdSchema,
  formIdSchema,
  type MemoId,
  memoIdSchema,
  type SnapshotId,
  snapshotIdSchema,
} from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { textSelectorOf } from '#domain/passage/region/region-selector.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import {
  encryptedNames,
  frozenArchives as frozen,
  frozenNames,
  newestFrozen,
} from '../../support/archives/frozen-archives.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { it, mustFail, mustSucceed, tryToOpen } from './archive-under-test.ts';

/**
 * The hash of what a passage quotes, each part of which has to stand in the text where it says, unless nobody has
 * settled it.
 */
const quoteIn = (text: readonly string[], { selectors, carriedFrom }: Passage): string => {
  const parts = selectors.map(textSelectorOf);
  const inText = parts.map(({ position }) => text.slice(position.start, position.end).join(''));
  const quoted = parts.map(({ quote }) => quote.exact);
  if (carriedFrom === null || carriedFrom.isSettled) expect(inText).toEqual(quoted);
  return createHash('sha256').update(quoted.join(' … ')).digest('hex');
};

/** The ids that scripts/app/freeze-archives.mjs gives. */
const madeId = <T>(schema: { readonly parse: (id: string) => T }, number: number): T =>
  schema.parse(`018f0e7b-0000-7000-8000-${String(number).padStart(12, '0')}`);

it('frozen archives are there of each build that wrote other files', () => {
  expect(frozenNames.length).toBeGreaterThanOrEqual(13);
  expect(encryptedNames.length).toBeGreaterThanOrEqual(6);
});

describe('a frozen archive', () => {
  it.for(frozenNames)(
    'of %s is without a fault, and every quotation matches',
    async (name, { folder, open }) => {
      await cp(join(frozen, name), folder, { recursive: true });
      const { findings, stats } = await checkArchive({ root: folder, codec: plainCodec });
      expect(findings).toEqual([]);
      // From the sixteenth on, a translation of one of them was imported.
      const articles = Number(name.slice(1)) < 16 ? 2 : 3;
      expect(stats).toMatchObject({ articles, memos: 1, passages: 8, trashedArticles: 1 });

      const archive = await open({ create: false });
      const quotes = new Map<string, string>();
      for (const id of await archive.articleIds()) {
        const text = [...canonicalText(mustSucceed(await archive.body(id)).body)];
        for (const passage of mustSucceed(await archive.annotations(id)).passages)
          quotes.set(passage.id, quoteIn(text, passage));
      }
      expect(quotes.size).toBe(8);
      for (const memoId of await archive.memoIds()) {
        const { memo } = mustSucceed(await archive.memo(memoId));
        const cited = listCitations(memo.content);
        expect(cited).toHaveLength(4);
        expect(cited.map(({ passageId }) => quotes.get(passageId))).toEqual(
          cited.map(({ exactSha256 }) => exactSha256),
        );
      }
    },
  );
});

it('the archive of v19 keeps what was made of its events, names, labels, forms and boards', async ({
  folder,
  open,
}) => {
  await cp(join(frozen, 'v19'), folder, { recursive: true });
  const archive = await open({ create: false });
  const { events } = mustSucceed(await archive.events());
  const [merged, kept] = events;
  expect(merged).toMatchObject({ title: 'Tankers sent back', sayings: [], mergedInto: kept?.id });
  // Two passages that give different dates.
  expect(kept?.sayings.map(({ date }) => date).sort()).toEqual(['2024-03~', '2024-04~']);
  expect(kept?.concernedIds).toHaveLength(2);

  const { sources } = mustSucceed(await archive.sources());
  const named = (name: string) => sources.find((source) => source.name === name);
  const office = named('Harbour office');
  expect(office).toMatchObject({ aliases: ['Office of the harbour'], reliability: 'D' });
  expect(named('Office of the harbour')).toMatchObject({ mergedInto: office?.id });
  expect(named('The strait')).toMatchObject({ kind: 'place' });
  expect(named('Harbour master')?.positions).toMatchObject([{ from: '2021-04', organisationId: office?.id }]);
  const { tags } = mustSucceed(await archive.tags());
  const trade = tags.find(({ name }) => name === 'Trade');
  expect(tags.find(({ name }) => name === 'Commerce')).toMatchObject({ mergedInto: trade?.id });

  expect(mustSucceed(await archive.labels()).labels).toMatchObject([{ name: 'Denial', look: 'teal' }]);
  expect(mustSucceed(await archive.falls()).falls).toHaveLength(1);
  expect(mustSucceed(await archive.pad()).pads).toHaveLength(1);
  const form = mustSucceed(await archive.form(madeId(formIdSchema, 61)));
  expect(form?.terms).toEqual({ confidence: { low: 'gering', moderate: 'mittel', high: 'hoch' } });
  const board = mustSucceed(await archive.board(madeId(boardIdSchema, 71)));
  expect(board).toMatchObject({ cells: [{ expected: 2 }], probabilities: [{ percent: 60 }] });
});

/** Every word of an enumeration is one that this build does not know. */
const withUnknownWords = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(withUnknownWords);
  if (json === null || typeof json !== 'object') return json;
  const words = ['label', 'kind', 'state', 'format', 'scope', 'encryption', 'cause', 'type', 'manner'];
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      words.includes(key) && typeof value === 'string' ? 'unheard-of' : withUnknownWords(value),
    ]),
  );
};

type Ids = { readonly articleId: ArticleId; readonly memoId: MemoId; readonly snapshotId: SnapshotId };
type Kept = {
  readonly place: (ids: Ids) => string;
  /**
   * How it is read in an open archive; null where the archive does not open with it, or nothing of it is read alone.
   */
  readonly read: ((archive: Archive, ids: Ids) => Promise<Result<unknown, AppError>>) | null;
};
const boardId = boardIdSchema.parse('018f0e7b-0000-7000-8000-000000000013');
const formId = formIdSchema.parse('018f0e7b-0000-7000-8000-000000000012');

/** Where a file of each kind lies, in the newest of the frozen archives or beside what is in it. */
const files: { readonly [K in FileKind]: Kept } = {
  archive: { place: () => 'archive.json', read: null },
  tags: { place: () => 'tags.json', read: null },
  sources: { place: () => 'sources.json', read: null },
  tasks: { place: () => 'tasks.json', read: null },
  searches: { place: () => 'searches.json', read: null },
  labels: { place: () => 'labels.json', read: (archive) => archive.labels() },
  events: { place: () => 'events.json', read: (archive) => archive.events() },
  'event-shard': {
    place: () => 'events/0002.json',
    read: async (archive) => {
      const fault = (await archive.eventFiles())[1]?.fault ?? null;
      return fault === null ? ok(null) : err(fault);
    },
  },
  falls: { place: () => 'falls.json', read: (archive) => archive.falls() },
  conflicts: { place: () => 'conflicts.json', read: (archive) => archive.conflicts() },
  pad: { place: () => 'pad.json', read: (archive) => archive.pad() },
  manifest: { place: () => 'manifest.json', read: (archive) => archive.manifest() },
  article: {
    place: ({ articleId }) => `articles/${articleId}/article.json`,
    read: (archive, { articleId }) => archive.article(articleId),
  },
  body: {
    place: ({ articleId }) => `articles/${articleId}/body.json`,
    read: (archive, { articleId }) => archive.body(articleId),
  },
  annotations: {
    place: ({ articleId }) => `articles/${articleId}/annotations.json`,
    read: (archive, { articleId }) => archive.annotations(articleId),
  },
  translations: {
    place: ({ articleId }) => `articles/${articleId}/translations.json`,
    read: (archive, { articleId }) => archive.translations(articleId),
  },
  memo: {
    place: ({ memoId }) => `memos/${memoId}/memo.json`,
    read: (archive, { memoId }) => archive.memo(memoId),
  },
  review: {
    place: ({ memoId }) => `memos/${memoId}/review.json`,
    read: (archive, { memoId }) => archive.review(memoId),
  },
  snapshot: {
    place: ({ memoId, snapshotId }) => `memos/${memoId}/snapshots/${snapshotId}.json`,
    read: (archive, { memoId, snapshotId }) => archive.snapshot(memoId, snapshotId),
  },
  form: { place: () => `templates/${formId}.json`, read: (archive) => archive.form(formId) },
  board: { place: () => `boards/${boardId}.json`, read: (archive) => archive.board(boardId) },
  deletion: { place: () => '', read: null },
};

const idsIn = async (folder: string): Promise<Ids> => {
  const [articleId] = await readdir(join(folder, 'articles'));
  const [memoId] = await readdir(join(folder, 'memos'));
  const [snapshot] = await readdir(join(folder, 'memos', String(memoId), 'snapshots'));
  return {
    articleId: articleIdSchema.parse(articleId),
    memoId: memoIdSchema.parse(memoId),
    snapshotId: snapshotIdSchema.parse(snapshot?.replace('.json', '')),
  };
};

const trashed = async (folder: string): Promise<string> =>
  `trash/articles/${(await readdir(join(folder, 'trash/articles')))[0]}/deleted.json`;

it.for(fileKinds)(
  'a file of kind %s is known as one of an archive where it lies in a backup',
  async (kind) => {
    const folder = join(frozen, newestFrozen);
    const file = files[kind].place(await idsIn(folder)) || (await trashed(folder));
    expect(isOfArchive(file)).toBe(true);
  },
);

describe('a file that a later build has written', () => {
  it.for(fileKinds)(
    'of kind %s is said to be of a newer Precis, and not a byte of the archive changes',
    async (kind, { folder }) => {
      await cp(join(frozen, newestFrozen), folder, { recursive: true });
      const ids = await idsIn(folder);
      const { place, read } = files[kind];
      const file = place(ids) || (await trashed(folder));
      const version = newestVersion(migrations[kind]) + 1;
      const known = await readFile(join(folder, file), 'utf8').catch(() => '{}');
      const later = { ...(withUnknownWords(JSON.parse(known)) as object), version, unheardOf: true };
      await mkdir(join(folder, file, '..'), { recursive: true });
      await writeFile(join(folder, file), JSON.stringify(later));
      const before = await readTree(folder);

      const newer = { code: 'archive-newer', file, version };
      const opened = await tryToOpen(folder, { create: false });
      if (!opened.ok) expect(opened.error).toEqual(newer);
      else {
        if (read !== null) expect(mustFail(await read(opened.value, ids))).toEqual(newer);
        await opened.value.close();
      }
      expect(opened.ok).toBe(read !== null || kind === 'deletion');
      const { findings } = await checkArchive({ root: folder, codec: plainCodec });
      // What refers to records of it can't be judged; that is said too.
      const said = findings.filter(
        (finding) => finding.file === file && finding.code !== 'reference-unjudged',
      );
      expect(said.map(({ code }) => code)).toEqual(['newer-version']);
      expect(await readTree(folder)).toEqual(before);
    },
  );
});

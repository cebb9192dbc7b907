import { applyChanges, type MutableContent } from '#domain/archive/apply-changes.ts';
import type { Change, MutableFile } from '#domain/archive/changes.ts';
import { normaliseRecord } from '#domain/archive/content/normalise-record.ts';
import { isSameChoice, recordOfConflict, takeOther } from '#domain/archive/merge/choose-side.ts';
import { type AnyRecord, diffRecords } from '#domain/archive/merge/records-in.ts';
import { paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import type { Conflict } from '#domain/conflict/conflict.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { PassageToReview, QuoteInText } from '#domain/contract/review.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { type CitedText, citedText } from '#domain/memo/citations/memo-material.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import {
  type CarriedFrom,
  isInPlace,
  isOutOfText,
  needsLook,
  settledInText,
} from '#domain/passage/carried.ts';
import { type AroundChange, changesAround } from '#domain/passage/carry/changes-around.ts';
import { carriedCandidates, ownRanges, passageCandidates } from '#domain/passage/carry/passage-candidates.ts';
import { pairCells, type TableCell, tableCells } from '#domain/passage/carry/table-cells.ts';
import type { VersionPair } from '#domain/passage/carry/version-pair.ts';
import { describeRanges } from '#domain/passage/edit/describe-ranges.ts';
import { type Passage, regionOf, targetOf } from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { remembering } from '#domain/remembering.ts';
import { ok, type Result } from '#domain/result.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { passageTextOf, refused } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { UnsettledPassage } from '#electron/ports/catalogue.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { articleVersions } from '../article/article-versions.ts';
import { pairYielding } from '../article/version-pairs.ts';
import { readFile } from '../copies/merge-copy.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { changePassage, type OnPassage } from '../passage/change-passage.ts';
import { invalidInput, notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { settleFall } from './falls.ts';
import { listConflicts } from './list-conflicts.ts';
import { listOtherItems } from './list-other-items.ts';
import { quoteInText, quoteOfPassage, regionInText } from './quote-in-text.ts';

/** The passage marked as moved and reviewed. Fails if its place in the text is uncertain. */
const confirmOne = async (
  reader: ArchiveReader,
  { articleId, passageId }: OnPassage,
  at: Passage['updatedAt'],
): Promise<Result<readonly Change[], AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const before = annotations.value.passages.find(({ id }) => id === passageId);
  if (before === undefined || before.deletedAt !== null) return notFound('passage', passageId);
  if (isOutOfText(before)) return invalidInput('review:confirm', 'the words do not stand in the text');
  if (!needsLook(before)) return ok([]);
  const after = { ...before, carriedFrom: settledInText(before.carriedFrom), updatedAt: at };
  return ok(recordChanges({ kind: 'annotations', articleId }, 'passages', before, after));
};

type Choice = Input<'review:settle-conflict'>;

/** One step: the records with the chosen values, without the conflicts. Undo restores both. */
const settleConflicts = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { conflictIds, takes }: Choice,
): Promise<Result<null, AppError>> =>
  archive.perform(
    async (reader) => {
      const file = await reader.conflicts();
      if (!file.ok) return file;
      const { conflicts } = file.value;
      const chosen = conflicts.filter(({ id }) => conflictIds.includes(id));
      const missing = conflictIds.find((id) => !chosen.some((conflict) => conflict.id === id));
      if (missing !== undefined) return notFound('conflict', missing);
      const at = toTimestamp(machine.nowMs());
      const taken = takes === 'other' ? await takeOthers(reader, chosen, at) : ok([]);
      if (!taken.ok) return taken;
      const settled = conflicts.filter((one) => chosen.some((conflict) => isSameChoice(conflict, one)));
      const changes = [...taken.value, ...settled.map(removalOf)];
      return ok({ value: null, name: 'settle-conflict', changes });
    },
    { knowsOutside: true },
  );

const removalOf = (conflict: Conflict): Change => ({
  type: 'record',
  file: { kind: 'conflicts' },
  collection: 'conflicts',
  recordId: conflict.id,
  before: conflict,
  after: null,
});

/** The changes that give each record the other side's value; several of one file are applied in sequence. */
const takeOthers = async (
  reader: ArchiveReader,
  conflicts: readonly Conflict[],
  at: Timestamp,
): Promise<Result<readonly Change[], AppError>> => {
  const files = new Map<string, { file: MutableFile; before: MutableContent; after: MutableContent }>();
  for (const conflict of conflicts) {
    const key = JSON.stringify(conflict.file);
    const known = files.get(key);
    const read = known === undefined ? await readFile(reader, conflict.file) : ok(known.after);
    if (!read.ok) return read;
    const next = withOther(read.value, conflict, at);
    if (!next.ok) return next;
    files.set(key, { file: conflict.file, before: known?.before ?? read.value, after: next.value });
  }
  return ok([...files.values()].flatMap(({ file, before, after }) => diffRecords(file, before, after)));
};

const withOther = (
  content: MutableContent,
  conflict: Conflict,
  at: Timestamp,
): Result<MutableContent, AppError> => {
  const { file, collection, recordId } = conflict;
  const before = recordOfConflict(content, conflict);
  const after = shapedAs(collection, takeOther(conflict, before, at));
  if (!after.ok) return after;
  // Both records belong to `collection`.
  const change = { type: 'record', file, collection, recordId, before, after: after.value } as Parameters<
    typeof applyChanges
  >[1][number];
  const applied = applyChanges(content, [change]);
  return applied.ok ? applied : notFound('conflict', conflict.id);
};

/**
 * A value stored in a file may have been written by any program: it has to have the shape of the record before it
 * replaces one.
 */
const shapedAs = (
  collection: Conflict['collection'],
  record: AnyRecord | null,
): Result<AnyRecord | null, AppError> => {
  if (record === null) return ok(null);
  try {
    return ok(normaliseRecord(collection, record as never));
  } catch {
    return invalidInput('review:settle-conflict', 'the other version has no shape that can be written');
  }
};

type TextWithCells = CitedText & { readonly cells: readonly TableCell[] };

/** The texts being compared, each read once, and versions of each other aligned once. */
const createTexts = (reader: ArchiveReader) => {
  const textOf = remembering(async (id: ArticleId): Promise<TextWithCells | null> => {
    const file = await reader.body(id);
    return file.ok ? { ...citedText(file.value.body), cells: tableCells(file.value.body) } : null;
  });
  const pairsWith = remembering(async (fresh: ArticleId) =>
    remembering(async (old: ArticleId): Promise<VersionPair | null> => {
      const [oldText, freshText] = [await textOf(old), await textOf(fresh)];
      if (oldText === null || freshText === null) return null;
      return pairYielding(oldText.index, freshText.index, pairCells(oldText.cells, freshText.cells));
    }),
  );
  return {
    textOf,
    pairOf: async (old: ArticleId, fresh: ArticleId) => (await pairsWith(fresh))(old),
  };
};

type Texts = ReturnType<typeof createTexts>;

const inText = (text: TextWithCells, passage: Passage, ranges: readonly TextRange[]): QuoteInText =>
  regionOf(passage) === null
    ? quoteInText(text, ranges)
    : { ...regionInText(passage), paragraph: paragraphNumberAt(text.paragraphs, ranges[0]?.start ?? 0) };

const candidatesOf = (
  text: TextWithCells,
  pair: VersionPair | null,
  passage: Passage,
  kind: PassageToReview['kind'],
): PassageToReview['candidates'] => {
  if (isInPlace(kind)) {
    const { ranges } = anchorPassage(text.index, passage.selectors);
    return [{ ranges, score: 1, difference: 'none', ...inText(text, passage, ranges) }];
  }
  const target = targetOf(passage);
  // Another picture is never a candidate, because its pixels are different evidence.
  if (target.kind === 'region') return [];
  const candidates =
    pair === null
      ? passageCandidates(text.index, target.selectors)
      : carriedCandidates(pair, target.selectors);
  return candidates.map((candidate) => ({ ...candidate, ...quoteInText(text, candidate.ranges) }));
};

/** What is different around the words of a passage that are in the text. */
const aroundOf = (
  pair: VersionPair | null,
  text: TextWithCells,
  passage: Passage,
): PassageToReview['around'] => {
  const target = targetOf(passage);
  if (pair === null || target.kind === 'region' || isOutOfText(passage)) return [];
  const ranges = ownRanges(pair.old, target.selectors);
  const places = anchorPassage(text.index, passage.selectors).ranges;
  if (ranges === null || ranges.length !== places.length) return [];
  const told = new Map<string, AroundChange>();
  for (const [part, range] of ranges.entries())
    for (const change of changesAround(pair, range, places[part] ?? range))
      told.set(JSON.stringify([change.was, change.is]), change);
  return [...told.values()];
};

/** The passage in the copy that has its words, if that copy exists. */
const oldOf = async (
  reader: ArchiveReader,
  { textOf }: Texts,
  passage: Passage,
  { articleId, passageId }: CarriedFrom,
): Promise<PassageToReview['old']> => {
  const [record, versions, text, annotations] = [
    await reader.article(articleId),
    await articleVersions(reader, articleId),
    await textOf(articleId),
    await reader.annotations(articleId),
  ];
  const old = annotations.ok ? annotations.value.passages.find(({ id }) => id === passageId) : undefined;
  const where = {
    articleId,
    passageId,
    printed: printPassage(old ?? passage),
    region: pictureRegionOf(passage, articleId),
    version: versions.length === 0 ? null : versions.length,
    ...(record.ok && record.value.article.format === 'excerpts' ? { isExcerpts: true as const } : {}),
  };
  if (text === null || old === undefined) return { ...where, ...quoteOfPassage(passage) };
  const { ranges } = anchorPassage(text.index, old.selectors);
  return { ...where, ...(ranges.length === 0 ? quoteOfPassage(old) : inText(text, old, ranges)) };
};

const itemOf = async (
  reader: ArchiveReader,
  texts: Texts,
  { articleId, articleTitle, passage }: UnsettledPassage,
): Promise<PassageToReview | null> => {
  const { carriedFrom } = passage;
  const text = await texts.textOf(articleId);
  if (carriedFrom === null || carriedFrom.state === 'unchanged' || text === null) return null;
  const pair = await texts.pairOf(carriedFrom.articleId, articleId);
  return {
    kind: carriedFrom.state,
    articleId,
    passageId: passage.id,
    articleTitle,
    label: passage.label,
    old: await oldOf(reader, texts, passage, carriedFrom),
    around: aroundOf(pair, text, passage),
    candidates: candidatesOf(text, pair, passage, carriedFrom.state),
  };
};

type Known = { readonly asked: string; readonly item: PassageToReview | null };

/**
 * Lists the passages that need a review. A text never changes, so the result for a passage is valid until the passage
 * changes; the rest is computed a passage at a time, so that the process stays responsive.
 */
const createPassagesToReview = (reader: ArchiveReader) => {
  let known = new Map<PassageId, Known>();
  return async (waiting: readonly UnsettledPassage[]): Promise<readonly PassageToReview[]> => {
    const texts = createTexts(reader);
    const yielder = createYielder();
    const next = new Map<PassageId, Known>();
    for (const each of waiting) {
      const asked = JSON.stringify([
        each.articleTitle,
        each.passage.selectors,
        each.passage.carriedFrom,
        each.passage.label,
      ]);
      const before = known.get(each.passage.id);
      const item = before?.asked === asked ? before.item : await itemOf(reader, texts, each);
      next.set(each.passage.id, { asked, item });
      await yielder.yieldIfDue();
    }
    known = next;
    return [...next.values()].flatMap(({ item }) => item ?? []);
  };
};

/** The use cases of Review. Nothing here makes a choice by itself. */
export const createReviewHandlers = (deps: HandlerDeps): HandlersOn<'review'> => {
  const listPassagesToReview = createPassagesToReview(deps.archive);
  return {
    /** Passages come first, those of the newest article in front, in the order of the text that contained them. */
    'review:list': async () => {
      const passages = await listPassagesToReview(await deps.catalogue.unsettledPassages());
      const conflicts = await listConflicts(deps);
      if (!conflicts.ok) return conflicts;
      const others = await listOtherItems(deps);
      const altered = new Set(
        others.flatMap((item) => (item.kind === 'text-altered' ? [item.articleId] : [])),
      );
      const losses = await deps.losses.waiting();
      // An altered text is listed once.
      const lost = losses.filter(({ articleId }) => articleId === null || !altered.has(articleId));
      return ok([...lost, ...conflicts.value, ...deps.leftCopies(), ...passages, ...others]);
    },

    /**
     * Records the choice for each of the records: the other side's value replaces the current one, or the current one
     * is kept. All in one step, and a choice is not asked for again.
     */
    'review:settle-conflict': (choice) => settleConflicts(deps, choice),

    'review:settle-fall': (settling) => settleFall(deps, settling),

    'review:accept-loss': deps.losses.accept,

    /** The result is one undo step; if the copy can't be merged it is named with the reason. */
    'review:merge-copy': async ({ name }) => {
      await deps.mergeCopy(name);
      return ok(null);
    },

    /** The file is unchanged, and so are the bytes that were set aside. */
    'review:see-repair': async ({ file }) => {
      deps.archive.seeRepair(file);
      return ok(null);
    },

    /** Gives the passage the chosen place, so that it is in the text again. Same as an edit that resizes. */
    'review:take': ({ ranges, ...on }) =>
      changePassage(deps, on, 'take-candidate', async (before, reader) => {
        const text = await passageTextOf(reader, on.articleId);
        if (!text.ok) return text;
        if (regionOf(before) !== null) return invalidInput('review:take', 'words take no place of a region');
        const described = describeRanges(text.value, ranges);
        if (!described.ok) return refused('review:take', described.error);
        return ok({
          selectors: described.value.selectors,
          carriedFrom: settledInText(before.carriedFrom),
        });
      }),

    /**
     * Accepts that the words are not in this version. The passage keeps them, and their place in the copy from which it
     * was carried over. Fails with `invalid-input` for a passage that is in its text.
     */
    'review:keep-orphan': (on) =>
      changePassage(deps, on, 'keep-orphan', async ({ carriedFrom, ...before }) => {
        if (carriedFrom === null || !isOutOfText({ ...before, carriedFrom })) {
          return invalidInput('review:keep-orphan', 'the passage stands in the text');
        }
        return ok({ carriedFrom: { ...carriedFrom, state: 'orphaned', isSettled: true } });
      }),

    /** Accepts the present places of the passages, all in one step; those that need no review are unchanged. */
    'review:confirm': ({ passages }) =>
      deps.archive.perform(async (reader) => {
        const at = toTimestamp(deps.machine.nowMs());
        const changes: Change[] = [];
        for (const on of passages) {
          const confirmed = await confirmOne(reader, on, at);
          if (!confirmed.ok) return confirmed;
          changes.push(...confirmed.value);
        }
        return ok({ value: null, name: 'confirm-passages', changes });
      }),
  };
};

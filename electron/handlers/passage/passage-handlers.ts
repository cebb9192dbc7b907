import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { type ExportedPassage, toExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { passageFormatOf } from '#domain/memo/passages/passage-format.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { isOutOfText } from '#domain/passage/carried.ts';
import { inTextOrder } from '#domain/passage/edit/describe-ranges.ts';
import { duplicatePassage } from '#domain/passage/edit/duplicate-passage.ts';
import { splitPassage } from '#domain/passage/edit/split-passage.ts';
import type { Passage, RelationType } from '#domain/passage/passage.ts';
import { isMutualRelation } from '#domain/passage/word-relation.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { TextIndex } from '#domain/text/text-index.ts';
import { toTimestamp } from '#domain/time.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { passageTextOf } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { createFileExport } from '../export/create-file-export.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { labelsOf } from '../label/label-handlers.ts';
import { readCitedArticles } from '../memo/read-memo-material.ts';
import { idIsTaken, notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { createAddingPageRegions } from './add-page-region.ts';
import { createAdding, makePassage } from './add-passage.ts';
import { createAddingRegions } from './add-region.ts';
import {
  changePassage,
  type FoundPassage,
  findPassage,
  type OnPassage,
  type PassageChange,
} from './change-passage.ts';
import { createEditing } from './edit-passage.ts';

type PassageInText = {
  readonly index: TextIndex;
  /** In UTF-16, in the order of the text; one for each selector. */
  readonly ranges: readonly TextRange[];
};

/** The ranges of the passage in the text of its article. Fails with `passage-not-in-text` if any part is not there. */
const rangesInText = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  passage: Passage,
): Promise<Result<PassageInText, AppError>> => {
  const text = await passageTextOf(reader, articleId);
  if (!text.ok) return text;
  const { index } = text.value;
  const { ranges } = anchorPassage(index, passage.selectors);
  const isWhole = ranges.length === passage.selectors.length && !isOutOfText(passage);
  if (!isWhole) return err({ code: 'passage-not-in-text' });
  return ok({ index, ranges: inTextOrder(ranges) });
};

/** Making a second passage on the same words: docs/decisions/0016-what-a-split-and-a-duplicate-carry.md. */
const createDuplicating = (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
): Pick<HandlersOn<'passage'>, 'passage:duplicate'> => ({
  /**
   * Makes a second passage on the same words, so that they can have a second label. It has the label, tags, speaker,
   * manner and basis of the first, but none of the first's own judgements or notes: no grade, note, follow-up, relation
   * or citation. A repeated request changes nothing. Fails with `passage-not-in-text`, `not-found`, or `invalid-input`
   * for an id that is taken.
   */
  'passage:duplicate': ({ articleId, passageId, duplicateId }) =>
    deps.archive.perform(async (reader) => {
      const found = await findPassage(reader, { articleId, passageId });
      if (!found.ok) return found;
      const place = await rangesInText(reader, articleId, found.value.passage);
      if (!place.ok) return place;
      const at = toTimestamp(deps.machine.nowMs());
      const passage = duplicatePassage(found.value.passage, { id: duplicateId, at });
      const { annotations } = found.value;
      const made = await makePassage(deps, 'passage:duplicate', articleId, annotations, passage);
      if (!made.ok) return made;
      return ok({ value: made.value.record, name: 'duplicate-passage', changes: made.value.changes });
    }),
});

const startOf = ({ selectors }: Passage): number =>
  Math.min(...selectors.map(({ position }) => position.start));

type Parts = Output<'passage:split'>;

/** Whether these are the parts of an earlier split of the passage at `cut` (in code points), unchanged since. */
const areParts = ({ first, second }: Parts, cut: number): boolean => {
  const endOfFirst = Math.max(...first.selectors.map(({ position }) => position.end));
  const isWhole = second.deletedAt === null && second.label === first.label;
  return isWhole && endOfFirst <= cut && cut <= startOf(second);
};

type Split = { readonly parts: Parts; readonly changes: readonly RecordChange[] };

const splitAt = (
  { articleId, at: cut, secondId }: Input<'passage:split'>,
  { passage: first, annotations }: FoundPassage,
  place: PassageInText,
  at: Passage['createdAt'],
): Result<Split, AppError> => {
  const second = annotations.passages.find(({ id }) => id === secondId);
  if (second !== undefined) {
    const isRepeat = areParts({ first, second }, place.index.toCodePoint(cut));
    return isRepeat ? ok({ parts: { first, second }, changes: [] }) : idIsTaken('passage:split');
  }
  const split = splitPassage(first, place, cut, { id: secondId, at });
  if (!split.ok) return split;
  const file = { kind: 'annotations', articleId } as const;
  const changes = [
    ...recordChanges(file, 'passages', first, split.value.first),
    ...recordChanges(file, 'passages', null, split.value.second),
  ];
  return ok({ parts: split.value, changes });
};

/** Splitting one passage in two: docs/decisions/0016-what-a-split-and-a-duplicate-carry.md says what goes where. */
const createSplitting = ({
  archive,
  machine,
}: Pick<HandlerDeps, 'archive' | 'machine'>): Pick<HandlersOn<'passage'>, 'passage:split'> => ({
  /**
   * Splits the passage at `at` (UTF-16 of the canonical text), in one step; white space at the cut goes to neither
   * part. Both parts have the label, tags, speaker, manner, basis and grade. Note, follow-ups, relations and citations
   * stay on the first, which keeps the id: a memo that cites it reports that its evidence has changed. A repeated
   * request changes nothing. Fails with `cut-outside-passage`, `passage-not-in-text`, `range-not-on-grapheme`,
   * `not-found`, or `invalid-input` for an id that is taken.
   */
  'passage:split': (input) =>
    archive.perform(async (reader) => {
      const found = await findPassage(reader, input);
      if (!found.ok) return found;
      const place = await rangesInText(reader, input.articleId, found.value.passage);
      if (!place.ok) return place;
      const split = splitAt(input, found.value, place.value, toTimestamp(machine.nowMs()));
      if (!split.ok) return split;
      return ok({ value: split.value.parts, name: 'split-passage', changes: split.value.changes });
    }),
});

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'desktop' | 'writeExportedFile' | 'writePassages'>;

type Asked = Input<'passage:export'>;

/** The paths of tags by their ids, as typed: "China/Dual use". */
const readTagPaths = async ({ catalogue }: Deps) =>
  new Map((await catalogue['tag:list']({})).map(({ id, path }) => [id, printNamePath(path, '/')]));

const byArticle = (rows: readonly PassageRow[]): ReadonlyMap<ArticleId, readonly PassageRow[]> => {
  const grouped = new Map<ArticleId, PassageRow[]>();
  for (const row of rows) grouped.set(row.articleId, [...(grouped.get(row.articleId) ?? []), row]);
  return grouped;
};

/** The passages of `rows` in their order. Each article is read once, and kept in memory no longer than needed. */
const exportedOf = async (
  deps: Deps,
  rows: readonly PassageRow[],
  { hasNotes: hasNote }: Asked,
  isCancelled: () => boolean,
): Promise<Result<readonly ExportedPassage[], AppError>> => {
  const sources = await deps.archive.sources();
  if (!sources.ok) return sources;
  const tree = indexTree(sources.value.sources);
  const tagPaths = await readTagPaths(deps);
  const labels = await labelsOf(deps.archive);
  const made = new Map<PassageId, ExportedPassage>();
  for (const [articleId, ofArticle] of byArticle(rows)) {
    if (isCancelled()) return err({ code: 'cancelled' });
    const { articles } = await readCitedArticles(deps.archive, new Set([articleId]));
    const cited = articles.get(articleId);
    for (const { id: passageId, tagIds, version } of ofArticle) {
      const passage = cited?.passages.find(({ id }) => id === passageId);
      if (cited === undefined || passage === undefined) continue;
      const tags = tagIds.flatMap((id) => tagPaths.get(id) ?? []);
      made.set(
        passageId,
        toExportedPassage({ passage, cited, sources: tree, tags, hasNote, labels, version }),
      );
    }
  }
  return ok(rows.flatMap(({ id }) => made.get(id) ?? []));
};

const rowsOf = ({ catalogue }: Deps, { of }: Asked): Promise<readonly PassageRow[]> =>
  of.kind === 'passages'
    ? catalogue['passage:rows']({ passageIds: of.passageIds })
    : catalogue.passages(of.filter, { isWhole: isSearch(of.filter) });

/** A plain list need not wait for the index to be complete. */
const isSearch = ({ text = '' }: PassageFilter): boolean => text.trim() !== '';

/** The handlers for exporting passages. */
const createExporting = (
  deps: Deps,
): Pick<
  HandlersOn<'passage'>,
  'passage:export' | 'passage:cancel-export' | 'passage:reveal-export' | 'passage:drag-export'
> => {
  const file = createFileExport(deps, 'passage:export', passageFormatOf);
  return {
    /** Writes passages to a file in the folder of exports, in the format of its ending; see FileExport. */
    'passage:export': (asked) =>
      file.write(asked, async (format, isCancelled) => {
        const exported = await exportedOf(deps, await rowsOf(deps, asked), asked, isCancelled);
        if (!exported.ok) return exported;
        const bytes = deps.writePassages(format, exported.value);
        return ok({ bytes, told: { passages: exported.value.length } });
      }),
    'passage:cancel-export': file.cancel,
    'passage:reveal-export': file.reveal,
    'passage:drag-export': file.drag,
  };
};

type Relating = Pick<HandlersOn<'passage'>, 'passage:relate' | 'passage:unrelate'>;

const isRelated = ({ relations }: Passage, type: RelationType, id: Passage['id']): boolean =>
  relations.some((relation) => relation.type === type && relation.passageId === id);

const isLive = ({ deletedAt }: Passage): boolean => deletedAt === null;

/** Whether the relation to the other passage exists already; a mutual one may be stored in the other. */
const isSaid = (one: Passage, type: RelationType, other: Passage): boolean =>
  isRelated(one, type, other.id) || (isMutualRelation(type) && isRelated(other, type, one.id));

const relating =
  (type: RelationType, other: OnPassage): PassageChange =>
  async (before, reader) => {
    const annotations = await reader.annotations(other.articleId);
    if (!annotations.ok) return annotations;
    const target = annotations.value.passages.filter(isLive).find(({ id }) => id === other.passageId);
    if (target === undefined) return notFound('passage', other.passageId);
    if (isSaid(before, type, target)) return err({ code: 'already-related' });
    return ok({ relations: [...before.relations, { type, ...other }] });
  };

/** Whether credibility 1 of the passage depends only on the support by `supporterId`. */
const restsOn = async (
  { archive, catalogue }: HandlerDeps,
  { articleId, passageId }: OnPassage,
  supporterId: PassageId,
): Promise<boolean> => {
  const annotations = await archive.annotations(articleId);
  const passage = annotations.ok ? annotations.value.passages.find(({ id }) => id === passageId) : undefined;
  if (passage?.grade.credibility !== 1 || passage.confirmedBecause !== null) return false;
  const confirming = await catalogue.confirmedBy(passageId);
  return confirming.length > 0 && confirming.every((id) => id === supporterId);
};

/** All readings of a passage, the requested one first: see PassageRow. */
const readingsOf = async ({ catalogue }: HandlerDeps, on: OnPassage): Promise<readonly OnPassage[]> => {
  const [row] = await catalogue['passage:rows']({ passageIds: [on.passageId] });
  const others = (row?.readings ?? []).filter(({ passageId }) => passageId !== on.passageId);
  return [on, ...others.map(({ articleId, passageId }) => ({ articleId, passageId }))];
};

/** A reading as it is, and without the relation. */
type Unrelated = { readonly on: OnPassage; readonly before: Passage; readonly after: Passage };

const unrelate = async (
  reader: ArchiveReader,
  on: OnPassage,
  isRemoved: (relation: Passage['relations'][number]) => boolean,
): Promise<Result<Unrelated, AppError>> => {
  const found = await findPassage(reader, on);
  if (!found.ok) return found;
  const before = found.value.passage;
  const relations = before.relations.filter((relation) => !isRemoved(relation));
  return ok({ on, before, after: { ...before, relations } });
};

/** Removes a relation from every reading of the passage that has it, to any reading of the other, in one step. */
const removeRelation = async (
  deps: HandlerDeps,
  on: OnPassage,
  type: RelationType,
  other: OnPassage,
): Promise<Result<Passage, AppError>> => {
  const [saying, said] = [await readingsOf(deps, on), await readingsOf(deps, other)];
  const isRemoved = (relation: Passage['relations'][number]): boolean =>
    relation.type === type && said.some(({ passageId }) => passageId === relation.passageId);
  return deps.archive.perform(async (reader) => {
    const updatedAt = toTimestamp(deps.machine.nowMs());
    const unrelated: Unrelated[] = [];
    for (const each of saying) {
      const one = await unrelate(reader, each, isRemoved);
      if (!one.ok) return one;
      unrelated.push(one.value);
    }
    const changes = unrelated.flatMap(({ on: { articleId }, before, after }) =>
      recordChanges({ kind: 'annotations', articleId }, 'passages', before, { ...after, updatedAt }),
    );
    const [value] = unrelated;
    if (value === undefined || changes.length === 0) return notFound('passage', other.passageId);
    return ok({ value: { ...value.after, updatedAt }, name: 'relate-passage', changes });
  });
};

/** Relations between passages: each is stored once, in the passage that it was made from. */
const createRelating = (deps: HandlerDeps): Relating => ({
  /**
   * Records that the passage supports, contradicts, repeats or supersedes the other, in any article. Fails with
   * `related-to-itself`, `already-related` (for a mutual one also if the other passage has it), or `not-found`.
   */
  'passage:relate': ({ type, other, ...on }) =>
    on.passageId === other.passageId
      ? Promise.resolve(err({ code: 'related-to-itself' }))
      : changePassage(deps, on, 'relate-passage', relating(type, other)),

  /**
   * Removes the relation of the passage to the other. Fails with `not-found` if there is none, `grade-rests-on-link` if
   * credibility 1 of the other would have no basis, unless it `unconfirms`.
   */
  'passage:unrelate': async ({ type, other, unconfirms = false, ...on }: Input<'passage:unrelate'>) => {
    if (!unconfirms && type === 'supports' && (await restsOn(deps, other, on.passageId)))
      return err({ code: 'grade-rests-on-link', passageId: other.passageId });
    return removeRelation(deps, on, type, other);
  },
});

/** The use cases of passages: every act changes one record of the article's annotations. */
export const createPassageHandlers = (deps: HandlerDeps): HandlersOn<'passage'> => ({
  ...createAdding(deps),
  ...createAddingRegions(deps),
  ...createAddingPageRegions(deps),
  ...createEditing(deps),
  ...createRelating(deps),
  ...createSplitting(deps),
  ...createDuplicating(deps),
  ...createExporting(deps),
});

import type { Change } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { CodedPassage } from '#domain/coding/coded-article.ts';
import type { CodingDifference, Settlement } from '#domain/coding/list-differences.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ArticleId, newPassageIdSchema, type TagId } from '#domain/ids.ts';
import { describeRanges } from '#domain/passage/edit/describe-ranges.ts';
import { type Label, type LabelId, labelSetOf } from '#domain/passage/label.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { passageTextOf, refused } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader, Outcome, PerformOptions } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { createTagBook, type TagBook } from '../import/brought/tag-book.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { matchTags } from './coder-tags.ts';
import type { Comparison } from './compare-coders.ts';

type Settling = {
  readonly labels: ReturnType<typeof createLabelBook>;
  readonly reader: ArchiveReader;
  readonly comparison: Comparison;
  readonly how: Settlement;
  readonly book: TagBook;
  readonly namesOf: (ids: readonly TagId[]) => readonly string[];
  readonly newId: () => string;
  readonly at: Timestamp;
};

/** Maps the labels of the other archive to ours: by name, else its record is added. */
const createLabelBook = (mine: readonly Label[], theirs: readonly Label[]) => {
  const [here, there] = [labelSetOf(mine), labelSetOf(theirs)];
  const brought = new Map<LabelId, Label>();
  return {
    idOf(id: LabelId): LabelId {
      const label = there.of(id);
      const known = here.named(label.name);
      if (known !== null) return known.id;
      const record = theirs.find((each) => each.id === id);
      if (record !== undefined && !mine.some((each) => each.id === id)) brought.set(id, record);
      return id;
    },
    changes: (): readonly Change[] =>
      [...brought.values()].flatMap((label) => recordChanges({ kind: 'labels' }, 'labels', null, label)),
  };
};

/** `ids` without the tags that only I have, if theirs are taken, and with those that only they have. */
const settledIds = (
  { how, book, namesOf }: Settling,
  ids: readonly TagId[],
  { onlyMine, onlyTheirs }: CodingDifference,
): TagId[] => {
  const goes = (id: TagId): boolean =>
    how === 'theirs' && namesOf([id]).some((name) => onlyMine.includes(name));
  return [...new Set([...ids.filter((id) => !goes(id)), ...book.ids(onlyTheirs)])];
};

const isOnSameWords = ({ selectors }: Passage, { ranges }: CodedPassage): boolean =>
  selectors.length === ranges.length &&
  selectors.every(
    ({ position }, at) => position.start === ranges[at]?.start && position.end === ranges[at]?.end,
  );

const made = async (
  settling: Settling,
  articleId: ArticleId,
  theirs: CodedPassage,
): Promise<Result<Passage, AppError>> => {
  const text = await passageTextOf(settling.reader, articleId);
  if (!text.ok) return text;
  const { index } = text.value;
  const ranges = theirs.ranges.map(({ start, end }) => ({
    start: index.toUtf16(start),
    end: index.toUtf16(end),
  }));
  const described = describeRanges(text.value, ranges);
  if (!described.ok) return refused('exchange:settle-coding', described.error);
  const { selectors, manner } = described.value;
  const said = {
    selectors,
    manner,
    label: settling.labels.idOf(theirs.label),
    tagIds: [...settling.book.ids(theirs.tags)],
  };
  return ok(newPassage(said, { id: newPassageIdSchema.parse(settling.newId()), at: settling.at }));
};

const changesOfPassage = async (
  settling: Settling,
  difference: CodingDifference,
  { passages }: AnnotationsFile,
): Promise<Result<readonly Change[], AppError>> => {
  const { articleId, mineId, theirsId } = difference;
  const file = { kind: 'annotations', articleId } as const;
  const theirs = settling.comparison.articles
    .get(articleId)
    ?.theirs.passages.find(({ id }) => id === theirsId);
  const live = passages.filter(({ deletedAt }) => deletedAt === null);
  // A passage already created from theirs is not created again.
  const before = live.find((passage) =>
    mineId === null ? theirs !== undefined && isOnSameWords(passage, theirs) : passage.id === mineId,
  );
  if (before !== undefined) {
    const tagIds = settledIds(settling, before.tagIds, difference);
    return ok(recordChanges(file, 'passages', before, { ...before, tagIds, updatedAt: settling.at }));
  }
  if (mineId !== null) return notFound('passage', mineId);
  if (theirs === undefined) return notFound('article', articleId);
  const fresh = await made(settling, articleId, theirs);
  return fresh.ok ? ok(recordChanges(file, 'passages', null, fresh.value)) : fresh;
};

const changesOf = async (
  settling: Settling,
  difference: CodingDifference,
): Promise<Result<readonly Change[], AppError>> => {
  const { articleId } = difference;
  const annotations = await settling.reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  if (difference.quote !== null) return changesOfPassage(settling, difference, annotations.value);
  const before = annotations.value.about;
  const after = {
    ...before,
    tagIds: settledIds(settling, before.tagIds, difference),
    updatedAt: settling.at,
  };
  return ok(recordChanges({ kind: 'annotations', articleId }, 'about', before, after));
};

const compose = async (
  settling: Settling,
  differences: readonly CodingDifference[],
): Promise<Result<Outcome<{ changed: number }>, AppError>> => {
  const changes: Change[] = [];
  for (const difference of differences) {
    const changed = await changesOf(settling, difference);
    if (!changed.ok) return changed;
    changes.push(...changed.value);
  }
  return ok({
    value: { changed: changes.length },
    name: 'settle-coding',
    changes: [...settling.book.changes(), ...settling.labels.changes(), ...changes],
  });
};

/**
 * Settles differences as one undo step: a missing tag is created from their codebook entry, and a passage that only
 * they have is created with their label; nothing else of theirs is taken. Fails with `not-found` if a passage is gone.
 */
export const settleCoding = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  comparison: Comparison,
  { differences, how }: { readonly differences: readonly CodingDifference[]; readonly how: Settlement },
  options: PerformOptions,
): Promise<Result<{ changed: number }, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.tags();
    if (!file.ok) return file;
    const labelFile = await reader.labels();
    if (!labelFile.ok) return labelFile;
    const { tags } = file.value;
    const book = createTagBook(tags, machine);
    const missing = new Set(differences.flatMap(({ onlyTheirs }) => onlyTheirs));
    const { mine: namesOf } = matchTags(tags, []);
    const known = new Set(tags.flatMap(({ id }) => namesOf([id])));
    await book.apply(
      [...missing]
        .filter((name) => !known.has(name))
        .flatMap((name) => comparison.tags.entries.get(name) ?? []),
    );
    const at = toTimestamp(machine.nowMs());
    const labels = createLabelBook(labelFile.value.labels, comparison.labels);
    return compose({ labels, reader, comparison, how, book, namesOf, newId: machine.newId, at }, differences);
  }, options);

import type { AppError } from '#domain/contract/errors.ts';
import { passageIdSchema } from '#domain/ids.ts';
import { settledInText } from '#domain/passage/carried.ts';
import { describeSelector } from '#domain/passage/describe-selector.ts';
import { isGraphemeBoundary } from '#domain/passage/grapheme-boundaries.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Selector } from '#domain/passage/selector.ts';
import { splitRanges } from '#domain/passage/split-ranges.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { findPassage, type OnPassage } from './change-passage.ts';
import { rangesInText } from './ranges-in-text.ts';

type Part = Pick<Passage, 'id' | 'selectors'> & { readonly at: Timestamp };

type Cut = { readonly whole: Passage; readonly cut: number };
type Parts = { readonly first: Selector[]; readonly second: Selector[] };

/** The selectors of the two parts. */
const partsOf = async (
  reader: ArchiveReader,
  { articleId }: OnPassage,
  { whole, cut }: Cut,
): Promise<Result<Parts, AppError>> => {
  const place = await rangesInText(reader, articleId, whole);
  if (!place.ok) return place;
  const { index, ranges } = place.value;
  if (cut < index.text.length && !isGraphemeBoundary(index.text, cut))
    return err({ code: 'range-not-on-grapheme' });
  const parts = splitRanges(index.text, ranges, cut);
  if (parts === null) return err({ code: 'cut-outside-passage' });
  return ok({
    first: parts.first.map((range) => describeSelector(index, range)),
    second: parts.second.map((range) => describeSelector(index, range)),
  });
};

const firstPart = (whole: Passage, { selectors, at }: Part): Passage => ({
  ...whole,
  selectors,
  carriedFrom: settledInText(whole.carriedFrom),
  updatedAt: at,
});

/** "Confirmed" goes where its ground goes: a reason is copied, a supporting passage stays with the first part. */
const gradeOfSecond = ({ grade, confirmedBecause }: Passage): Passage['grade'] =>
  grade.credibility === 1 && confirmedBecause === null ? { ...grade, credibility: null } : grade;

/** What is said of the words is said of both parts; what hangs on the passage as one thing stays with the first. */
const secondPart = (whole: Passage, { id, selectors, at }: Part): Passage => ({
  ...whole,
  id,
  selectors,
  grade: gradeOfSecond(whole),
  note: null,
  relations: [],
  carriedFrom: null,
  createdAt: at,
  updatedAt: at,
});

/** Parting one passage in two: docs/decisions/0016-what-a-split-and-a-duplicate-carry.md says what goes where. */
export const createSplitting = ({
  archive,
  machine,
}: Pick<HandlerDeps, 'archive' | 'machine'>): Pick<HandlersOn<'passage'>, 'passage:split'> => ({
  /**
   * Splits the passage at `at` (UTF-16 of the canonical text), in one step; white space at the cut goes to neither
   * part. Label, tags, speaker, manner, basis and grade are on both. Note, follow-ups, relations and citations stay
   * on the first, which keeps the id: a memo that cites it says that its evidence has changed. Fails
   * `cut-outside-passage`, `passage-not-in-text`, `range-not-on-grapheme` or `not-found`.
   */
  'passage:split': ({ at: cut, ...on }) =>
    archive.perform(async (reader) => {
      const found = await findPassage(reader, on);
      if (!found.ok) return found;
      const parts = await partsOf(reader, on, { whole: found.value, cut });
      if (!parts.ok) return parts;
      const at = toTimestamp(machine.nowMs());
      const first = firstPart(found.value, { id: on.passageId, selectors: parts.value.first, at });
      const id = passageIdSchema.parse(machine.newId());
      const second = secondPart(found.value, { id, selectors: parts.value.second, at });
      const file = { kind: 'annotations', articleId: on.articleId } as const;
      const changes = [
        ...recordChanges(file, 'passages', found.value, first),
        ...recordChanges(file, 'passages', null, second),
      ];
      return ok({ value: { first, second }, name: 'split-passage', changes });
    }),
});

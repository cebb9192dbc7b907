import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { splitPassage } from '#domain/passage/edit/split-passage.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { idIsTaken } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { type FoundPassage, findPassage } from './change-passage.ts';
import { type PassageInText, rangesInText } from './ranges-in-text.ts';

const startOf = ({ selectors }: Passage): number =>
  Math.min(...selectors.map(({ position }) => position.start));

type Parts = Output<'passage:split'>;

/** Whether the passage was split at `cut` (in code points) into these before, and nothing has become of it since. */
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

/** Parting one passage in two: docs/decisions/0016-what-a-split-and-a-duplicate-carry.md says what goes where. */
export const createSplitting = ({
  archive,
  machine,
}: Pick<HandlerDeps, 'archive' | 'machine'>): Pick<HandlersOn<'passage'>, 'passage:split'> => ({
  /**
   * Splits the passage at `at` (UTF-16 of the canonical text), in one step; white space at the cut goes to neither
   * part. Label, tags, speaker, manner, basis and grade are on both. Note, follow-ups, relations and citations stay
   * on the first, which keeps the id: a memo that cites it says that its evidence has changed. Asked for again it
   * changes nothing. Fails `cut-outside-passage`, `passage-not-in-text`, `range-not-on-grapheme`, `not-found`, or
   * `invalid-input` for an id that is taken.
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

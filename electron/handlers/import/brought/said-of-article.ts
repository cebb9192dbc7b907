/** The records that what another tool says of an article becomes: its passages, its note, its tags, its state. */
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { missingFrom } from '#domain/exchange/fill-bibliography.ts';
import { joinNotes } from '#domain/exchange/merge-brought.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import { newPassageIdSchema, type TagId } from '#domain/ids.ts';
import {
  type DescribedRanges,
  describeRanges,
  type PassageText,
} from '#domain/passage/edit/describe-ranges.ts';
import type { Label } from '#domain/passage/label.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { Machine } from '#electron/ports/machine.ts';
import type { PlannedArticle } from './plan-brought.ts';
import type { PlacedPassage } from './planned.ts';

export type SayingContext = {
  readonly tool: Tool;
  readonly label: Label;
  /** The tags of those names, each once. */
  readonly tagIds: (names: readonly string[]) => readonly TagId[];
  readonly machine: Machine;
};

type Described = DescribedRanges & Pick<PlacedPassage, 'passage'>;

/** The words as they stand, by which a passage is told from the others of its article. */
const placeKey = (selectors: Passage['selectors']): string =>
  JSON.stringify(selectors.map(({ position }) => [position.start, position.end]));

/** Whether a passage of the same words says at least as much. */
const standsIn = (passages: readonly Passage[], { selectors, passage }: Described): boolean =>
  passages.some(
    (each) =>
      each.deletedAt === null &&
      placeKey(each.selectors) === placeKey(selectors) &&
      (passage.note === null || (each.note !== null && richTextToPlain(each.note).includes(passage.note))),
  );

const describeAll = (text: PassageText, placed: readonly PlacedPassage[]): readonly Described[] =>
  placed.flatMap(({ range, passage }) => {
    const described = describeRanges(text, [range]);
    return described.ok ? [{ ...described.value, passage }] : [];
  });

/** How many of `placed` stand among `passages` already. */
export const countHere = (
  text: PassageText,
  placed: readonly PlacedPassage[],
  passages: readonly Passage[],
): number => describeAll(text, placed).filter((each) => standsIn(passages, each)).length;

const earlier = (a: Timestamp | null, b: Timestamp): Timestamp => (a !== null && a < b ? a : b);

/** The note, and below it where the tool says that the words stand. */
const noteOf = ({ note, place }: PlacedPassage['passage']): Passage['note'] =>
  richTextFromPlain([note, place === null ? null : `[${place}]`].flatMap((each) => each ?? []).join('\n'));

/** The passages that `placed` makes beside those that are there; what stands there already is not made again. */
const newPassages = (
  text: PassageText,
  placed: readonly PlacedPassage[],
  there: readonly Passage[],
  { label, tagIds, machine }: SayingContext,
): readonly Passage[] => {
  const at = toTimestamp(machine.nowMs());
  const made: Passage[] = [];
  for (const each of describeAll(text, placed)) {
    if (standsIn([...there, ...made], each)) continue;
    const { selectors, manner, passage } = each;
    made.push(
      newPassage(
        {
          selectors,
          label,
          manner,
          tagIds: [...tagIds(passage.tags)],
          note: noteOf(passage),
          createdAt: earlier(passage.at, at),
        },
        { id: newPassageIdSchema.parse(machine.newId()), at },
      ),
    );
  }
  return made;
};

const addNote = (before: AnnotationsFile['about']['note'], note: string | null): typeof before => {
  const standing = before === null ? null : richTextToPlain(before);
  if (note === null || standing?.includes(note)) return before;
  return richTextFromPlain(joinNotes([standing, note]) ?? '');
};

/** An article that what another tool says is added to. */
export type SaidOf = {
  readonly record: Pick<ArticleRecord, 'bibliography'>;
  readonly annotations: Omit<AnnotationsFile, 'version'>;
  readonly text: PassageText;
};

/** What is said of an article with what another tool says of it added; what stood there stays. */
export const addSaid = (
  { record, annotations, text }: SaidOf,
  { article, placed }: PlannedArticle,
  context: SayingContext,
): Omit<AnnotationsFile, 'version'> => {
  const { about, passages, tasks } = annotations;
  const tagIds = [...new Set([...about.tagIds, ...context.tagIds(article.tags)])];
  return {
    about: {
      ...about,
      corrections: {
        ...about.corrections,
        ...missingFrom(effectiveBibliography(record, about), article.about),
      },
      note: addNote(about.note, article.note),
      tagIds,
      state: about.state === 'unread' ? (article.state ?? 'unread') : about.state,
    },
    passages: [...passages, ...newPassages(text, placed, passages, context)],
    tasks,
  };
};

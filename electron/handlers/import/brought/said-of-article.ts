/** The records that what another tool says of an article becomes: its passages, its note, its tags, its state. */
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { missingFrom } from '#domain/exchange/fill-bibliography.ts';
import { joinNotes } from '#domain/exchange/merge-brought.ts';
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
import { createYielder } from '#electron/time/yielder.ts';
import type { PlacedPassage, PlannedArticle } from './planned.ts';

export type SayingContext = {
  readonly label: Label;
  /** The tags of those names, each once. */
  readonly tagIds: (names: readonly string[]) => readonly TagId[];
  readonly machine: Machine;
};

type Described = DescribedRanges & Pick<PlacedPassage, 'passage'>;

/** The words as they stand, by which a passage is told from the others of its article. */
const placeKey = (selectors: Passage['selectors']): string =>
  JSON.stringify(selectors.map(({ position }) => [position.start, position.end]));

/** Which words stand as a passage already, with which notes. */
const createStanding = (passages: readonly Passage[]) => {
  const notes = new Map<string, (string | null)[]>();
  const add = ({ selectors, note }: Pick<Passage, 'selectors' | 'note'>): void => {
    const key = placeKey(selectors);
    const said = note === null ? null : richTextToPlain(note);
    const there = notes.get(key);
    if (there === undefined) notes.set(key, [said]);
    else there.push(said);
  };
  for (const passage of passages) if (passage.deletedAt === null) add(passage);
  return {
    add,
    /** Whether a passage of the same words says at least as much. */
    has: ({ selectors, passage: { note } }: Described): boolean =>
      notes.get(placeKey(selectors))?.some((said) => note === null || said?.includes(note)) ?? false,
  };
};

/** What is placed, described as selectors, a few at a time. */
const describeAll = async (
  text: PassageText,
  placed: readonly PlacedPassage[],
): Promise<readonly Described[]> => {
  const yielder = createYielder();
  const all: Described[] = [];
  for (const { range, passage } of placed) {
    await yielder.yieldIfDue();
    const described = describeRanges(text, [range]);
    if (described.ok) all.push({ ...described.value, passage });
  }
  return all;
};

/** How many of `placed` stand among `passages` already. */
export const countHere = async (
  text: PassageText,
  placed: readonly PlacedPassage[],
  passages: readonly Passage[],
): Promise<number> => {
  const standing = createStanding(passages);
  return (await describeAll(text, placed)).filter((each) => standing.has(each)).length;
};

const earlier = (a: Timestamp | null, b: Timestamp): Timestamp => (a !== null && a < b ? a : b);

/** The note, and below it where the tool says that the words stand. */
const noteOf = ({ note, place }: PlacedPassage['passage']): Passage['note'] =>
  richTextFromPlain([note, place === null ? null : `[${place}]`].flatMap((each) => each ?? []).join('\n'));

/** The passages that `placed` makes beside those that are there; what stands there already is not made again. */
const newPassages = async (
  text: PassageText,
  placed: readonly PlacedPassage[],
  there: readonly Passage[],
  { label, tagIds, machine }: SayingContext,
): Promise<readonly Passage[]> => {
  const at = toTimestamp(machine.nowMs());
  const standing = createStanding(there);
  const made: Passage[] = [];
  for (const each of await describeAll(text, placed)) {
    if (standing.has(each)) continue;
    const { selectors, manner, passage } = each;
    const fresh = newPassage(
      {
        selectors,
        label,
        manner,
        tagIds: [...tagIds(passage.tags)],
        note: noteOf(passage),
        createdAt: earlier(passage.at, at),
      },
      { id: newPassageIdSchema.parse(machine.newId()), at },
    );
    made.push(fresh);
    standing.add(fresh);
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
export const addSaid = async (
  { record, annotations, text }: SaidOf,
  { article, placed }: PlannedArticle,
  context: SayingContext,
): Promise<Omit<AnnotationsFile, 'version'>> => {
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
    passages: [...passages, ...(await newPassages(text, placed, passages, context))],
    tasks,
  };
};

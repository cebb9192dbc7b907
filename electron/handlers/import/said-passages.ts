/** Passages that are made of what somebody else has marked in a text; what stands there already is not made again. */
import type { Change } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import { type ArticleId, newPassageIdSchema, type TagId } from '#domain/ids.ts';
import {
  type DescribedRanges,
  describeRanges,
  type PassageText,
} from '#domain/passage/edit/describe-ranges.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { recordChanges } from '../shared/record-changes.ts';

/** What was marked, and what is said there. */
export type SaidPassage = {
  readonly ranges: readonly TextRange[];
  readonly label: LabelId;
  readonly tagIds: readonly TagId[];
  readonly note: string | null;
  /** What stands below the note, such as the page that another tool names; null for nothing. */
  readonly place: string | null;
  /** When it was marked. */
  readonly at: Timestamp | null;
};

type Described = DescribedRanges & { readonly said: SaidPassage };

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
    has: ({ selectors, said: { note } }: Described): boolean =>
      notes.get(placeKey(selectors))?.some((there) => note === null || there?.includes(note)) ?? false,
  };
};

/** What is marked, described as selectors, a few at a time. */
const describeAll = async (
  text: PassageText,
  marked: readonly SaidPassage[],
): Promise<readonly Described[]> => {
  const yielder = createYielder();
  const all: Described[] = [];
  for (const said of marked) {
    await yielder.yieldIfDue();
    const described = describeRanges(text, said.ranges);
    if (described.ok) all.push({ ...described.value, said });
  }
  return all;
};

/** How many of `marked` stand among `passages` already. */
export const countHere = async (
  text: PassageText,
  marked: readonly SaidPassage[],
  passages: readonly Passage[],
): Promise<number> => {
  const standing = createStanding(passages);
  return (await describeAll(text, marked)).filter((each) => standing.has(each)).length;
};

const earlier = (a: Timestamp | null, b: Timestamp): Timestamp => (a !== null && a < b ? a : b);

/** The note, and below it where the words stand as somebody else says it. */
const noteOf = ({ note, place }: SaidPassage): Passage['note'] =>
  richTextFromPlain([note, place === null ? null : `[${place}]`].flatMap((each) => each ?? []).join('\n'));

/** The passages that `marked` makes beside those that are there. */
export const saidPassages = async (
  text: PassageText,
  marked: readonly SaidPassage[],
  there: readonly Passage[],
  machine: Machine,
): Promise<readonly Passage[]> => {
  const at = toTimestamp(machine.nowMs());
  const standing = createStanding(there);
  const made: Passage[] = [];
  for (const each of await describeAll(text, marked)) {
    if (standing.has(each)) continue;
    const { selectors, manner, said } = each;
    const fresh = newPassage(
      {
        selectors,
        label: said.label,
        manner,
        tagIds: [...said.tagIds],
        note: noteOf(said),
        createdAt: earlier(said.at, at),
      },
      { id: newPassageIdSchema.parse(machine.newId()), at },
    );
    made.push(fresh);
    standing.add(fresh);
  }
  return made;
};

/** What leads from what was said of an article to what is said with more passages. */
export const annotationChanges = (
  articleId: ArticleId,
  before: AnnotationsFile,
  after: Omit<AnnotationsFile, 'version'>,
): readonly Change[] => {
  const file = { kind: 'annotations', articleId } as const;
  const there = new Set(before.passages.map(({ id }) => id));
  return [
    ...recordChanges(file, 'about', before.about, after.about),
    ...after.passages
      .filter(({ id }) => !there.has(id))
      .flatMap((passage) => recordChanges(file, 'passages', null, passage)),
  ];
};

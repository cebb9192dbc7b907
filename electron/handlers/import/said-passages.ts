/** Makes passages from marks by somebody else in a text; existing passages are not made again. */
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

/** Marked words, and the data of their passage. */
export type SaidPassage = {
  readonly ranges: readonly TextRange[];
  readonly label: LabelId;
  readonly tagIds: readonly TagId[];
  readonly note: string | null;
  /** The note without the name of its writer, where it has that; empty where nothing else is said. */
  readonly comment?: string;
  /** A line below the note, such as the page that another tool names; null for none. */
  readonly place: string | null;
  /** The time of the marking. */
  readonly at: Timestamp | null;
};

type Described = DescribedRanges & { readonly said: SaidPassage };

/** A key of the quoted words, which distinguishes a passage from the others of its article. */
const placeKey = (selectors: Passage['selectors']): string =>
  JSON.stringify(selectors.map(({ position }) => [position.start, position.end]));

/** A note without a line in brackets at its end, which says where the words are and nothing of them. */
const withoutPlace = (note: string | null): string => note?.replace(/(?:^|\n)\[[^\n[\]]*\]$/u, '') ?? '';

/** The words that are passages already, with their notes. */
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
    /**
     * Whether a passage on the same words has a note that contains this one, or says the same and names no writer: an
     * export of another tool has the marks of a file without their writers.
     */
    has: ({ selectors, said: { note, comment } }: Described): boolean =>
      notes
        .get(placeKey(selectors))
        ?.some((there) => note === null || there?.includes(note) || withoutPlace(there) === comment) ?? false,
  };
};

/** The selectors of what is marked, computed a few at a time. */
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

/** Those of `marked` that are already among `passages`. */
export const findHere = async (
  text: PassageText,
  marked: readonly SaidPassage[],
  passages: readonly Passage[],
): Promise<ReadonlySet<SaidPassage>> => {
  const standing = createStanding(passages);
  return new Set(
    (await describeAll(text, marked)).filter((each) => standing.has(each)).map(({ said }) => said),
  );
};

const earlier = (a: Timestamp | null, b: Timestamp): Timestamp => (a !== null && a < b ? a : b);

/** The note, with the place named by somebody else below it. */
const noteOf = ({ note, place }: SaidPassage): Passage['note'] =>
  richTextFromPlain([note, place === null ? null : `[${place}]`].flatMap((each) => each ?? []).join('\n'));

/** The passages made from `marked` that do not exist yet. */
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

/** The changes that add passages to an article's annotations. */
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

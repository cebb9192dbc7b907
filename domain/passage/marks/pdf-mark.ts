/**
 * A mark: an annotation that a reader has left in a PDF (ISO 32000-2, 12.5.6). It is not text of the article. A
 * mark on words becomes a passage; the text of a mark without words goes into the note of the article.
 */
import { z } from 'zod';
import { boxSchema } from '../../article/body/body.ts';
import { printCount } from '../../print-count.ts';
import { timestampSchema } from '../../time.ts';
import { type Label, type LabelId, type LabelSet, labelIdSchema, labelLooks } from '../label.ts';
import { frameColour, markerColour, readCopiedMark } from './copied-mark.ts';

/** So many marks of one file are read. */
export const MAX_MARKS = 5000;
const MAX_SAID = 20_000;

/** The kinds of marks on words, followed by the other kinds. */
const kindsOnWords = ['highlight', 'underline', 'squiggly', 'strike-out'] as const;
const kindsOnPages = ['note', 'free-text', 'drawing', 'shape', 'stamp', 'caret'] as const;
export const pdfMarkKinds = [...kindsOnWords, ...kindsOnPages] as const;
export type PdfMarkKind = (typeof pdfMarkKinds)[number];

const said = z.string().max(MAX_SAID);
const name = z.string().min(1).max(200).nullable();

export const pdfMarkSchema = z.strictObject({
  kind: z.enum(pdfMarkKinds),
  /** In the file, from 1. */
  page: z.int().min(1),
  /** Its lines on the page: see boxSchema. */
  boxes: z.array(boxSchema).min(1).max(500),
  /** The letters under it, as the file draws them; empty where there are none. */
  words: said,
  /** The same words completed to whole words at both ends, as the page draws them; absent where they are the same. */
  whole: said.exactOptional(),
  /** What the page draws right before and right behind it: tells which of several like words is meant. */
  beside: z.strictObject({ before: z.string().max(100), after: z.string().max(100) }).exactOptional(),
  /** Its place, from 0, among all that its page draws of the same words; absent where they are drawn once. */
  like: z.strictObject({ at: z.int().min(0), of: z.int().min(2) }).exactOptional(),
  /** What its writer says there, and then what others have answered, one below the other; empty where nothing is. */
  note: said,
  /** Who has made it, as the file says. */
  writer: name,
  at: timestampSchema.nullable(),
  /** `#rrggbb`; null where the file names none. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/u)
    .nullable(),
});
export type PdfMark = z.infer<typeof pdfMarkSchema>;

/** Marks that are taken of a text: the place of each among its marks, and the label of a passage made of it. */
export const takenMarkSchema = z.strictObject({ at: z.int().min(0).max(MAX_MARKS), label: labelIdSchema });
export type TakenMark = z.infer<typeof takenMarkSchema>;

export const isOnWords = ({ kind }: Pick<PdfMark, 'kind'>): boolean =>
  kindsOnWords.some((each) => each === kind);

/** The hue of a colour in degrees; null of black, grey and white. */
const hueOf = (colour: string): number | null => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = most - least;
  if (spread < 24) return null;
  const sixth =
    most === red
      ? (green - blue) / spread
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return (sixth * 60 + 360) % 360;
};

/** The label that a colour is taken for, by the end of its stretch of hues in degrees. */
const labelsByHue: readonly (readonly [number, LabelId])[] = [
  [38, 'gap'],
  [70, 'claim'],
  [170, 'data'],
  [260, 'view'],
  [325, 'context'],
  [360, 'gap'],
];

/** Yellow is Claim, green Data, blue View, violet Context, red and orange Gap; without a colour it is Claim. */
const firstLabelOfHue = (hue: number | null): LabelId =>
  labelsByHue.find(([end]) => hue !== null && hue < end)?.[1] ?? 'claim';

/** How far two hues are from each other on their circle, in degrees. */
const betweenHues = (one: number, other: number): number => {
  const apart = Math.abs(one - other);
  return Math.min(apart, 360 - apart);
};

/**
 * The label of a mark. In order of preference: the label that it names, where Precis has written the mark; the
 * label drawn in exactly this colour; the label that other programs' markers usually mean by it or, where the
 * archive does not offer that label, the one of the nearest hue.
 */
export const labelOfMark = (mark: Pick<PdfMark, 'note' | 'colour'>, labels: LabelSet): LabelId => {
  const own = readCopiedMark(mark);
  const said = own === null ? null : labels.named(own.labelName);
  if (said !== null) return said.id;
  const { offered } = labels;
  const drawn = offered.find(({ look }) =>
    [markerColour(look), frameColour(look)].includes(mark.colour ?? ''),
  );
  if (drawn !== undefined) return drawn.id;
  const hue = mark.colour === null ? null : hueOf(mark.colour);
  const usual = firstLabelOfHue(hue);
  if (hue === null || offered.some(({ id }) => id === usual)) return usual;
  const apart = ({ look }: Label): number => betweenHues(hue, hueOf(labelLooks[look].light) ?? 0);
  return offered.toSorted((a, b) => apart(a) - apart(b))[0]?.id ?? usual;
};

/** All marks, each with the label of its colour. */
export const takeAll = (marks: readonly PdfMark[], labels: LabelSet): readonly TakenMark[] =>
  marks.map((mark, at) => ({ at, label: labelOfMark(mark, labels) }));

const kindNames: Readonly<Record<PdfMarkKind, string>> = {
  highlight: 'highlight',
  underline: 'underline',
  squiggly: 'wavy line',
  'strike-out': 'strike-out',
  note: 'sticky note',
  'free-text': 'note on the page',
  drawing: 'drawing',
  shape: 'shape',
  stamp: 'stamp',
  caret: 'insertion mark',
};

export const nameOfMark = ({ kind }: Pick<PdfMark, 'kind'>): string => kindNames[kind];

/** The writer's text. A mark written by Precis also names its label, which is kept where no label has that name. */
const noteOfMark = (mark: Pick<PdfMark, 'note' | 'colour'>, labels: LabelSet): string => {
  const own = readCopiedMark(mark);
  return own === null || labels.named(own.labelName) === null ? mark.note : own.note;
};

/** The text of a mark, with its writer: `J. Miller: Check this.`; empty where neither is known. */
export const saidByMark = (
  { writer, ...mark }: Pick<PdfMark, 'note' | 'writer' | 'colour'>,
  labels: LabelSet,
): string => {
  const note = noteOfMark(mark, labels);
  if (writer === null) return note;
  return note === '' ? `Marked by ${writer}` : `${writer}: ${note}`;
};

const lineOfMark = (mark: PdfMark, labels: LabelSet): string => {
  const words = [mark.words === '' ? '' : `“${mark.words}”`, saidByMark(mark, labels)].filter(
    (part) => part !== '',
  );
  return `Page ${mark.page}, ${nameOfMark(mark)}: ${words.join(' ')}`;
};

const saysNothing = (mark: PdfMark, labels: LabelSet): boolean =>
  mark.words === '' && noteOfMark(mark, labels) === '';

/** A line of a note, and how many marks it is of. */
export type LineOfMarks = { readonly line: string; readonly count: number };

/** Summarises the textless marks of one page and kind in one line: "Page 3: 4 drawings". */
const countedLines = (marks: readonly PdfMark[]): readonly LineOfMarks[] => {
  const counts = new Map<string, { readonly page: number; readonly name: string; count: number }>();
  for (const mark of marks) {
    const [name, page] = [nameOfMark(mark), mark.page];
    const counted = counts.get(`${page} ${name}`) ?? { page, name, count: 0 };
    counts.set(`${page} ${name}`, { ...counted, count: counted.count + 1 });
  }
  return [...counts.values()].map(({ page, name, count }) => ({
    line: `Page ${page}: ${printCount(count, name)}`,
    count,
  }));
};

/** The marks that are not on words of the text, as lines of the note of their article. */
export const linesOfMarks = (marks: readonly PdfMark[], labels: LabelSet): readonly LineOfMarks[] => [
  ...marks
    .filter((mark) => !saysNothing(mark, labels))
    .map((mark) => ({ line: lineOfMark(mark, labels), count: 1 })),
  ...countedLines(marks.filter((mark) => saysNothing(mark, labels))),
];

/** The outcome for the words that were selected on a page kept from the browser. */
export type SelectionsTaken = {
  readonly passages: number;
  /** Those whose passage was there already. */
  readonly here: number;
  /** Those that are not found in the text for sure, and wait in Review. */
  readonly toReview: number;
};

/** What became of the selections, in a sentence; empty where there were none. */
const saySelectionsTaken = (taken: SelectionsTaken | undefined): string => {
  if (taken === undefined) return '';
  const { passages, here, toReview } = taken;
  const parts = [
    ...(passages === 0 ? [] : [printCount(passages, 'passage')]),
    ...(here === 0 ? [] : [`${here} already here`]),
    ...(toReview === 0 ? [] : [`${toReview} in Review`]),
  ];
  return parts.length === 0 ? '' : `Selected in the browser: ${parts.join(', ')}.`;
};

/** What became of marks that were taken. */
export type MarksTaken = {
  readonly passages: number;
  /** Those without words that became a region of their page, which are passages too. */
  readonly regions: number;
  /** Those whose passage, or whose line in the note of the article, was there already. */
  readonly here: number;
  /** Marks without words, which are now listed in the note of the article. */
  readonly inNote: number;
  /** Passages of which the mark had half a word. */
  readonly completed: number;
  /** Passages that are placed by the boxes of their mark alone. */
  readonly near: number;
  /** The outcome for the words that were selected on a page kept from the browser; absent for any other article. */
  readonly selections?: SelectionsTaken;
};

export const noMarksTaken: MarksTaken = {
  passages: 0,
  regions: 0,
  here: 0,
  inNote: 0,
  completed: 0,
  near: 0,
};

/** What became of the marks, in sentences; empty where there were none. */
export const sayMarksTaken = ({
  passages,
  regions,
  here,
  inNote,
  completed,
  near,
  selections,
}: MarksTaken): string => {
  if (passages + regions + here + inNote === 0) return saySelectionsTaken(selections);
  const counts: readonly (readonly [number, string])[] = [
    [passages, printCount(passages, 'passage')],
    [regions, printCount(regions, 'region')],
    [inNote, `${inNote} in the note of the article`],
    [here, `${here} already here`],
  ];
  const parts = counts.filter(([count]) => count > 0).map(([, said]) => said);
  const checks = [
    ...(completed === 0
      ? []
      : [` ${printCount(completed, 'half word')} ${completed === 1 ? 'was' : 'were'} completed.`]),
    ...(near === 0
      ? []
      : [
          ` Check ${printCount(near, 'passage')}: ${near === 1 ? 'its place is' : 'their places are'} approximate.`,
        ]),
  ];
  return `Marks taken: ${parts.join(', ')}.${checks.join('')}`;
};

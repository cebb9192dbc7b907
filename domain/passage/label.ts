import { z } from 'zod';
import { foldName } from '../text/fold-text.ts';
import { timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';

/** The labels that every archive begins with: they may be renamed and retired there, and are never gone. */
export const firstLabels = ['claim', 'data', 'view', 'context', 'gap'] as const;

/**
 * The id of a label, which says what a passage is to the analyst: the original name of one of the first labels, or
 * the UUID of one of the archive's own.
 */
export const labelIdSchema = z.union([z.enum(firstLabels), z.uuid().brand<'LabelId'>()]);
export const newLabelIdSchema = z.uuidv7().lowercase().brand<'LabelId'>();
export type LabelId = z.infer<typeof labelIdSchema>;

export const labelKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type LabelKey = (typeof labelKeys)[number];

/**
 * How labels are drawn: a colour on paper, a colour on a dark page, and a line style, so that each is recognised
 * without its colour. Any two differ in their line, or in their colour for every kind of colour vision, which
 * `tests/unit/domain/passage/label-looks.test.ts` computes.
 */
export const labelLooks = {
  amber: { name: 'Amber, solid', light: '#7a4300', dark: '#f5b544', marker: '#ffe066', line: 'solid' },
  green: { name: 'Green, double', light: '#376f4a', dark: '#93e6b4', marker: '#a8e6b0', line: 'double' },
  violet: { name: 'Violet, wavy', light: '#7049b3', dark: '#a48cf5', marker: '#a9d3ff', line: 'wavy' },
  blue: { name: 'Blue, dotted', light: '#1a4f9c', dark: '#a3c6fb', marker: '#e0c4f7', line: 'dotted' },
  rose: { name: 'Rose, dashed', light: '#8a2f62', dark: '#e57aa6', marker: '#ffb3c7', line: 'dashed' },
  teal: { name: 'Teal, solid', light: '#00696b', dark: '#5fd4d6', marker: '#9fe8e6', line: 'solid' },
  magenta: { name: 'Magenta, double', light: '#9c1fa0', dark: '#f08cf0', marker: '#f3b0f3', line: 'double' },
  red: { name: 'Red, dotted', light: '#a3261c', dark: '#ff9a8c', marker: '#ffb09a', line: 'dotted' },
  olive: { name: 'Olive, dashed', light: '#5b5f00', dark: '#cdd35a', marker: '#dfe38a', line: 'dashed' },
} as const satisfies Readonly<Record<string, LabelLook>>;

export type LabelLine = 'solid' | 'double' | 'wavy' | 'dotted' | 'dashed';
type LabelLook = {
  readonly name: string;
  /** CSS colours. */
  readonly light: string;
  readonly dark: string;
  /** Light enough for black letters below it, as a PDF is marked. */
  readonly marker: string;
  readonly line: LabelLine;
};
export type LabelLookId = keyof typeof labelLooks;
export const labelLookIds = Object.keys(labelLooks) as readonly LabelLookId[];

/** In UTF-16 units. */
const MAX_NAME = 40;
const MAX_USE = 120;

/** A label of an archive. */
export const labelSchema = z.strictObject({
  id: labelIdSchema,
  name: z.string().trim().min(1).max(MAX_NAME),
  /** When it is used, in a few words. */
  useWhen: z.string().trim().max(MAX_USE),
  /** The digit that gives it, which is its place among the others. */
  key: z.enum(labelKeys),
  look: z.enum(labelLookIds),
  /** When the label was retired: it is no longer offered; passages keep it. */
  retiredAt: timestampSchema.nullable(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  by: writerNameSchema.exactOptional(),
});
export type Label = z.infer<typeof labelSchema>;

/** How many labels are offered: one for each digit. */
export const MAX_LABELS = labelKeys.length;

const BEGINNING = timestampSchema.parse('1970-01-01T00:00:00.000Z');

const first = (
  id: (typeof firstLabels)[number],
  key: LabelKey,
  look: LabelLookId,
  useWhen: string,
): Label => ({
  id,
  name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  useWhen,
  key,
  look,
  retiredAt: null,
  createdAt: BEGINNING,
  updatedAt: BEGINNING,
});

/** The first labels, as they are where an archive does not redefine them. */
const startingLabels: readonly Label[] = [
  first('claim', '1', 'amber', 'someone asserts it'),
  first('data', '2', 'green', 'checkable detail: figure, date, name, event'),
  first('view', '3', 'violet', 'judgement, forecast or tone of author or expert'),
  first('context', '4', 'blue', 'background to be remembered'),
  first('gap', '5', 'rose', 'missing, vague, contradictory'),
];

/** Replaces a label whose record is not available, for instance because `labels.json` is damaged. */
const unknownLabel = (id: LabelId): Label => ({
  ...first('context', '9', 'olive', ''),
  id,
  name: 'Unknown label',
  retiredAt: BEGINNING,
});

/** The labels of one archive. */
export type LabelSet = {
  /** The offered labels, in the order of their keys. No two have the same key: a duplicate from a merge moves up. */
  readonly offered: readonly Label[];
  /** Those that are not retired and have no digit: after a merge there may be more than nine. */
  readonly waiting: readonly Label[];
  /** Those that are offered, then those that wait for a digit, then those that are retired. */
  readonly all: readonly Label[];
  of(id: LabelId): Label;
  /** The label's place among all labels; unknown labels come last. */
  placeOf(id: LabelId): number;
  /** The one that is called so, or has that id: one that is offered before one that is retired. */
  named(typed: string): Label | null;
  /** How a search names it, and no other. */
  inSearch(id: LabelId): string;
  /** Its word in files and on the command line: its name, or the original word of a first label that has no other. */
  printed(id: LabelId): string;
};

const isFirst = (id: LabelId): boolean => (firstLabels as readonly string[]).includes(id);

const byPlace = (a: Label, b: Label): number =>
  a.key === b.key
    ? a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id)
      ? -1
      : 1
    : a.key < b.key
      ? -1
      : 1;

/** Gives each label a distinct digit: its own where no earlier label has it, otherwise the next free one. */
const withOwnKeys = (labels: readonly Label[]): readonly Label[] => {
  const wanted = new Set(labels.map(({ key }) => key));
  const free = labelKeys.filter((key) => !wanted.has(key));
  const taken = new Set<LabelKey>();
  return labels.map((label) => {
    const key = taken.has(label.key) ? (free.shift() ?? label.key) : label.key;
    taken.add(key);
    return { ...label, key };
  });
};

/** The labels of an archive, from the records in its file. */
export const labelSetOf = (records: readonly Label[]): LabelSet => {
  const said = new Set<LabelId>(records.map(({ id }) => id));
  const known = [...startingLabels.filter(({ id }) => !said.has(id)), ...records].toSorted(byPlace);
  const live = known.filter(({ retiredAt }) => retiredAt === null);
  const offered = withOwnKeys(live.slice(0, MAX_LABELS)).toSorted(byPlace);
  const waiting = live.slice(MAX_LABELS);
  const all = [...offered, ...waiting, ...known.filter(({ retiredAt }) => retiredAt !== null)];
  const byId = new Map(all.map((label, place) => [label.id, { label, place }]));
  const of = (id: LabelId): Label => byId.get(id)?.label ?? unknownLabel(id);
  const named = (typed: string): Label | null => {
    const folded = foldName(typed);
    const isPlural = (said: string): boolean => `${said}s` === folded;
    return (
      all.find(({ name }) => foldName(name) === folded) ??
      all.find(({ id }) => id === folded) ??
      all.find(({ name, id }) => isPlural(foldName(name)) || isPlural(id)) ??
      null
    );
  };
  const printed = (id: LabelId): string => {
    const { name } = of(id);
    return isFirst(id) && foldName(name) === id ? id : name;
  };
  return {
    offered,
    waiting,
    all,
    of,
    placeOf: (id) => byId.get(id)?.place ?? all.length,
    named,
    inSearch(id) {
      const name = printed(id);
      return named(name)?.id === id && !/["“”„«»]/u.test(name) ? name : id;
    },
    printed,
  };
};

/** Another label with that name. Names are unique because searches and the command line refer to labels by name. */
export const otherNamed = ({ all }: LabelSet, id: LabelId | null, name: string): Label | null =>
  all.find((other) => other.id !== id && foldName(other.name) === foldName(name)) ?? null;

/** The labels of an archive that defines none. */
export const startingSet = labelSetOf([]);

/** The keys from the first label to the last: "1–5", "1 to 5". */
export const printLabelKeys = ({ offered }: LabelSet, between: string): string =>
  [...new Set([offered.at(0), offered.at(-1)])].flatMap((label) => label?.key ?? []).join(between);

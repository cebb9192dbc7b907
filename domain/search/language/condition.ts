/** Conditions of a search: `label:claim`, `date:2024-04..2024-06`. Each field is one entry of one table. */
import { sourceKinds } from '../../source/source.ts';
import { credibilities } from '../../tradecraft/credibility.ts';
import { reliabilities } from '../../tradecraft/reliability.ts';
import { searchKinds } from './search-facts.ts';

/** From one value to another, both included; null is open. As texts they are compared by how they begin. */
export type DateRange = {
  readonly from: string | null;
  readonly to: string | null;
  /** Whether the whole known date has to be in the range; otherwise it is enough that it may be. */
  readonly isWhole: boolean;
};
/** Dates that are known to the year or to the month alone. */
export type DatePrecision = { readonly knownTo: 'year' | 'month' };
/** The letters and digits that a grade may have; null: any, or none. */
export type GradeRange = {
  readonly reliability: readonly string[] | null;
  readonly credibility: readonly number[] | null;
};

/** Each value of a condition is enough: they were written with commas between them. */
export type Condition =
  | { readonly field: NameField; readonly values: readonly string[] }
  | { readonly field: ChoiceField; readonly values: readonly string[] }
  | { readonly field: DateFieldName; readonly values: readonly (DateRange | DatePrecision)[] }
  | { readonly field: GradeField; readonly values: readonly GradeRange[] };

const nameFields = [
  'tag',
  'label',
  'source',
  'origin',
  'concerned',
  'article',
  'publisher',
  'author',
  'lang',
  'translated',
  'translator',
] as const;
const dateFields = ['date', 'event', 'when', 'added'] as const;
const gradeFields = ['grade', 'reliability', 'credibility'] as const;
type NameField = (typeof nameFields)[number];
type DateFieldName = (typeof dateFields)[number];
type GradeField = (typeof gradeFields)[number];

const choices = {
  in: searchKinds,
  has: ['task', 'note', 'relation', 'tag', 'speaker', 'origin', 'date', 'event'],
  is: ['ungraded', 'orphan', 'unread', 'cited', 'contested', 'withdrawn'],
  kind: sourceKinds,
  /**
   * For a passage that was carried over to a new version of its article: by default only its newest reading is
   * found.
   */
  versions: ['all', 'older', 'newest'],
} as const;
type ChoiceField = keyof typeof choices;

/** F and 6 mean unknown, not worst: they are in no range. */
const letters: readonly string[] = reliabilities.filter((letter) => letter !== 'F');
const digits: readonly number[] = credibilities.filter((digit) => digit !== 6);

const isIn = <T extends string>(fields: readonly T[], field: string): field is T =>
  (fields as readonly string[]).includes(field);

/** "notes" and "Note" are the choice "note". */
const readChoice = (field: ChoiceField, value: string): string | null => {
  const typed = value.toLowerCase();
  return choices[field].find((choice) => choice === typed || `${choice}s` === typed) ?? null;
};

const dateText = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const bound = (text: string): string | null | undefined =>
  text === '' ? null : dateText.test(text) ? text : undefined;

const readRange = (value: string): DateRange | null => {
  const isWhole = value.startsWith('=');
  const [first = '', last] = (isWhole ? value.slice(1) : value).split('..', 2);
  const from = bound(first);
  const to = last === undefined ? from : bound(last);
  const isRead = from !== undefined && to !== undefined && (from !== null || to !== null);
  return isRead ? { from, to, isWhole } : null;
};

/** `2024-04..2024-06`, `=2024-04`, `month`. */
const readDates = (value: string): DateRange | DatePrecision | null =>
  value === 'year' || value === 'month' ? { knownTo: value } : readRange(value);

/** The values of `scale` between two of them, in either order; an open end extends to that end of the scale. */
const between = <T>(scale: readonly T[], from: T | null, to: T | null): readonly T[] => {
  const at = [from === null ? 0 : scale.indexOf(from), to === null ? scale.length - 1 : scale.indexOf(to)];
  return scale.slice(Math.min(...at), Math.max(...at) + 1);
};

type ReadValue<T> = (text: string) => T | null;

/** `<=B`, `>3`: the values on that side. */
const readCompared = <T>(sign: string, edge: T | null, scale: readonly T[]): readonly T[] | null => {
  const at = edge === null ? -1 : scale.indexOf(edge);
  if (at === -1) return null;
  const isWithEdge = sign.endsWith('=');
  return sign.startsWith('<')
    ? scale.slice(0, isWithEdge ? at + 1 : at)
    : scale.slice(isWithEdge ? at : at + 1);
};

/** `B..D`, `..C`: what stands between the two. */
const readBetween = <T>(
  [first, last]: readonly [string, string],
  read: ReadValue<T>,
  scale: readonly T[],
): readonly T[] | null => {
  const edges = [first, last].map((text) => (text === '' ? null : read(text)));
  const isRead = [first, last].every((text, at) => text === '' || scale.includes(edges[at] as T));
  return isRead && first + last !== '' ? between(scale, edges[0] ?? null, edges[1] ?? null) : null;
};

/** `B..D`, `<=B`, `>=3`, `B`: the matching values, in the order of the scale. F and 6 are in no range. */
const readScale = <T>(value: string, read: ReadValue<T>, scale: readonly T[]): readonly T[] | null => {
  const [, sign = '', compared = ''] = /^([<>]=?)(.+)$/.exec(value) ?? [];
  if (sign !== '') return readCompared(sign, read(compared), scale);
  const [first = '', last] = value.split('..', 2);
  if (last !== undefined) return readBetween([first, last], read, scale);
  const one = read(first);
  return one === null ? null : [one];
};

const readLetter = (text: string): string | null => (/^[a-f]$/i.test(text) ? text.toUpperCase() : null);
const readDigit = (text: string): number | null => (/^[1-6]$/.test(text) ? Number(text) : null);

const gradePattern = /^([a-f])?([1-6])?$/i;
const readGradeText = (text: string) => {
  const [, letter, digit] = gradePattern.exec(text) ?? [];
  return { letter: readLetter(letter ?? ''), digit: readDigit(digit ?? '') };
};

/** One axis of a range of grades: all that is as good as `best` up to all that is as good as `worst`. */
const readAxis = <T>(scale: readonly T[], edges: readonly (T | null)[]): readonly T[] | null => {
  const [from = null, to = null] = edges;
  return from === null && to === null ? null : between(scale, from, to);
};

/** `B2` is that grade, `B2..` is B2 or better, `..B2` is B2 or worse, `A1..C3` is everything between. */
const readGrades = (value: string): GradeRange | null => {
  const parts = value.split('..', 2);
  if (!parts.every((part) => gradePattern.test(part)) || parts.join('') === '') return null;
  const [first, last] = parts.map(readGradeText);
  if (first === undefined) return null;
  if (last === undefined) {
    const { letter, digit } = first;
    return { reliability: letter === null ? null : [letter], credibility: digit === null ? null : [digit] };
  }
  if (/[f6]/i.test(value)) return null;
  // A range that is open to the right is open towards the better: it asks for a minimum grade.
  return {
    reliability: readAxis(letters, [last.letter, first.letter]),
    credibility: readAxis(digits, [last.digit, first.digit]),
  };
};

const readAll = <T>(values: readonly string[], read: (value: string) => T | null): readonly T[] | null => {
  const all = values.flatMap((value) => read(value) ?? []);
  return all.length === values.length ? all : null;
};

const asReliability = (letter: readonly string[]): GradeRange => ({ reliability: letter, credibility: null });
const asCredibility = (digit: readonly number[]): GradeRange => ({ reliability: null, credibility: digit });

const readGradeField = (field: GradeField, value: string): GradeRange | null => {
  if (field === 'grade') return readGrades(value);
  if (field === 'reliability') {
    const read = readScale(value, readLetter, letters);
    return read && asReliability(read);
  }
  const read = readScale(value, readDigit, digits);
  return read && asCredibility(read);
};

/** Alternative words for a field, as the window uses them. */
const otherNames: ReadonlyMap<string, NameField> = new Map([
  ['speaker', 'source'],
  ['publication', 'publisher'],
]);

/**
 * The condition with that text before and after a colon; null where there is no such field or it takes no such
 * value.
 */
export const readCondition = (typed: string, values: readonly string[]): Condition | null => {
  const field = otherNames.get(typed) ?? typed;
  if (values.length === 0 || values.some((value) => value.trim() === '')) return null;
  if (isIn(nameFields, field)) return { field, values };
  if (isIn(Object.keys(choices) as ChoiceField[], field)) {
    const read = readAll(values, (value) => readChoice(field, value));
    return read && { field, values: read };
  }
  if (isIn(dateFields, field)) {
    const read = readAll(values, readDates);
    return read && { field, values: read };
  }
  if (!isIn(gradeFields, field)) return null;
  const read = readAll(values, (value) => readGradeField(field, value));
  return read && { field, values: read };
};

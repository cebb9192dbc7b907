/** The conditions of a search as shown on chips. */
import { readCondition } from '#domain/search/language/condition.ts';
import { searchKindNames, searchKinds } from '#domain/search/language/search-facts.ts';
import type { Clause } from '#domain/search/split-search.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { printStatedDate } from '../dates/print-date.ts';
import { kindOptions } from '../source/kind-options.ts';

/** How the values of a condition are chosen: by name, from a few, or as a range. */
export type ClauseKind = 'names' | 'choices' | 'dates' | 'grades';

type FieldWords = {
  readonly name: string;
  readonly kind: ClauseKind;
  readonly choices?: readonly { readonly id: string; readonly name: string }[];
};

const choice = (id: string, name: string) => ({ id, name });

/** In the order of the menu. */
export const clauseFields = {
  tag: { name: 'Tag', kind: 'names' },
  label: {
    name: 'Label',
    kind: 'choices',
  },
  source: { name: 'Source', kind: 'names' },
  origin: { name: 'Origin', kind: 'names' },
  concerned: { name: 'Concerned', kind: 'names' },
  publisher: { name: 'Publication', kind: 'names' },
  author: { name: 'Author', kind: 'names' },
  date: { name: 'Published', kind: 'dates' },
  event: { name: 'Event date', kind: 'dates' },
  when: { name: 'When', kind: 'dates' },
  added: { name: 'Added', kind: 'dates' },
  grade: { name: 'Grade', kind: 'grades' },
  reliability: { name: 'Reliability', kind: 'grades' },
  credibility: { name: 'Credibility', kind: 'grades' },
  is: {
    name: 'State',
    kind: 'choices',
    choices: [
      choice('ungraded', 'Ungraded'),
      choice('orphan', 'Unplaced'),
      choice('unread', 'Unread'),
      choice('cited', 'Cited'),
      choice('contested', 'Dated differently'),
      choice('withdrawn', 'Withdrawn'),
    ],
  },
  has: {
    name: 'Has',
    kind: 'choices',
    choices: [
      choice('task', 'Open task'),
      choice('note', 'Note'),
      choice('relation', 'Relation'),
      choice('tag', 'Tag'),
      choice('speaker', 'Speaker'),
      choice('origin', 'Origin'),
      choice('date', 'Publication date'),
      choice('event', 'Event date'),
    ],
  },
  kind: {
    name: 'Kind of source',
    kind: 'choices',
    choices: kindOptions,
  },
  in: {
    name: 'Kind',
    kind: 'choices',
    choices: searchKinds.map((kind) => choice(kind, searchKindNames[kind])),
  },
  versions: {
    name: 'Versions',
    kind: 'choices',
    choices: [
      choice('all', 'All versions'),
      choice('older', 'Older versions'),
      choice('newest', 'Newest versions'),
    ],
  },
  lang: { name: 'Language', kind: 'names' },
  translated: { name: 'Translated into', kind: 'names' },
  translator: { name: 'Translator', kind: 'names' },
  article: { name: 'Article', kind: 'names' },
} as const satisfies Readonly<Record<string, FieldWords>>;

export const fieldWords = (field: string): FieldWords =>
  (clauseFields as Readonly<Record<string, FieldWords>>)[field] ?? { name: field, kind: 'names' };

const printRange = (value: string): string => {
  if (value === 'year' || value === 'month') return `known only to the ${value}`;
  if (value.startsWith('=')) return `certainly ${printRange(value.slice(1))}`;
  const [first = '', last] = value.split('..', 2);
  if (last === undefined) return printStatedDate(first);
  if (first === '') return `until ${printStatedDate(last)}`;
  return last === ''
    ? `since ${printStatedDate(first)}`
    : `${printStatedDate(first)} to ${printStatedDate(last)}`;
};

const printGradeRange = (value: string): string => {
  const [first = '', last] = value.toUpperCase().split('..', 2);
  if (last === undefined) return first;
  if (first === '') return `${last} or worse`;
  if (last === '') return `${first} or better`;
  return `${[first, last].sort().join(' to ')}`;
};

/** A range on one axis: "B..D", "<=B". Open on the left, it starts at the best. */
const printScale = (value: string): string => {
  const [first = '', last] = value.toUpperCase().split('..', 2);
  if (last === undefined) return first.replace('<=', 'up to ').replace('>=', 'from ');
  if (first === '') return `${last} or better`;
  return last === '' ? `${first} or worse` : `${first} to ${last}`;
};

const printChoice = (field: string, value: string): string => {
  if (field === 'label') return labelsNow().named(value)?.name ?? value;
  const typed = value.toLowerCase();
  const known = fieldWords(field).choices?.find(({ id }) => id === typed || `${id}s` === typed);
  return known?.name ?? value;
};

/** A value of a condition in words: "since Apr 2024", "B2 or better", "Claim". */
export const printClauseValue = (field: string, value: string): string => {
  const { kind } = fieldWords(field);
  if (kind === 'dates') return printRange(value);
  if (field === 'grade') return printGradeRange(value);
  if (kind === 'grades') return printScale(value);
  return printChoice(field, value);
};

/** "China / Dual use or Ports" */
export const printClauseValues = ({ field, values }: Clause): string =>
  values.map((value) => printClauseValue(field, value)).join(' or ');

/** Whether a condition accepts that value. */
export const isClauseValue = (field: string, value: string): boolean =>
  readCondition(field, [value]) !== null;

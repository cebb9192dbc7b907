/**
 * How the record of a collection is split for a comparison by field. Most fields are compared as a whole: a note
 * is one text and a grade one judgement, which must not be mixed from both sides. The few that only group fields
 * are compared field by field, by a path: `head.title`. Fields that belong together are one unit. Lists whose
 * order matters little are merged item by item.
 */

import { MAX_CONCERNED } from '../../concerned/concerned.ts';
import { type EventDate, MAX_EVENT_DATES, printEventTimeAsIso } from '../../dates/event-date.ts';
import { equalJson } from '../../equal-json.ts';
import { MAX_SAYINGS, type Saying } from '../../event/event.ts';
import type { Round } from '../../memo/round/round.ts';
import { type FindingKey, findingOf } from '../../memo/stated-reason.ts';
import { keyOfPosition, MAX_POSITIONS, type Position } from '../../source/position.ts';
import type { CollectionName, Collections } from '../changes.ts';
import type { ListRule } from './merge-list.ts';

/** The values of a record by their paths; absent and `undefined` values are not listed. */
export type Fields = ReadonlyMap<string, unknown>;

/** Fields that only group others. */
const groups: { readonly [C in CollectionName]: readonly string[] } = {
  tags: ['definition'],
  sources: ['descriptor'],
  tasks: [],
  searches: [],
  labels: [],
  events: [],
  falls: [],
  passages: [],
  about: ['corrections'],
  translations: [],
  renderings: [],
  languages: [],
  memo: ['head'],
  rounds: [],
  remarks: [],
  forms: [],
  boards: [],
  hypotheses: [],
  evidence: [],
  cells: [],
  probabilities: [],
  conflicts: [],
  pads: [],
  entries: [],
};

/** Fields that belong together, under the name of the first. */
const units: { readonly [C in CollectionName]: readonly (readonly string[])[] } = {
  tags: [['deletedAt', 'mergedInto']],
  sources: [
    ['deletedAt', 'mergedInto'],
    ['reliability', 'reliabilityHistory'],
  ],
  tasks: [
    ['state', 'completedAt', 'answeredBy'],
    ['due', 'repeat'],
  ],
  searches: [],
  labels: [],
  // A day, and whether it is stated or inferred.
  events: [['date', 'certainty']],
  // See mergeFalls, as of all of it.
  falls: [],
  passages: [
    ['selectors', 'carriedFrom'],
    ['grade', 'confirmedBecause'],
    ['manner', 'basis'],
    ['sourceId', 'post'],
  ],
  about: [['corrections.publishedAt', 'corrections.dateCertainty']],
  translations: [],
  // The words, whose they are, and of what: none of it is true without the others.
  renderings: [['text', 'texts', 'maker', 'originalSha256']],
  languages: [],
  memo: [],
  rounds: [],
  // What was decided, and why.
  remarks: [['state', 'reason']],
  // The words are in the language.
  forms: [['language', 'terms']],
  boards: [],
  hypotheses: [],
  evidence: [],
  // What was judged, and what by.
  cells: [['expected', 'state']],
  probabilities: [],
  conflicts: [],
  pads: [],
  entries: [],
};

const wholeItems: ListRule = { keyOf: (item) => JSON.stringify(item), most: Infinity, isSorted: false };
const concerned: ListRule = { ...wholeItems, most: MAX_CONCERNED };

const timeOf = (item: unknown): string => {
  const event = item as EventDate;
  return `${printEventTimeAsIso(event)} ${event.note ?? ''}`;
};

/** Fields that are lists of independent items. */
const lists: { readonly [C in CollectionName]: Readonly<Record<string, ListRule>> } = {
  tags: { aliases: wholeItems },
  sources: {
    aliases: wholeItems,
    positions: { keyOf: (item) => keyOfPosition(item as Position), most: MAX_POSITIONS, isSorted: true },
  },
  tasks: {},
  searches: {},
  labels: {},
  falls: {},
  events: {
    concernedIds: concerned,
    sayings: { keyOf: (item) => (item as Saying).passageId, most: MAX_SAYINGS, isSorted: false },
  },
  passages: { tagIds: wholeItems, concernedIds: concerned, relations: wholeItems },
  about: { tagIds: wholeItems, eventDates: { keyOf: timeOf, most: MAX_EVENT_DATES, isSorted: true } },
  translations: {},
  renderings: {},
  languages: {},
  memo: {
    printedTaskIds: wholeItems,
    statedReasons: { keyOf: (item) => findingOf(item as FindingKey), most: Infinity, isSorted: true },
  },
  rounds: {
    reviewers: wholeItems,
    returned: {
      keyOf: (item) => (item as Round['returned'][number]).sha256,
      most: Infinity,
      isSorted: false,
    },
  },
  remarks: {},
  forms: {},
  boards: {},
  hypotheses: {},
  evidence: {},
  cells: {},
  probabilities: {},
  conflicts: {},
  pads: {},
  entries: {},
};

/** How the list at `path` is merged; null where it is no list, or one that is compared as a whole. */
export const listRuleOf = (collection: CollectionName, path: string): ListRule | null =>
  lists[collection][path] ?? null;

/**
 * Instants at which one thing happened that both sides have done: the earlier is kept. A task that was finished on both
 * is finished since the first of them, and the next one that both have made of it (see nextTaskId) is as old.
 */
const firstTimes: { readonly [C in CollectionName]?: readonly string[] } = {
  tasks: ['createdAt', 'completedAt'],
  rounds: ['createdAt', 'closedAt'],
  remarks: ['createdAt'],
  translations: ['createdAt'],
  events: ['createdAt'],
  cells: ['createdAt'],
  probabilities: ['createdAt'],
};

export const isFirstTime = (collection: CollectionName, path: string): boolean =>
  firstTimes[collection]?.includes(path) ?? false;

/** When a record was written last, and by whom: these differ wherever anything does, and are ignored by themselves. */
export const WRITTEN_AT = 'updatedAt';
export const WRITTEN_BY = 'by';

/** The unit that holds a deletion, in every collection whose records can be deleted in their place. */
export const DELETION = 'deletedAt';

/** The name of the unit to which the field at `path` belongs. */
export const unitOf = (collection: CollectionName, path: string): string =>
  units[collection].find((paths) => paths.includes(path))?.[0] ?? path;

export const fieldsOf = <C extends CollectionName>(collection: C, record: Collections[C]): Fields => {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    if (!groups[collection].includes(name)) put(fields, name, value);
    else for (const [part, held] of Object.entries(value as object)) put(fields, `${name}.${part}`, held);
  }
  return fields;
};

const put = (fields: Map<string, unknown>, path: string, value: unknown): void => {
  if (value !== undefined) fields.set(path, value);
};

/** The record of `fields`: the inverse of fieldsOf, but for the order of the keys (see normaliseRecord). */
export const recordOf = <C extends CollectionName>(collection: C, fields: Fields): Collections[C] => {
  const record: Record<string, unknown> = {};
  for (const group of groups[collection]) record[group] = {};
  for (const [path, value] of fields) {
    const [name = path, part] = path.split('.');
    if (part === undefined) record[name] = value;
    else record[name] = { ...(record[name] as object), [part]: value };
  }
  // The values come from records of the collection, each under its own path.
  return record as Collections[C];
};

/**
 * The units of a record (see record-fields.ts) in which `after` differs from `before`, but for when and by whom it was
 * written.
 */
export const changedUnits = <C extends CollectionName>(
  collection: C,
  before: Collections[C],
  after: Collections[C],
): ReadonlySet<string> =>
  unitsOfPaths(collection, differingPaths(fieldsOf(collection, before), fieldsOf(collection, after)));

/** The paths at which two records differ, but for when and by whom they were written. */
export const differingPaths = (a: Fields, b: Fields): readonly string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => path !== WRITTEN_AT && path !== WRITTEN_BY && !equalJson(a.get(path), b.get(path)),
  );

const unitsOfPaths = (collection: CollectionName, paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.map((path) => unitOf(collection, path)));

/**
 * The rules on edits in the table of requests: the records that an edit is on, and how it is merged with an
 * earlier one that is not saved yet.
 */
import type { AnyRequest } from './any-request.ts';
import type { Supersedes } from './request.ts';

/** Fields of unknown types: those of an input, or of an object in one. */
type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether the request may be an undo step: the step offered for undo before it is then no longer the last. */
export const mayBeStep = (entry: AnyRequest): boolean => {
  return entry.kind === 'edit' && (entry.supersedes !== 'not-kept' || entry.isStep === true);
};

const supersedesOf = (entry: AnyRequest): Supersedes<string> => {
  return entry.kind === 'edit' ? entry.supersedes : 'nothing';
};

/** Whether it is an edit that is done at once or not at all. */
export const isNeverKept = (entry: AnyRequest): boolean => {
  return entry.kind === 'edit' && entry.supersedes === 'not-kept';
};

/** Whether the request is kept and retried automatically if it could not be written. */
export const isKeptByItself = (entry: AnyRequest): boolean => entry.kind === 'edit' && !isNeverKept(entry);

/** Whether records may leave the archive by it. */
export const takesAway = (entry: AnyRequest, input: Fields): boolean => {
  if (entry.kind !== 'edit') return false;
  const { takesAway: takes } = entry;
  // The input is that of the entry: the types can't follow that through the union.
  return typeof takes === 'function' ? takes(input as never) : takes === true;
};

/** Edits with one key are on one thing, and are merged; null for an independent edit. */
export const supersedingKey = (entry: AnyRequest, input: Fields): string | null => {
  const supersedes = supersedesOf(entry);
  if (typeof supersedes === 'string') return null;
  // The input is that of the entry: the types can't follow that through the union.
  const by = supersedes.by === undefined ? '' : supersedes.by(input as never);
  return by === null
    ? null
    : [entry.name, ...supersedes.on.map((field) => String(input[field])), by].join(' ');
};

/** Whether the edit sets an absolute state, so that it can be repeated as it is. */
export const canSupersede = (entry: AnyRequest, input: Fields): boolean =>
  supersedingKey(entry, input) !== null;

/** The field of the input that contains a change of several fields; undefined if they are in the input itself. */
const changedFieldsIn = (entry: AnyRequest): string | undefined => {
  const supersedes = supersedesOf(entry);
  return typeof supersedes === 'string' ? undefined : supersedes.fieldsOf;
};

/** `later` over `earlier`, both on one thing: fields absent from `later` keep the value of `earlier`. */
export const mergeEdits = (entry: AnyRequest, earlier: Fields, later: Fields): Fields => {
  const merged = { ...earlier, ...later };
  const within = changedFieldsIn(entry);
  if (within === undefined) return merged;
  const [before, after] = [earlier[within], later[within]];
  return isFields(before) && isFields(after) ? { ...merged, [within]: { ...before, ...after } } : merged;
};

/** The id of the record that the request creates; null if it creates none, or main chooses the id. */
export const madeBy = (entry: AnyRequest, input: Fields): string | null => {
  const field: string | undefined = entry.kind === 'edit' ? entry.makes : undefined;
  const id = field === undefined ? undefined : input[field];
  return typeof id === 'string' ? id : null;
};

/** The records that a request is on, by their ids: see Touches. A query is on none. */
export const recordsOf = (entry: AnyRequest, input: unknown): readonly string[] => {
  if (entry.kind === 'query') return [];
  // The input is that of the entry: the types can't follow that through the union.
  const touched = entry.touches(input as never);
  return [...new Set(touched.filter((id) => id !== null))];
};

/** The names of the queries that are repeated once the request is done. */
export const refreshedBy = (entry: AnyRequest): readonly string[] =>
  entry.kind === 'edit' ? (entry.refreshes ?? []) : [];

/**
 * The rules on edits in the table of requests: the records that an edit is on, and how it is merged with an
 * earlier one that is not saved yet.
 */
import type { Supersedes } from './request.ts';
import { type RequestName, requests } from './requests.ts';

/** Fields of unknown types: those of an input, or of an object in one. */
type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether the request may be an undo step: the step offered for undo before it is then no longer the last. */
export const mayBeStep = (name: RequestName): boolean => {
  const entry = requests[name];
  return entry.kind === 'edit' && (entry.supersedes !== 'not-kept' || entry.isStep === true);
};

const supersedesOf = (name: RequestName): Supersedes<string> => {
  const entry = requests[name];
  return entry.kind === 'edit' ? entry.supersedes : 'nothing';
};

/** Whether it is an edit that is done at once or not at all. */
export const isNeverKept = (name: RequestName): boolean => {
  const entry = requests[name];
  return entry.kind === 'edit' && entry.supersedes === 'not-kept';
};

/** Whether the request is kept and retried automatically if it could not be written. */
export const isKeptByItself = (name: RequestName): boolean =>
  requests[name].kind === 'edit' && !isNeverKept(name);

/** Whether records may leave the archive by it. */
export const takesAway = (name: RequestName, input: Fields): boolean => {
  const entry = requests[name];
  if (entry.kind !== 'edit') return false;
  const { takesAway: takes } = entry as { readonly takesAway?: true | ((input: never) => boolean) };
  // The input is that of `name`: the types can't follow that through the table.
  return typeof takes === 'function' ? takes(input as never) : takes === true;
};

/** Edits with one key are on one thing, and are merged; null for an independent edit. */
export const supersedingKey = (name: RequestName, input: Fields): string | null => {
  const supersedes = supersedesOf(name);
  if (typeof supersedes === 'string') return null;
  // The input is that of `name`: the types can't follow that through the table.
  const by = supersedes.by === undefined ? '' : supersedes.by(input as never);
  return by === null ? null : [name, ...supersedes.on.map((field) => String(input[field])), by].join(' ');
};

/** Whether the edit sets an absolute state, so that it can be repeated as it is. */
export const canSupersede = (name: RequestName, input: Fields): boolean =>
  supersedingKey(name, input) !== null;

/** The field of the input that contains a change of several fields; undefined if they are in the input itself. */
const changedFieldsIn = (name: RequestName): string | undefined => {
  const supersedes = supersedesOf(name);
  return typeof supersedes === 'string' ? undefined : supersedes.fieldsOf;
};

/** `later` over `earlier`, both on one thing: fields absent from `later` keep the value of `earlier`. */
export const mergeEdits = (name: RequestName, earlier: Fields, later: Fields): Fields => {
  const merged = { ...earlier, ...later };
  const within = changedFieldsIn(name);
  if (within === undefined) return merged;
  const [before, after] = [earlier[within], later[within]];
  return isFields(before) && isFields(after) ? { ...merged, [within]: { ...before, ...after } } : merged;
};

/** The id of the record that the request creates; null if it creates none, or main chooses the id. */
export const madeBy = (name: RequestName, input: Fields): string | null => {
  const entry = requests[name];
  const field: string | undefined = entry.kind === 'edit' ? entry.makes : undefined;
  const id = field === undefined ? undefined : input[field];
  return typeof id === 'string' ? id : null;
};

/** The records that a request is on, by their ids: see Touches. A query is on none. */
export const recordsOf = (name: RequestName, input: unknown): readonly string[] => {
  const entry = requests[name];
  if (entry.kind === 'query') return [];
  // The input is that of `name`: the types can't follow that through the table.
  const touched = entry.touches(input as never);
  return [...new Set(touched.filter((id) => id !== null))];
};

/**
 * Long lists on their way to the window. Rows that cross as objects are copied one by one three times: by main, by
 * the preload, and once more for the page's own world; as text they cross as bytes, and are parsed where they are
 * needed. For a record that is requested after every act, such as an article with thousands of passages, only the
 * rows that differ from the window's previous answer are sent.
 */
import { ok, type Result } from '../result.ts';

/** Each part is a JSON array; one after the other they are the list. */
export type PackedAnswer = { readonly ok: true; readonly parts: readonly string[] };

/** A part of a list: rows as a JSON array, or a stretch of the same list in the answer that the window has. */
export type PackedPart = string | { readonly from: number; readonly to: number };

/** A record with long lists in it. */
export type PackedRecord = {
  readonly ok: true;
  /** The number by which the window names the answer it has, when it repeats a request. */
  readonly number: number;
  /** The fields that are no long lists. */
  readonly rest: Fields;
  readonly lists: Readonly<Record<string, readonly PackedPart[]>>;
};

type Fields = Readonly<Record<string, unknown>>;

/** A list with fewer rows crosses as it is. */
export const PACKED_FROM = 500;

export const isLongList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length >= PACKED_FROM;

/** The rows of a list in parts of this many, each as text. */
export function* packRows(rows: readonly unknown[]): Generator<string> {
  for (let start = 0; start < rows.length; start += PACKED_FROM)
    yield JSON.stringify(rows.slice(start, start + PACKED_FROM));
}

/** The rows of a list; rows identical to those in `known` are sent as their index there. */
export function* packChangedRows(rows: readonly unknown[], known: readonly unknown[]): Generator<PackedPart> {
  const places = new Map(known.map((row, place) => [row, place]));
  const endOf = (start: number, isWithin: (place: number) => boolean): number => {
    let end = start + 1;
    while (end < rows.length && isWithin(end)) end += 1;
    return end;
  };
  let start = 0;
  while (start < rows.length) {
    const [here, from] = [start, places.get(rows[start])];
    start =
      from === undefined
        ? endOf(here, (place) => !places.has(rows[place]))
        : endOf(here, (place) => rows[place] === known[from + place - here]);
    if (from === undefined) yield* packRows(rows.slice(here, start));
    else yield { from, to: from + start - here };
  }
}

const unpackRows = (parts: readonly PackedPart[], known: unknown): readonly unknown[] =>
  parts.flatMap((part) => {
    if (typeof part === 'string') return JSON.parse(part) as unknown[];
    return Array.isArray(known) ? known.slice(part.from, part.to) : [];
  });

/**
 * The answer as its handler returned it. `known` is the answer that the window named. A key that was
 * `undefined` in a row is absent afterwards.
 */
export const unpackAnswer = <Value, E>(
  answer: Result<Value, E> | PackedAnswer | PackedRecord,
  known: Fields = {},
): Result<Value, E> => {
  if (!answer.ok || !('parts' in answer || 'lists' in answer)) return answer;
  if ('parts' in answer) return ok(unpackRows(answer.parts, null) as Value);
  const lists = Object.entries(answer.lists).map(([name, parts]) => [name, unpackRows(parts, known[name])]);
  return ok({ ...answer.rest, ...Object.fromEntries(lists) } as Value);
};

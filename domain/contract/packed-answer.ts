/**
 * A long list on its way to the window. Rows that cross as objects are copied one by one three times: by main, by the
 * preload, and once more for the page's own world; as text they cross as bytes, and are read where they are needed.
 */
import { ok, type Result } from '../result.ts';

/** Each part is a JSON array; one after the other they are the list. */
export type PackedAnswer = { readonly ok: true; readonly parts: readonly string[] };

/** A list with fewer rows crosses as it is. */
export const PACKED_FROM = 500;

/** The rows of a list in parts of this many, each as text. */
export function* packRows(rows: readonly unknown[]): Generator<string> {
  for (let start = 0; start < rows.length; start += PACKED_FROM)
    yield JSON.stringify(rows.slice(start, start + PACKED_FROM));
}

/** The answer as its handler gave it. What a row has as `undefined` it has no more. */
export const unpackAnswer = <Value, E>(answer: Result<Value, E> | PackedAnswer): Result<Value, E> =>
  answer.ok && 'parts' in answer
    ? ok(answer.parts.flatMap((part) => JSON.parse(part) as unknown[]) as Value)
    : answer;

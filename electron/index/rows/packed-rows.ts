/**
 * Long lists serialised by the index process: the window receives the same text, so that no other process serialises
 * them again.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { packRows } from '#domain/contract/packed-answer.ts';

/** The text of parsed lists, for as long as the list is referenced. Rows are never mutated. */
const packed = new WeakMap<readonly unknown[], readonly string[]>();

/** Parses the rows of a list, and yields between two of its parts. */
export const readRows = async (parts: readonly string[]): Promise<readonly unknown[]> => {
  const rows: unknown[] = [];
  for (const part of parts) {
    rows.push(...(JSON.parse(part) as readonly unknown[]));
    await yieldToEventLoop();
  }
  packed.set(rows, parts);
  return rows;
};

/** Collects all of the parts, and yields after each. */
export const inTurns = async <Part>(making: Iterable<Part>): Promise<readonly Part[]> => {
  const parts: Part[] = [];
  for (const part of making) {
    parts.push(part);
    await yieldToEventLoop();
  }
  return parts;
};

/** The rows as text, a part of them after the other. */
export const packedRows = async (rows: readonly unknown[]): Promise<readonly string[]> =>
  packed.get(rows) ?? inTurns(packRows(rows));

/**
 * Long lists as the process with the index packs them: the window is handed the same text, and nobody packs it again.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { packRows } from '#domain/contract/packed-answer.ts';

/** The text of lists that were read, as long as somebody holds the list. Rows are never changed in place. */
const packed = new WeakMap<readonly unknown[], readonly string[]>();

/** The rows of a list; the process does something else between two of its parts. */
export const readRows = async (parts: readonly string[]): Promise<readonly unknown[]> => {
  const rows: unknown[] = [];
  for (const part of parts) {
    rows.push(...(JSON.parse(part) as readonly unknown[]));
    await yieldToEventLoop();
  }
  packed.set(rows, parts);
  return rows;
};

/** All of the parts; the process does something else after each. */
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

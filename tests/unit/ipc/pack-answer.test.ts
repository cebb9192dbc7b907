import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACKED_FROM, packRows, unpackAnswer } from '#domain/contract/packed-answer.ts';
import { err, ok } from '#domain/result.ts';
import { readRows } from '#electron/index/rows/packed-rows.ts';
import { createPacker } from '#electron/ipc/create-dispatcher.ts';

const packAnswer = createPacker();

const rows = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    number,
    title: `Łódź “${number}”\u2028\ud83d\ude00`,
    source: null,
  }));

describe('an answer on its way to the window', () => {
  it.each([PACKED_FROM, PACKED_FROM + 1, 2 * PACKED_FROM, 3 * PACKED_FROM + 7])(
    'is packed as text where it is a list of %i rows, and the same list again in the window',
    async (count) => {
      const packed = await packAnswer(ok(rows(count)));
      expect(packed).toEqual({ ok: true, parts: expect.any(Array) });
      // The way between processes.
      expect(unpackAnswer(structuredClone(packed))).toEqual(ok(rows(count)));
    },
  );

  it('is the text in which the rows came, where they are handed on as they are', async () => {
    const parts = [...packRows(rows(2 * PACKED_FROM))];
    const read = await readRows(parts);
    expect(read).toEqual(rows(2 * PACKED_FROM));
    expect(await packAnswer(ok(read))).toEqual({ ok: true, parts });
    const some = read.slice(1);
    expect(unpackAnswer(await packAnswer(ok(some)))).toEqual(ok(some));
  });

  it.each([
    ['a short list', ok(rows(PACKED_FROM - 1))],
    ['a record with short lists', ok({ rows: rows(PACKED_FROM - 1) })],
    ['what is long in a record within', ok({ body: { rows: rows(PACKED_FROM) } })],
    ['bytes', ok(new Uint8Array(PACKED_FROM))],
    ['a failure', err({ code: 'cancelled' } as const)],
  ])('is left as it is where it is %s', async (_, answer) => {
    const crossing = await packAnswer(answer);
    expect(crossing).toBe(answer);
    expect(unpackAnswer(crossing)).toBe(answer);
  });

  it('is the same record again in the window where it has long lists', async () => {
    const record = { title: 'Łódź', rows: rows(PACKED_FROM + 7), few: rows(2), more: rows(2 * PACKED_FROM) };
    const packed = await packAnswer(ok(record));
    expect(packed).toHaveProperty('rest', { title: 'Łódź', few: rows(2) });
    expect(unpackAnswer(structuredClone(packed))).toEqual(ok(record));
  });

  it('leaves main free between two parts of a list', async () => {
    let turns = 0;
    const count = (): void => {
      turns += 1;
      if (turns < 100) setImmediate(count);
    };
    setImmediate(count);
    await packAnswer(ok(rows(4 * PACKED_FROM)));
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});

/** Rows as those of an open file are: frozen, and the same as long as they do not change. */
const frozenRows = (count: number) => rows(count).map((row) => Object.freeze(row));

/** The list with one row fewer, one more, or one at another place. */
const shuffleOne = (list: ReturnType<typeof frozenRows>, place: number) => {
  if (place % 3 === 0) return list.toSpliced(place, 1);
  const before = place % 3 === 1 ? frozenRows(1) : list.slice(place, place + 1);
  return [...before, ...list.toSpliced(place, place % 3 === 1 ? 0 : 1)];
};

/** As the window does it: what comes is a copy, put together with what came before. */
const createWindow = (pack = createPacker()) => {
  let held: { readonly number: number; readonly value: { readonly rows: readonly unknown[] } } | undefined;
  return async (value: { readonly rows: readonly unknown[] }) => {
    const crossed = structuredClone(await pack(ok(value), held?.number));
    const answer = unpackAnswer(
      crossed as Parameters<typeof unpackAnswer<typeof value, unknown>>[0],
      held?.value,
    );
    if (!answer.ok || !('lists' in crossed)) throw new Error('it was not packed');
    const sentRows = crossed.lists.rows?.filter((part) => typeof part === 'string') ?? [];
    held = { number: crossed.number, value: answer.value };
    return { rows: answer.value.rows, sent: sentRows.flatMap((part) => JSON.parse(part) as unknown[]) };
  };
};

describe('a record that is answered again', () => {
  it('crosses with the rows that have changed, and the others are those that the window has', async () => {
    const receive = createWindow();
    const before = frozenRows(2 * PACKED_FROM);
    const first = await receive({ rows: before });
    const changed = Object.freeze({ number: 700, title: 'changed', source: null });
    const second = await receive({ rows: before.with(700, changed) });
    expect(second.sent).toEqual([changed]);
    expect(second.rows[699]).toBe(first.rows[699]);
    expect(second.rows).toEqual(before.with(700, changed));
  });

  it('is the same list whatever comes, goes or moves in it', async () => {
    const turns = fc.array(fc.array(fc.nat(2 * PACKED_FROM), { maxLength: 12 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(turns, async (steps) => {
        const receive = createWindow();
        let list = frozenRows(2 * PACKED_FROM);
        for (const places of steps) {
          list = places.reduce(shuffleOne, list);
          expect((await receive({ rows: list })).rows).toEqual(list);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('crosses whole to a window that has another answer than is remembered', async () => {
    const pack = createPacker();
    const list = frozenRows(PACKED_FROM);
    const receive = createWindow(pack);
    await receive({ rows: list });
    const other = createWindow(pack);
    for (let turn = 0; turn < 9; turn += 1) await other({ rows: frozenRows(PACKED_FROM) });
    expect((await receive({ rows: list })).sent).toEqual(list);
  });
});

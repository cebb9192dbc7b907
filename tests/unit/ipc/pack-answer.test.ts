import { describe, expect, it } from 'vitest';
import { PACKED_FROM, packRows, unpackAnswer } from '#domain/contract/packed-answer.ts';
import { err, ok } from '#domain/result.ts';
import { readRows } from '#electron/index/rows/packed-rows.ts';
import { packAnswer } from '#electron/ipc/create-dispatcher.ts';

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
    ['what is no list', ok({ rows: rows(PACKED_FROM) })],
    ['bytes', ok(new Uint8Array(PACKED_FROM))],
    ['a failure', err({ code: 'cancelled' } as const)],
  ])('is left as it is where it is %s', async (_, answer) => {
    const crossing = await packAnswer(answer);
    expect(crossing).toBe(answer);
    expect(unpackAnswer(crossing)).toBe(answer);
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

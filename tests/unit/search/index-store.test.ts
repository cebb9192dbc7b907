// What the index on the disk does with words, whoever asks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRows } from '#electron/search/ask/find-hits.ts';
import type { IndexStore } from '#electron/search/store/index-store.ts';
import { openStore } from '#electron/search/store/open-store.ts';
import { rowOf } from '#electron/search/store/rows.ts';
import { entry, facts } from '#electron/search/units/unit.ts';

let store: IndexStore;
beforeEach(() => {
  store = openStore(':memory:', 'archive');
});
afterEach(() => store.close());

const enter = (number: number, text: string): void =>
  store.transact(() => {
    const document = { facts: facts({ kind: 'passage' }), record: entry({ title: '' }), alsoFoundBy: '' };
    store.enter({ name: `articles/${number}`, state: '', content: null }, [
      { ...document, key: 'passage', text },
      { ...document, facts: facts({ kind: 'article' }), key: 'article', text: `${text} ${text}` },
    ]);
  });
const found = (query: string): readonly number[] => readRows(store.find(query)).toSorted((a, b) => a - b);

describe('the words of the index', () => {
  it('are brought together a little at a time, and found as before', () => {
    const others = (number: number): string =>
      Array.from({ length: 150 }, (_, at) => `y${number * 31 + at}`).join(' ');
    for (let number = 0; number < 400; number += 1)
      enter(number, `harbour w${number} x${number % 7} ${others(number)}`);
    const queries = ['harbour', 'w3*', 'x4', '"harbour w17"', 'w399'];
    const before = queries.map(found);
    expect(store.countParts()).toBeGreaterThan(3);
    let steps = 1;
    while (store.gather(steps === 1) && steps < 1000) steps += 1;
    expect(steps).toBeLessThan(1000);
    expect(store.countParts()).toBe(1);
    expect(queries.map(found)).toEqual(before);
    expect(before.map((rows) => rows.length)).toEqual([800, 222, 114, 2, 2]);
  });

  it('rank what stands in several ranges as in each of them, and nothing between', () => {
    for (let number = 0; number < 30; number += 1)
      enter(number, number % 3 === 0 ? `port port strait ${'and '.repeat(number)}` : 'port of call');
    const ranges = [
      { first: rowOf(0, 4), last: rowOf(0, 13) },
      { first: rowOf(1, 20), last: rowOf(1, 29) },
    ];
    const ranked = readRows(store.rank('port', ranges));
    expect(ranked.length).toBe(20);
    for (const range of ranges) {
      const within = ranked.filter((row) => row >= range.first && row <= range.last);
      expect(within).toEqual(readRows(store.rank('port', [range])));
    }
    expect(readRows(store.rank('strait', ranges)).slice(0, 1)).toEqual([rowOf(0, 6)]);
  });
});

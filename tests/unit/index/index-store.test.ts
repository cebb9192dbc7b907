// What the index on the disk does with words, whoever asks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aboutNothing } from '#domain/search/language/search-facts.ts';
import { answerSearch } from '#electron/index/ask/answer-search.ts';
import { readRows } from '#electron/index/ask/find-hits.ts';
import { IndexMemory } from '#electron/index/ask/index-memory.ts';
import type { IndexStore } from '#electron/index/store/index-store.ts';
import { openStore } from '#electron/index/store/open-store.ts';
import { rowOf } from '#electron/index/store/rows.ts';
import { entry, facts } from '#electron/index/units/unit.ts';

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

  it('leave nothing behind of what was entered twice at once', () => {
    const document = { facts: facts({ kind: 'passage' }), record: entry({ title: '' }), alsoFoundBy: '' };
    store.transact(() => {
      for (const text of ['harbour', 'strait'])
        store.enter({ name: 'articles/1', state: text, content: null }, [{ ...document, key: 'a', text }]);
    });
    expect(found('harbour')).toEqual([]);
    expect(found('strait')).toHaveLength(1);
  });

  it('leave nothing behind of what could not be entered', () => {
    expect(() =>
      store.transact(() => {
        store.enter({ name: 'articles/1', state: '', content: null }, [
          {
            facts: facts({ kind: 'passage' }),
            record: entry({ title: '' }),
            alsoFoundBy: '',
            key: 'a',
            text: 'port',
          },
        ]);
        throw new Error('full');
      }),
    ).toThrow('full');
    enter(2, 'harbour');
    expect(found('port')).toEqual([]);
    expect(found('harbour')).toHaveLength(2);
  });
});

describe('a word that most passages hold', () => {
  const PASSAGES = 1500;

  it('ranks nothing: the newest stand first; a rarer one ranks', () => {
    const memory = new IndexMemory();
    store.transact(() => {
      const documents = Array.from({ length: PASSAGES }, (_, at) => ({
        facts: facts({ kind: 'passage', citableId: `p${at}` }),
        record: entry({ title: `Story ${at}` }),
        alsoFoundBy: '',
        key: `p${at}`,
        text:
          at === 700
            ? 'port port port strait strait'
            : `port of call number ${at}${at % 9 === 0 ? ' strait' : ''}`,
      }));
      const { unit, entered } = store.enter({ name: 'articles/1', state: '', content: null }, documents);
      memory.enter(unit, aboutNothing, entered);
    });
    const first = (text: string): string | undefined => {
      const question = { text, limit: 5, order: 'best', isTyping: false, isWhole: false } as const;
      return answerSearch({ store, memory, analyst: '' }, question).groups[0]?.hits[0]?.title;
    };
    expect(first('port')).toBe(`Story ${PASSAGES - 1}`);
    expect(first('strait')).toBe('Story 700');
    expect(first('port strait')).toBe('Story 700');
  });
});

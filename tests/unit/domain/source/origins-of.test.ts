import { describe, expect, it } from 'vitest';
import type { ArticleId, PassageId, SourceId } from '#domain/ids.ts';
import { isOtherOrigin, type Provenance } from '#domain/source/compare-origins.ts';
import { largestIndependent, originsOf } from '#domain/source/origins-of.ts';
import { noTraces } from '#domain/source/traces.ts';
import { createRandom } from '../../../support/texts/made-words.ts';

let made = 0;
const passage = (paper: string | readonly string[] | null, changed: Partial<Provenance> = {}): Provenance => {
  made += 1;
  const names = paper === null ? [] : [paper].flat();
  const articleId = `article ${made}` as ArticleId;
  return {
    id: `passage ${made}` as PassageId,
    articleId,
    textId: articleId,
    origins: names.map((name) => ({ id: name as SourceId, name })),
    isSpoken: false,
    traces: noTraces,
    relations: [],
    ...changed,
  };
};
const says = (...statements: number[]) => ({ traces: { statements, credits: [] } });
const credits = (...names: string[]) => ({ traces: { statements: [], credits: names } });
const count = (...passages: Provenance[]) => originsOf(passages).length;

describe('the origins of passages', () => {
  it('are as many as papers that have nothing in common', () => {
    expect(count(passage('Times'), passage('Gazette'), passage('Times'))).toBe(2);
  });

  it('are one where two papers repeat a statement, credit one agency or copy one text', () => {
    expect(count(passage('Times', says(1)), passage('Gazette', says(1)))).toBe(1);
    expect(count(passage('Times', credits('Reuters')), passage('Gazette', credits('Reuters')))).toBe(1);
    const textId = 'one text' as ArticleId;
    expect(count(passage('Times', { textId }), passage('Gazette', { textId }))).toBe(1);
  });

  it('do not join whole newspapers by one statement that both repeat', () => {
    const shared = [passage('Times', says(1)), passage('Gazette', says(1))];
    const origins = originsOf([...shared, passage('Times'), passage('Gazette')]);
    expect(origins.map(({ name, passages }) => [name, passages.length])).toEqual([
      ['Times', 2],
      ['Gazette', 2],
    ]);
  });

  it('do not add up along a chain: the ends are independent of each other', () => {
    expect(count(passage('A', says(1)), passage('B', says(1, 2)), passage('C', says(2)))).toBe(2);
  });

  it('count no paper twice whose name differs in accents alone', () => {
    expect(count(passage('El País'), passage('El Pais'))).toBe(1);
  });

  it('are what the analyst says', () => {
    const one = passage('Times', says(1));
    const other = passage('Gazette', {
      ...says(1),
      relations: [{ type: 'independent', passageId: one.id }],
    });
    expect(count(one, other)).toBe(2);
    const third = passage('Star', { relations: [{ type: 'same-origin', passageId: one.id }] });
    const repeated = { ...one, relations: [{ type: 'same-origin' as const, passageId: third.id }] };
    expect(count(repeated, third)).toBe(1);
  });

  it('let what is spoken be of its speaker, whoever carried it first', () => {
    const isSpoken = true;
    const [a, b] = [
      passage('Ministry', { isSpoken, ...credits('Reuters') }),
      passage('Union', { isSpoken, ...credits('Reuters') }),
    ];
    expect(count(a, b)).toBe(2);
  });

  it('of which nothing is known come last, one an article, unless they repeat a known one', () => {
    const articleId = 'unknown' as ArticleId;
    const unknown = { articleId, textId: articleId };
    const origins = originsOf([
      passage(null, unknown),
      passage(null, unknown),
      passage(null, says(7)),
      passage('Times', says(7)),
    ]);
    expect(origins.map(({ name, passages }) => [name, passages.length])).toEqual([
      ['Times', 2],
      [null, 2],
    ]);
  });

  it('have what repeats a known one with that one, and not with whichever comes first', () => {
    const origins = originsOf([
      passage('Times'),
      passage('Gazette', says(7)),
      passage(null, says(7)),
      passage('Star'),
    ]);
    expect(origins.map(({ name, passages }) => [name, passages.length])).toEqual([
      ['Gazette', 2],
      ['Times', 1],
      ['Star', 1],
    ]);
  });

  it('hold each passage once, and each source in one of them', () => {
    const random = createRandom(23);
    for (let trial = 0; trial < 200; trial += 1) {
      const passages = Array.from({ length: 1 + Math.floor(random() * 14) }, () =>
        passage(
          random() < 0.2 ? null : [...'ABCDEF'].filter(() => random() < 0.3),
          random() < 0.6 ? says(Math.floor(random() * 6)) : {},
        ),
      );
      const origins = originsOf(passages);
      expect(origins.flatMap((each) => each.passages).toSorted(byId)).toEqual(passages.toSorted(byId));
      const sources = origins.flatMap((each) => each.sources.map(({ id }) => id));
      expect(sources.length).toBe(new Set(sources).size);
      const known = passages.filter((each) => each.origins.length > 0);
      expect(origins.filter(({ name }) => name !== null)).toHaveLength(largestByTrial(known));
    }
  });
});

const byId = (a: Provenance, b: Provenance): number => (a.id < b.id ? -1 : 1);

/** By looking at every set. */
const largestByTrial = (passages: readonly Provenance[]): number => {
  const grow = (from: number, chosen: readonly Provenance[]): number => {
    let most = chosen.length;
    for (let at = from; at < passages.length; at += 1) {
      const next = passages[at];
      if (next !== undefined && chosen.every((each) => isOtherOrigin(each, next)))
        most = Math.max(most, grow(at + 1, [...chosen, next]));
    }
    return most;
  };
  return grow(0, []);
};

describe('the largest independent set', () => {
  it('is independent and complete where the steps do not reach', () => {
    const random = createRandom(5);
    const size = 150;
    const neighbours = Array.from({ length: size }, () => new Set<number>());
    for (let a = 0; a < size; a += 1)
      for (let b = 0; b < a; b += 1)
        if (random() < 0.08) {
          neighbours[a]?.add(b);
          neighbours[b]?.add(a);
        }
    const taken = largestIndependent(neighbours);
    const isNear = (at: number): boolean => taken.some((other) => neighbours[other]?.has(at));
    expect(taken.some(isNear)).toBe(false);
    expect(neighbours.every((_, at) => taken.includes(at) || isNear(at))).toBe(true);
  });
});

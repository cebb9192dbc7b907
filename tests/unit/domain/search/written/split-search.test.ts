import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '#domain/search/language/parse-search.ts';
import type { SearchNode } from '#domain/search/language/search-node.ts';
import { type Clause, joinSearch, splitSearch } from '#domain/search/split-search.ts';

/** What a search means, whatever the order of what has to hold together. */
const meaningOf = (node: SearchNode | null): unknown => {
  if (node === null) return null;
  if (node.kind === 'not') return { not: meaningOf(node.node) };
  if (node.kind === 'or') return { or: node.nodes.map(meaningOf) };
  if (node.kind !== 'and') return node;
  const parts = node.nodes.flatMap((each) => (each.kind === 'and' ? each.nodes : [each]));
  return { and: parts.map((part) => JSON.stringify(meaningOf(part))).sort() };
};

const nameText = fc.stringMatching(/^[A-Za-zŁß北][A-Za-z0-9Ł北 ,/()-]{0,11}[a-z]$/u);
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    field: fc.constantFrom('tag', 'source', 'origin', 'publisher', 'author', 'lang'),
    values: fc.array(nameText, { minLength: 1, maxLength: 3 }),
    isExcluded: fc.boolean(),
  }),
  fc
    .record({
      field: fc.constantFrom('label', 'in'),
      values: fc.constantFrom(['claim'], ['gap', 'data']),
      isExcluded: fc.boolean(),
    })
    .map((each) => (each.field === 'in' ? { ...each, values: ['note', 'memo'] } : each)),
  fc.record({
    field: fc.constantFrom('date', 'event'),
    values: fc.constantFrom(['2024-04..2024-06'], ['..2023', '2024-04-24']),
    isExcluded: fc.boolean(),
  }),
  fc.record({
    field: fc.constant('grade'),
    values: fc.constantFrom(['B2..'], ['A1..C3', '6']),
    isExcluded: fc.boolean(),
  }),
);
const word = fc.constantFrom(
  'quay',
  'harb*',
  '"dry dock"',
  'Łódź',
  '北京',
  '-gate',
  'NOT ship',
  'or',
  'is:open',
);
const group = fc.tuple(word, word).map(([a, b]) => `(${a} OR ${b})`);
const near = fc
  .tuple(fc.constantFrom('ship', 'quay'), fc.constantFrom('dock', 'gate'))
  .map(([a, b]) => `${a} NEAR/3 ${b}`);
const andWords = fc.array(fc.oneof(word, group, near), { maxLength: 4 }).map((parts) => parts.join(' '));
const rest = fc.oneof(
  andWords,
  fc.tuple(word, word).map(([a, b]) => `${a} OR ${b}`),
);

/** One choice in parentheses is shown without them beside conditions, and means the same. */
const shownAsIs = rest.filter((words) => !/^\([^()]*\)$/.test(words));

/** A search as a person may write it: conditions anywhere. */
const written = fc
  .tuple(
    fc.array(
      fc.oneof(
        word,
        group,
        near,
        clause.map((each) => joinSearch({ clauses: [each], rest: '' }).trim()),
      ),
      { maxLength: 7 },
    ),
    fc.constantFrom(' ', ' AND ', '  '),
  )
  .map(([parts, between]) => parts.join(between));

describe('chips and the text of a search', () => {
  it('are the same conditions, whichever of them is changed', () => {
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 4 }), shownAsIs, (clauses, words) => {
        const split = { clauses, rest: words };
        expect(splitSearch(joinSearch(split))).toEqual(split);
      }),
    );
  });

  it('mean what was written, and are found again in it', () => {
    fc.assert(
      fc.property(written, (text) => {
        const split = splitSearch(text);
        const joined = joinSearch(split);
        expect(meaningOf(parseSearch(joined).node)).toEqual(meaningOf(parseSearch(text).node));
        expect(splitSearch(joined).clauses).toEqual(split.clauses);
      }),
    );
  });

  it('mean what was written, however oddly', () => {
    const pieces = fc.constantFrom(
      ...[
        '-quay',
        'OR',
        'AND',
        'NOT',
        'NEAR',
        'NEAR/2',
        'tag:a',
        'label:claim',
        'label:x',
        'quay',
        '"a b"',
        'in:',
      ],
      ...['(quay)', '(tag:a OR quay)', '(OR', 'is:cited,orphan'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 7 }), (parts) => {
        const text = parts.join(' ');
        const split = splitSearch(text);
        // A word that is an operator goes on to be one: it joins what it comes to stand behind.
        fc.pre(!/^\s*(?:AND|OR|NEAR)/.test(split.rest));
        const joined = joinSearch(split);
        expect(meaningOf(parseSearch(joined).node)).toEqual(meaningOf(parseSearch(text).node));
      }),
      { numRuns: 3000 },
    );
  });

  it('leave a condition that is still being written where it is', () => {
    expect(splitSearch('quay tag:Chi', 12)).toEqual({ clauses: [], rest: 'quay tag:Chi' });
    expect(splitSearch('quay tag:Chi ', 13).rest).toBe('quay ');
    expect(splitSearch('tag:"Dual u', 11).rest).toBe('tag:"Dual u');
    expect(splitSearch('tag:Chi quay', 3)).toEqual({ clauses: [], rest: 'tag:Chi quay' });
  });

  it('have none in a choice, in parentheses, beside NEAR, or of what is no condition', () => {
    for (const text of ['tag:a OR quay', '(tag:a quay)', 'ship NEAR tag:a', 'in:zzz', 'NOT -tag:a']) {
      expect(splitSearch(text)).toEqual({ clauses: [], rest: text });
    }
  });

  it('take the AND along that joined a condition', () => {
    expect(splitSearch('quay AND label:claim').rest).toBe('quay ');
    expect(splitSearch('label:claim AND quay').rest).toBe('quay');
    expect(splitSearch('a AND label:claim AND b').rest).toBe('a AND b');
  });
});

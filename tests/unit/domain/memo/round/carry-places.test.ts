import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemoBlock, MemoContent } from '#domain/memo/memo-content.ts';
import { carryPlaces, type Held, type WrittenPlace } from '#domain/memo/round/carry-places.ts';
import { textOf, writtenBlocks } from '#domain/memo/round/written-blocks.ts';
import { anyContent } from '../../../../support/memo/any-content.ts';
import { writeArticle } from '../../../../support/memo/written-article.ts';
import { cite, judgement, paragraph, quoteBlock, section } from '../../../../support/memo/written-memo.ts';

const memoOf = (...blocks: readonly MemoBlock[]): MemoContent => ({
  type: 'doc',
  content: [section('analysis', 'Analysis', ...blocks)],
});

/** The place of `words` in the block that says them, or between them where `|` stands. */
const placeOf = (content: MemoContent, words: string): WrittenPlace => {
  const said = words.replace('|', '');
  for (const block of writtenBlocks(content)) {
    for (const { field, text } of block.texts) {
      const at = text.indexOf(said);
      if (at === -1) continue;
      const bar = words.indexOf('|');
      const [start, end] = bar === -1 ? [at, at + said.length] : [at + bar, at + bar];
      return { block: block.block, field, start, end };
    }
  }
  throw new Error(`“${words}” is not in the memo`);
};

/** The words at a place, with a bar where it stands between two letters, and what stands around it. */
const shown = (content: MemoContent, place: WrittenPlace | null): string | null => {
  if (place === null) return null;
  const block = writtenBlocks(content)[place.block];
  const text = block === undefined ? null : textOf(block, place.field);
  if (text === null) return 'nowhere';
  return place.start === place.end
    ? `${text.slice(0, place.start)}|${text.slice(place.start)}`
    : text.slice(place.start, place.end);
};

const carry = (then: MemoContent, now: MemoContent, words: string, held: Held = 'words'): string | null =>
  shown(now, carryPlaces(then, now)(placeOf(then, words), held));

const first = paragraph('The ministry has listed four forwarders in two rounds since February.');
const second = paragraph('All four had offices at the quay in Varnholm, and three shared one address.');
const third = paragraph('The licensing office told carriers in March that the code would be checked.');
const then = memoOf(first, second, third);

describe('a place in a memo that was edited', () => {
  it('is the same words, whatever was written elsewhere', () => {
    const now = memoOf(paragraph('New words at the top.'), first, paragraph('More.'), second, third);
    expect(carry(then, now, 'had offices at')).toBe('had offices at');
    const within = memoOf(
      first,
      paragraph('As known, all four had offices at the quay of Varnholm, and three shared it.'),
    );
    expect(carry(then, within, 'had offices at')).toBe('had offices at');
    expect(carry(then, within, 'three shared')).toBe('three shared');
  });

  it('is found where its paragraph has moved, been split and been joined', () => {
    expect(carry(then, memoOf(third, second, first), 'listed four forwarders')).toBe(
      'listed four forwarders',
    );
    const joined = memoOf(
      paragraph(
        'The ministry has listed four forwarders in two rounds since February. All four had offices at the quay in Varnholm, and three shared one address.',
      ),
      third,
    );
    expect(carry(then, joined, 'had offices at')).toBe('had offices at');
    expect(carry(joined, then, 'had offices at')).toBe('had offices at');
  });

  it('is null where its words are gone or were written anew', () => {
    expect(carry(then, memoOf(first, third), 'had offices at')).toBeNull();
    const now = memoOf(
      first,
      paragraph('All four rented desks on the quay in Varnholm, and three shared one address.'),
    );
    expect(carry(then, now, 'had offices at')).toBeNull();
    expect(carry(then, now, 'offices')).toBeNull();
  });

  it('of a comment is what was written in the place of its words', () => {
    const now = memoOf(
      first,
      paragraph('All four rented desks on the quay in Varnholm, and three shared one address.'),
    );
    expect(carry(then, now, 'had offices at', 'comment')?.trim()).toBe('rented desks on');
    const cut = memoOf(first, paragraph('All four: the quay in Varnholm, and three shared one address.'));
    expect(carry(then, cut, 'shared one address', 'comment')).toBe('shared one address');
    expect(carry(then, memoOf(first, third), 'had offices at', 'comment')).toBeNull();
  });

  it('between two letters stays between the words on its sides', () => {
    const now = memoOf(
      first,
      paragraph('All four had offices at the old quay in Varnholm, and three shared one address.'),
    );
    expect(carry(then, now, 'Varnholm|, and')).toBe(
      'All four had offices at the old quay in Varnholm|, and three shared one address.',
    );
    expect(carry(then, now, 'one address.|')).toBe(
      'All four had offices at the old quay in Varnholm, and three shared one address.|',
    );
    expect(carry(then, now, '|All four')).toBe(
      '|All four had offices at the old quay in Varnholm, and three shared one address.',
    );
    const fuller = memoOf(
      first,
      paragraph('Nearly all four had offices at the quay, and three shared one address today.'),
    );
    expect(carry(then, fuller, '|All four')).toBeNull();
    expect(carry(then, fuller, 'one address.|')).toBeNull();
  });

  it('tells a citation from another', () => {
    const article = writeArticle(['The port closed. The ships left.'], ['The port closed', 'The ships left']);
    const cited = memoOf(paragraph('It closed', cite(article, 0), ' and they left', cite(article, 1), '.'));
    const swapped = memoOf(
      paragraph('They left', cite(article, 1), ' when it closed', cite(article, 0), '.'),
    );
    const carried = carryPlaces(cited, swapped)({ block: 1, field: 'text', start: 9, end: 10 }, 'words');
    expect(carried === null || carried.start === 25).toBe(true);
  });

  it('knows judgements by their id and quotations by their passage', () => {
    const article = writeArticle(['The port closed on Monday.'], ['The port closed']);
    const it1 = judgement(['It is likely.'], { assumptions: 'The port stays shut all summer.' });
    const now1 = { ...it1, attrs: { ...it1.attrs, assumptions: 'So far, the port stays shut.' } };
    const old = memoOf(quoteBlock(article, 0), it1);
    const now = memoOf(judgement(['Another one.']), now1, first, quoteBlock(article, 0));
    expect(carry(old, now, 'port stays shut')).toBe('port stays shut');
    expect(carryPlaces(old, now)({ block: 1, field: 'text', start: 0, end: 1 }, 'comment')?.block).toBe(4);
  });

  it('of a block that has to say the same is null where it says something else', () => {
    const now = memoOf(
      first,
      paragraph('All four had offices at the quay in Varnholm, and three shared a single one.'),
      third,
    );
    const place = placeOf(then, 'All four');
    expect(carryPlaces(then, now)(place, 'block')?.block).toBe(2);
    expect(carryPlaces(then, now)(place, 'same-block')).toBeNull();
    expect(carryPlaces(then, memoOf(third, second))(place, 'same-block')?.block).toBe(2);
  });
});

describe('every place of a memo', () => {
  const anyPlace = (content: MemoContent, seed: number): readonly WrittenPlace[] =>
    writtenBlocks(content).flatMap(({ block, texts }) =>
      texts.map(({ field, text }) => {
        const start = text.length === 0 ? 0 : seed % (text.length + 1);
        return { block, field, start, end: Math.min(text.length, start + (seed % 13)) };
      }),
    );

  it('is itself where nothing was edited, in any memo', () => {
    fc.assert(
      fc.property(anyContent, fc.nat(997), (content, seed) => {
        const carrier = carryPlaces(content, structuredClone(content));
        for (const place of anyPlace(content, seed)) {
          for (const held of ['words', 'comment', 'block', 'same-block'] as const)
            expect(carrier(place, held)).toEqual(place);
        }
      }),
    );
  });

  it('says the same where a section was put before, in any memo', () => {
    fc.assert(
      fc.property(anyContent, fc.nat(997), (content, seed) => {
        const after: MemoContent = {
          type: 'doc',
          content: [
            section('own', 'Put before', paragraph('Of this nothing was known.')),
            ...content.content,
          ],
        };
        const carrier = carryPlaces(content, after);
        for (const place of anyPlace(content, seed)) {
          const carried = carrier(place, 'words');
          // Of paragraphs that say the same each may be the other; the words are the same in any case.
          if (carried !== null) expect(shown(after, carried)).toBe(shown(content, place));
        }
      }),
    );
  });

  /** Words of which each stands once, so that there is one right place. */
  const texts = fc
    .array(fc.integer({ min: 3, max: 12 }), { minLength: 1, maxLength: 6 })
    .map((lengths) => lengths.map((length, at) => Array.from({ length }, (_, word) => `w${at}x${word}`)));

  type Edit = {
    readonly paragraph: number;
    readonly word: number;
    readonly kind: 'put-in' | 'take-out' | 'other';
  };
  const edits = fc.array(
    fc.record({
      paragraph: fc.nat(5),
      word: fc.nat(12),
      kind: fc.constantFrom<Edit['kind']>('put-in', 'take-out', 'other'),
    }),
    { maxLength: 8 },
  );

  const editLine = (line: readonly string[], { word, kind }: Edit, number: number): readonly string[] => {
    if (word >= line.length) return line;
    const fresh = kind === 'take-out' ? [] : [`new${number}`];
    return [...line.slice(0, word), ...fresh, ...line.slice(kind === 'put-in' ? word : word + 1)];
  };
  const edit = (words: readonly (readonly string[])[], made: readonly Edit[]) =>
    made.reduce<readonly (readonly string[])[]>(
      (all, each, number) =>
        all.map((line, at) => (at === each.paragraph ? editLine(line, each, number) : line)),
      words,
    );

  const partOf = (words: readonly (readonly string[])[], which: number, from: number, count: number) => {
    const line = words[which % words.length] ?? [];
    const at = from % line.length;
    return line.slice(at, at + count);
  };

  const says = (content: MemoContent, words: string): boolean =>
    writtenBlocks(content).some(({ texts: all }) =>
      all.some(({ text }) => ` ${text} `.includes(` ${words} `)),
    );

  const toMemo = (words: readonly (readonly string[])[]): MemoContent =>
    memoOf(...words.map((each) => paragraph(...(each.length === 0 ? [] : [each.join(' ')]))));

  it('is where its words are, or null: never at other words', () => {
    let placed = 0;
    let standing = 0;
    fc.assert(
      fc.property(texts, edits, fc.nat(5), fc.nat(11), fc.nat(3), (words, made, which, from, more) => {
        const said = partOf(words, which, from, 1 + more).join(' ');
        const before = toMemo(words);
        const after = toMemo(edit(words, made));
        const carried = carryPlaces(before, after)(placeOf(before, said), 'words');
        const isThere = says(after, said);
        if (carried !== null) expect(shown(after, carried)).toBe(said);
        if (!isThere) expect(carried).toBeNull();
        standing += Number(isThere);
        placed += Number(carried !== null);
      }),
      { seed: 45_596, numRuns: 400 },
    );
    // What stands there is found: to find nothing would never be wrong.
    expect(placed / standing).toBeGreaterThan(0.97);
  });

  it('between two words is put between the same two, or beside one of them where the other is gone', () => {
    fc.assert(
      fc.property(texts, edits, fc.nat(5), fc.nat(11), (words, made, which, at) => {
        const line = words[which % words.length] ?? [];
        const word = at % line.length;
        const [left, right] = [line[word - 1] ?? '', line[word] ?? ''];
        const before = toMemo(words);
        const after = toMemo(edit(words, made));
        const carried = carryPlaces(before, after)(placeOf(before, `|${right}`), 'words');
        if (carried === null) return;
        const [said = '', rest = ''] = (shown(after, carried) ?? '').split('|');
        expect(said.trimEnd().split(' ').at(-1) === left || rest.trimStart().split(' ')[0] === right).toBe(
          true,
        );
      }),
      { seed: 45_596, numRuns: 400 },
    );
  });
});

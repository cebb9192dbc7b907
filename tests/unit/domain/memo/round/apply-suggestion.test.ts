import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import {
  type MemoBlock,
  type MemoContent,
  type MemoInline,
  memoContentSchema,
} from '#domain/memo/memo-content.ts';
import { applySuggestion } from '#domain/memo/round/apply-suggestion.ts';
import type { WrittenPlace } from '#domain/memo/round/carry-places.ts';
import type { SuggestedChange } from '#domain/memo/round/remark.ts';
import { OBJECT, writtenBlocks, writtenFields } from '#domain/memo/round/written-blocks.ts';
import { anyContent } from '../../../../support/memo/any-content.ts';
import { writeArticle } from '../../../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  subHeading,
} from '../../../../support/memo/written-memo.ts';

const article = writeArticle(['The port closed. The ships left.'], ['The port closed', 'The ships left']);
const memoOf = (...blocks: readonly MemoBlock[]): MemoContent => ({
  type: 'doc',
  content: [section('analysis', 'Analysis', ...blocks)],
});
const list = (...items: readonly MemoBlock[]): MemoBlock => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [item] })),
});
const blocksOf = (content: MemoContent): readonly MemoBlock[] => content.content[0]?.content ?? [];

type On = Partial<WrittenPlace>;
const at = (place: On): WrittenPlace => ({ block: 1, field: 'text', start: 0, end: 0, ...place });
const taken = (content: MemoContent, place: On, change: SuggestedChange): readonly MemoBlock[] | string => {
  const applied = applySuggestion(content, at(place), change);
  return applied.ok ? blocksOf(applied.value) : applied.error;
};
const words = (text: string): SuggestedChange => ({ kind: 'words', text });

describe('words of a suggestion', () => {
  const cited = memoOf(paragraph('It closed', cite(article, 0), ' on Monday.'));

  it('take the place of others, in their look', () => {
    const bold: MemoInline = { type: 'text', text: 'closed', marks: [{ type: 'bold' }] };
    expect(taken(memoOf(paragraph('It ', bold, '.')), { start: 3, end: 9 }, words('shut'))).toEqual([
      paragraph('It ', { ...bold, text: 'shut' }, '.'),
    ]);
    expect(taken(memoOf(paragraph('It closed.')), { start: 9, end: 9 }, words(' today'))).toEqual([
      paragraph('It closed today.'),
    ]);
    expect(taken(memoOf(paragraph('It has closed.')), { start: 3, end: 7 }, words(''))).toEqual([
      paragraph('It closed.'),
    ]);
  });

  it('leave a citation between them as it is', () => {
    expect(taken(cited, { start: 3, end: 13 }, words(`shut${OBJECT} on`))).toEqual([
      paragraph('It shut', cite(article, 0), ' on Monday.'),
    ]);
  });

  it('that would take a citation away, or make one, are refused', () => {
    expect(taken(cited, { start: 3, end: 13 }, words('shut on'))).toBe('citation');
    expect(taken(cited, { start: 3, end: 5 }, words(`shut${OBJECT}`))).toBe('citation');
  });

  it('change no quotation and no picture', () => {
    const content = memoOf(quoteBlock(article, 0));
    expect(taken(content, { start: 0, end: 1 }, words('The port'))).toBe('quotation');
    expect(taken(content, {}, { kind: 'remove-block' })).toBe('quotation');
  });

  it('change what is said beside a judgement, below a table and above a section', () => {
    const content = memoOf(judgement(['It is likely.'], { assumptions: 'The port stays shut.' }));
    const [after] = taken(content, { field: 'assumptions', start: 9, end: 14 }, words('is'));
    expect(after).toMatchObject({ attrs: { assumptions: 'The port is shut.', confidence: 'moderate' } });
    const named = applySuggestion(
      content,
      at({ block: 0, field: 'heading', start: 0, end: 8 }),
      words('View'),
    );
    expect(named.ok && named.value.content[0]?.attrs.heading).toBe('View');
    expect(
      applySuggestion(content, at({ block: 0, field: 'heading', start: 0, end: 8 }), words(' ')).ok,
    ).toBe(false);
  });
});

describe('blocks of a suggestion', () => {
  const two = memoOf(paragraph('One.'), paragraph('Two.'));

  it('are put in before and behind, as items in a list', () => {
    const put: SuggestedChange = { kind: 'insert-block', text: 'New.\nNewer.', isBefore: false };
    expect(taken(two, {}, put)).toEqual([
      paragraph('One.'),
      paragraph('New.'),
      paragraph('Newer.'),
      paragraph('Two.'),
    ]);
    expect(taken(two, {}, { ...put, text: 'New.', isBefore: true })).toEqual([
      paragraph('New.'),
      paragraph('One.'),
      paragraph('Two.'),
    ]);
    expect(taken(memoOf(list(paragraph('One.'))), {}, { ...put, text: 'New.' })).toEqual([
      list(paragraph('One.'), paragraph('New.')),
    ]);
  });

  it('go, with the list that they leave empty, and never the last of a section', () => {
    expect(taken(two, { block: 2 }, { kind: 'remove-block' })).toEqual([paragraph('One.')]);
    expect(
      taken(memoOf(paragraph('One.'), list(paragraph('Two.'))), { block: 2 }, { kind: 'remove-block' }),
    ).toEqual([paragraph('One.')]);
    expect(taken(memoOf(paragraph('One.')), {}, { kind: 'remove-block' })).toEqual([{ type: 'paragraph' }]);
    expect(taken(memoOf(paragraph('It closed', cite(article, 0))), {}, { kind: 'remove-block' })).toBe(
      'citation',
    );
  });

  it('are joined and split', () => {
    expect(taken(two, {}, { kind: 'join' })).toEqual([paragraph('One.Two.')]);
    expect(taken(memoOf(list(paragraph('One.'), paragraph('Two.'))), {}, { kind: 'join' })).toEqual([
      list(paragraph('One.Two.')),
    ]);
    expect(taken(memoOf(paragraph('One.'), subHeading('Two')), {}, { kind: 'join' })).toBe('no-room');
    expect(taken(memoOf(paragraph('One. Two.')), { start: 5, end: 5 }, { kind: 'split' })).toEqual([
      paragraph('One. '),
      paragraph('Two.'),
    ]);
  });

  it('move, with what they cite', () => {
    const content = memoOf(paragraph('One', cite(article, 0)), paragraph('Two.'), list(paragraph('Three.')));
    expect(taken(content, {}, { kind: 'move', after: 2 })).toEqual([
      paragraph('Two.'),
      paragraph('One', cite(article, 0)),
      list(paragraph('Three.')),
    ]);
    expect(taken(content, { block: 3 }, { kind: 'move', after: -1 })).toEqual([
      paragraph('Three.'),
      paragraph('One', cite(article, 0)),
      paragraph('Two.'),
    ]);
  });

  it('get and lose bold and italics', () => {
    const bold: SuggestedChange = { kind: 'format', mark: 'bold', isOn: true };
    const once = applySuggestion(two, at({ start: 0, end: 3 }), bold);
    expect(once.ok && blocksOf(once.value)[0]).toEqual(
      paragraph({ type: 'text', text: 'One', marks: [{ type: 'bold' }] }, '.'),
    );
    const back = once.ok && applySuggestion(once.value, at({ start: 0, end: 3 }), { ...bold, isOn: false });
    expect(back && (back.ok ? back.value : back.error)).toEqual(two);
  });
});

describe('any suggestion on any memo', () => {
  const change: fc.Arbitrary<SuggestedChange> = fc.oneof(
    fc.record({
      kind: fc.constant('words' as const),
      text: fc.constantFrom('', 'new', `a${OBJECT}b`, 'two\nlines', OBJECT, `${OBJECT}${OBJECT}`),
    }),
    fc.record({
      kind: fc.constant('format' as const),
      mark: fc.constantFrom('bold' as const, 'italic' as const),
      isOn: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('insert-block' as const),
      text: fc.constantFrom('New.', 'New.\nNewer.', ''),
      isBefore: fc.boolean(),
    }),
    fc.constantFrom<SuggestedChange>({ kind: 'remove-block' }, { kind: 'join' }, { kind: 'split' }),
    fc.record({ kind: fc.constant('move' as const), after: fc.integer({ min: -1, max: 30 }) }),
  );

  const evidence = (content: MemoContent): readonly string[] =>
    [
      ...listCitations(content),
      ...writtenBlocks(content).flatMap(({ node }) => (node.type === 'figure' ? node.attrs.sha256 : [])),
    ]
      .map((each) => JSON.stringify(each))
      .toSorted();

  it('leaves all evidence as it is, and makes a memo', () => {
    let count = 0;
    fc.assert(
      fc.property(anyContent, change, fc.nat(99), fc.nat(30), fc.nat(30), (content, wanted, which, a, b) => {
        const blocks = writtenBlocks(content);
        const block = which % blocks.length;
        for (const field of writtenFields) {
          const text = blocks[block]?.texts.find((each) => each.field === field)?.text;
          const length = text?.length ?? 0;
          const [start, end] = [Math.min(a, b, length), Math.min(Math.max(a, b), length)];
          const applied = applySuggestion(content, { block, field, start, end }, wanted);
          if (text === undefined || !applied.ok) continue;
          count += 1;
          expect(evidence(applied.value)).toEqual(evidence(content));
          expect(memoContentSchema.parse(applied.value)).toEqual(applied.value);
        }
      }),
      { numRuns: 200, seed: 45_596 },
    );
    expect(count).toBeGreaterThan(100);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoIdSchema, remarkIdSchema, roundIdSchema } from '#domain/ids.ts';
import type { MemoBlock, MemoContent } from '#domain/memo/memo-content.ts';
import { describePlace } from '#domain/memo/round/place-remarks.ts';
import {
  type Comment,
  remarkSchema,
  type SuggestedChange,
  type Suggestion,
} from '#domain/memo/round/remark.ts';
import { type Settling, settleRemarks } from '#domain/memo/round/settle-remarks.ts';
import { textOf, writtenBlocks } from '#domain/memo/round/written-blocks.ts';
import { toTimestamp } from '#domain/time.ts';
import { newSampleId } from '../../../../support/archive/sample-ids.ts';
import { writeArticle } from '../../../../support/memo/written-article.ts';
import { cite, paragraph, section } from '../../../../support/memo/written-memo.ts';

const memoOf = (...blocks: readonly MemoBlock[]): MemoContent => ({
  type: 'doc',
  content: [section('analysis', 'Analysis', ...blocks)],
});
const at = toTimestamp(Date.parse('2024-04-24T16:20:00.000Z'));
const roundId = roundIdSchema.parse(newSampleId());
const memoId = memoIdSchema.parse(newSampleId());

const shared = () => ({
  ...{ id: remarkIdSchema.parse(newSampleId()), memoId, roundId, context: '', saidAt: at, reason: '' },
  ...{ state: 'open', createdAt: at, updatedAt: at },
});

type Range = { readonly block?: number; readonly start: number; readonly end: number };

const suggestAt = (
  content: MemoContent,
  { block = 1, start, end }: Range,
  change: SuggestedChange,
  writer = 'J. Miller',
): Suggestion => {
  const place = describePlace(content, { block, field: 'text', start, end });
  const made = remarkSchema.parse({
    ...shared(),
    ...{ kind: 'suggestion', place, writer, isTracked: true, change, refusal: null },
  });
  if (made.kind !== 'suggestion') throw new Error('it is a suggestion');
  return made;
};

/** A change of `exact` of block 1, where it stands first. */
const suggest = (content: MemoContent, exact: string, text: string, writer?: string): Suggestion => {
  const block = writtenBlocks(content)[1];
  const start = (block === undefined ? '' : (textOf(block, 'text') ?? '')).indexOf(exact);
  return suggestAt(content, { start, end: start + exact.length }, { kind: 'words', text }, writer);
};

const comment = (content: MemoContent): Comment => {
  const place = describePlace(content, { block: 1, field: 'text', start: 0, end: 3 });
  const made = remarkSchema.parse({
    ...shared(),
    ...{ kind: 'comment', place, writer: 'K. Osei', text: 'Who?', repliesTo: null },
  });
  if (made.kind !== 'comment') throw new Error('it is a comment');
  return made;
};

const take = ({ id }: Suggestion, reason = ''): Settling => ({ remarkId: id, state: 'taken', reason });
const textsOf = (content: MemoContent): readonly string[] =>
  writtenBlocks(content)
    .slice(1)
    .map((block) => textOf(block, 'text') ?? '');

const then = memoOf(paragraph('The ministry listed four firms before the autumn.'), paragraph('It ends.'));
const settle = (
  content: MemoContent,
  remarks: readonly (Suggestion | Comment)[],
  settled: readonly Settling[],
) => settleRemarks({ content, remarks, snapshots: [{ roundId, content: then }] }, settled, at);

describe('settling remarks', () => {
  it('takes changes of several places at once, also where the memo was edited meanwhile', () => {
    const remarks = [
      suggest(then, 'listed', 'named'),
      suggest(then, 'four', 'at least four'),
      suggest(then, 'before the autumn', 'by May'),
    ];
    const now = memoOf(
      paragraph('Before.'),
      paragraph('As known, the ministry listed four firms before the autumn.'),
    );
    const { content, changed, left } = settle(
      now,
      remarks,
      remarks.map((each) => take(each, 'right')),
    );
    expect(textsOf(content)).toEqual(['Before.', 'As known, the ministry named at least four firms by May.']);
    expect(changed.map(({ state, reason }) => [state, reason])).toEqual(Array(3).fill(['taken', 'right']));
    expect(left).toEqual([]);
  });

  it('declines the other change of the same words, and says why', () => {
    const mine = suggest(then, 'before the autumn', 'by May');
    const other = suggest(then, 'the autumn', 'the recess', 'K. Osei');
    const { content, changed } = settle(then, [mine, other], [take(mine)]);
    expect(textsOf(content)[0]).toBe('The ministry listed four firms by May.');
    expect(changed.find(({ id }) => id === other.id)).toMatchObject({
      state: 'declined',
      reason: 'Another change of the same words was taken, by J. Miller.',
    });
  });

  it('counts the same change by another as taken', () => {
    const mine = suggest(then, 'listed', 'named');
    const other = suggest(then, 'listed', 'named', 'K. Osei');
    const { content, changed } = settle(then, [mine, other], [take(mine)]);
    expect(textsOf(content)[0]).toBe('The ministry named four firms before the autumn.');
    expect(changed.find(({ id }) => id === other.id)?.state).toBe('taken');
  });

  it('leaves alone what has no place, what would alter evidence, and what was refused', () => {
    const article = writeArticle(['The port closed.'], ['The port closed']);
    const cited = memoOf(paragraph('It closed', cite(article, 0), ' today.'));
    const gone = suggest(then, 'four', 'five');
    const evidence = suggestAt(cited, { start: 3, end: 10 }, { kind: 'words', text: 'shut' });
    const refused = {
      ...suggest(then, 'listed', 'x'),
      refusal: { why: 'quotation' as const, words: 'listed' },
    };
    const after = settleRemarks(
      { content: cited, remarks: [gone, evidence, refused], snapshots: [{ roundId, content: cited }] },
      [take(gone), take(evidence), take(refused)],
      at,
    );
    expect(after.content).toEqual(cited);
    expect(after.changed).toEqual([]);
    expect(new Map(after.left.map(({ remarkId, why }) => [remarkId, why]))).toEqual(
      new Map([
        [gone.id, 'no-place'],
        [evidence.id, 'citation'],
        [refused.id, 'refused'],
      ]),
    );
  });

  it('keeps the memo where comments are answered and changes declined', () => {
    const [said, wanted] = [comment(then), suggest(then, 'four', 'five')];
    const { content, changed } = settle(
      then,
      [said, wanted],
      [
        { remarkId: said.id, state: 'done', reason: 'The ministry.' },
        { remarkId: wanted.id, state: 'declined', reason: 'Four is right.' },
      ],
    );
    expect(content).toBe(then);
    expect(changed).toEqual([
      { ...said, state: 'done', reason: 'The ministry.', updatedAt: at },
      { ...wanted, state: 'declined', reason: 'Four is right.', updatedAt: at },
    ]);
  });

  it('reopens no change that was taken: that is undone', () => {
    const wanted = { ...suggest(then, 'four', 'five'), state: 'taken' as const };
    const { changed, left } = settle(then, [wanted], [{ remarkId: wanted.id, state: 'open', reason: '' }]);
    expect(changed).toEqual([]);
    expect(left).toEqual([{ remarkId: wanted.id, why: 'not-that-state' }]);
  });

  it('splits and changes words of one paragraph without mistaking their places', () => {
    const remarks = [
      suggest(then, 'listed four', 'named five'),
      suggestAt(then, { start: 25, end: 25 }, { kind: 'split' }),
      suggestAt(then, { block: 2, start: 0, end: 0 }, { kind: 'remove-block' }),
      suggestAt(then, { start: 0, end: 0 }, { kind: 'join' }),
    ];
    const { content, left } = settle(
      then,
      remarks,
      remarks.map((each) => take(each)),
    );
    expect(textsOf(content).join('|')).toBe('The ministry named five |firms before the autumn.');
    expect(left.map(({ why }) => why)).toEqual(['no-place']);
  });

  it('gives the same as one after the other, whatever the order in which they are named', () => {
    const line = 'alpha bravo charlie delta echo foxtrot golf hotel india juliet';
    const words = line.split(' ');
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1 }), (chosen) => {
        const before = memoOf(paragraph(line));
        const remarks = chosen.map((word) => suggest(before, word, word.toUpperCase().slice(0, 3)));
        const memo = { content: before, remarks, snapshots: [{ roundId, content: before }] };
        const { content } = settleRemarks(
          memo,
          remarks.map((each) => take(each)),
          at,
        );
        const expected = words.map((word) => (chosen.includes(word) ? word.toUpperCase().slice(0, 3) : word));
        expect(textsOf(content)).toEqual([expected.join(' ')]);
      }),
    );
  });
});

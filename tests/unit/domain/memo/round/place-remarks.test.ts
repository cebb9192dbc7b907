import { describe, expect, it } from 'vitest';
import { memoIdSchema, remarkIdSchema, roundIdSchema } from '#domain/ids.ts';
import type { MemoBlock, MemoContent } from '#domain/memo/memo-content.ts';
import { placeRemarks } from '#domain/memo/round/place-remarks.ts';
import { type Remark, remarkSchema } from '#domain/memo/round/remark.ts';
import { textOf, writtenBlocks } from '#domain/memo/round/written-blocks.ts';
import { toTimestamp } from '#domain/time.ts';
import { newSampleId } from '../../../../support/archive/sample-ids.ts';
import { paragraph, section } from '../../../../support/memo/written-memo.ts';

const memoOf = (...blocks: readonly MemoBlock[]): MemoContent => ({
  type: 'doc',
  content: [section('analysis', 'Analysis', ...blocks)],
});
const at = toTimestamp(Date.parse('2024-04-24T16:20:00.000Z'));
const roundId = roundIdSchema.parse(newSampleId());

/** A comment on the words `exact` of block 1, as they stand in `content`. */
const commentOn = (content: MemoContent, exact: string, inRound: boolean): Remark => {
  const block = writtenBlocks(content)[1];
  const text = block === undefined ? '' : (textOf(block, 'text') ?? '');
  const start = text.indexOf(exact);
  const end = start + exact.length;
  return remarkSchema.parse({
    kind: 'comment',
    id: remarkIdSchema.parse(newSampleId()),
    memoId: memoIdSchema.parse(newSampleId()),
    roundId: inRound ? roundId : null,
    place: {
      ...{ block: 1, field: 'text', start, end, exact: exact.slice(0, 64) },
      prefix: text.slice(Math.max(0, start - 64), start),
      suffix: text.slice(end, end + 64),
    },
    ...{
      context: '',
      writer: 'J. Miller',
      saidAt: at,
      reason: '',
      text: 'Who?',
      repliesTo: null,
      state: 'open',
    },
    ...{ createdAt: at, updatedAt: at },
  });
};

const saidAt = (remark: Remark, then: MemoContent, now: MemoContent): string | null => {
  const place = placeRemarks([remark], [{ roundId, content: then }], now).get(remark.id);
  const block = place === undefined ? undefined : writtenBlocks(now)[place.block];
  return place === undefined || block === undefined
    ? null
    : (textOf(block, place.field) ?? '').slice(place.start, place.end);
};

describe('the places of remarks in the memo of today', () => {
  const then = memoOf(paragraph('The ministry listed four firms, and the port listed two.'));
  const now = memoOf(
    paragraph('New above.'),
    paragraph('As known, the ministry listed four firms, and the port listed two.'),
  );

  it('are carried from what the reviewers got', () => {
    expect(saidAt(commentOn(then, 'the port', true), then, now)).toBe('the port');
  });

  it('are found by their words where no copy of the memo of then is kept', () => {
    expect(saidAt(commentOn(then, 'listed four firms', false), then, now)).toBe('listed four firms');
    expect(saidAt(commentOn(then, 'listed four firms', false), then, memoOf(paragraph('Gone.')))).toBeNull();
  });

  it('are told apart by what stands around words that stand twice', () => {
    const comment = commentOn(then, 'listed', false);
    const swapped = memoOf(paragraph('The port listed two; the ministry listed four firms.'));
    const place = placeRemarks([comment], [], swapped).get(comment.id);
    expect(place?.start).toBe('The port listed two; the ministry '.length);
  });

  it('are none where the words stand several times alike', () => {
    const comment = commentOn(memoOf(paragraph('listed')), 'listed', false);
    expect(
      saidAt(comment, then, memoOf(paragraph('x'), paragraph('listed'), paragraph('listed'))),
    ).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { memoIdSchema, remarkIdSchema, roundIdSchema } from '#domain/ids.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { describePlace, placeRemarks } from '#domain/memo/round/place-remarks.ts';
import { type Remark, remarkSchema } from '#domain/memo/round/remark.ts';
import { textOf, writtenBlocks } from '#domain/memo/round/written-blocks.ts';
import { toTimestamp } from '#domain/time.ts';
import {
  countByWriter,
  everyRemark,
  namesOfRound,
  type RemarkFilter,
  remarkRows,
  takingAllOf,
} from '#renderer/memos/review/remark-rows.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';
import { paragraph, section } from '../../../support/memo/written-memo.ts';

const content: MemoContent = {
  type: 'doc',
  content: [
    section('analysis', 'Analysis', paragraph('The ministry listed four firms before the autumn.')),
    section('gaps', 'Gaps', paragraph('Nobody knows which port was meant.')),
  ],
};
const at = toTimestamp(Date.parse('2024-04-24T16:20:00.000Z'));
const roundId = roundIdSchema.parse(newSampleId());

const placeOf = (words: string) => {
  for (const block of writtenBlocks(content)) {
    const start = (textOf(block, 'text') ?? '').indexOf(words);
    const end = start + words.length;
    if (start !== -1) return describePlace(content, { block: block.block, field: 'text', start, end });
  }
  return null;
};

const make = (words: string, writer: string, more: object): Remark =>
  remarkSchema.parse({
    ...{ id: remarkIdSchema.parse(newSampleId()), memoId: memoIdSchema.parse(newSampleId()), roundId },
    ...{ place: placeOf(words), context: '', writer, saidAt: at, reason: '', state: 'open' },
    ...{ createdAt: at, updatedAt: at },
    ...more,
  });
const comment = (words: string, text: string, more: object = {}) =>
  make(words, 'J. Miller', { kind: 'comment', text, repliesTo: null, ...more });
const change = (words: string, text: string, writer = 'J. Miller', more: object = {}) =>
  make(words, writer, {
    ...{ kind: 'suggestion', isTracked: true, change: { kind: 'words', text }, refusal: null },
    ...more,
  });

const port = comment('port', 'Which?');
const reply = comment('port', 'The northern one.', { repliesTo: port.id });
const four = change('four', 'five');
const autumn = change('the autumn', 'May');
const rival = change('before the autumn', 'soon', 'K. Osei');
const gone = change('no such words', 'x');
const taken = change('listed', 'named', 'K. Osei', { state: 'taken' });
const remarks = [port, gone, rival, reply, autumn, four, taken];
const places = placeRemarks(remarks, [{ roundId, content }], content);
const listed = (filter: Partial<RemarkFilter> = {}) =>
  remarkRows(remarks, places, content, { ...everyRemark, ...filter }).map((row) => [
    row.section,
    row.remarks.map(({ id }) => id),
    row.replies.length,
  ]);

describe('the rows of the panel Review', () => {
  it('stand in the order of the memo, with replies, and changes of the same words in one', () => {
    expect(listed()).toEqual([
      ['Analysis', [taken.id], 0],
      ['Analysis', [four.id], 0],
      ['Analysis', [rival.id, autumn.id], 0],
      ['Gaps', [port.id], 1],
      [null, [gone.id], 0],
    ]);
  });

  it('are those that are open, of one reviewer, or of one kind', () => {
    expect(listed({ state: 'open' }).map(([, ids]) => ids)).not.toContainEqual([taken.id]);
    expect(listed({ kind: 'comment' })).toEqual([['Gaps', [port.id], 1]]);
    // A choice is listed whole, whoever of them is sought.
    expect(listed({ writer: 'K. Osei', state: 'open' })).toEqual([['Analysis', [rival.id, autumn.id], 0]]);
  });

  it('are counted by reviewer, replies apart', () => {
    expect(countByWriter(remarks)).toEqual([
      { writer: 'J. Miller', comments: 1, replies: 1, changes: 3, open: 4 },
      { writer: 'K. Osei', comments: 0, replies: 0, changes: 2, open: 1 },
    ]);
  });

  it('stand below each reviewer once, by the name in the document that came back', () => {
    const counts = countByWriter([comment('port', 'Which?', { writer: 'Jane Miller' }), rival]);
    const reviewers = ['J. Miller', 'K. Osei', 'R. Stahl'];
    const back = ['J. Miller', 'K. Osei'];
    expect(namesOfRound({ reviewers }, back, counts)).toEqual(['R. Stahl', 'Jane Miller', 'K. Osei']);
    // Whose own document is still to come is named beside whom another document names.
    expect(namesOfRound({ reviewers: ['J. Miller'] }, [], counts)).toEqual([
      'J. Miller',
      'Jane Miller',
      'K. Osei',
    ]);
  });

  it('of a reviewer are taken all at once, but for what needs a choice or has no place', () => {
    const all = takingAllOf('J. Miller', remarks, places);
    expect(all.taken.map(({ id }) => id)).toEqual([four.id]);
    expect(all.left).toEqual([
      '1 comment',
      '1 change of words that others change too',
      '1 change of words that are gone',
    ]);
  });
});

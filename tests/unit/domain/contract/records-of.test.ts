import { describe, expect, it } from 'vitest';
import { articleDelete, articleOpen } from '#domain/contract/article.ts';
import { memoCreate } from '#domain/contract/memo.ts';
import { passageEdit } from '#domain/contract/passage.ts';
import { EVERYTHING } from '#domain/contract/request.ts';
import { reviewConfirm } from '#domain/contract/review.ts';
import { recordsOf } from '#domain/contract/supersede.ts';
import { trashEmpty, trashPurge, trashRestore } from '#domain/contract/trash.ts';
import { undoRedo, undoUndo } from '#domain/contract/undo.ts';

const id = (number: number): string => `0190f000-0000-7000-8000-00000000000${number}`;
const onPassage = { articleId: id(1), passageId: id(2) };

describe('the records of a request', () => {
  it('are those that an edit of a passage names, and no article for the passages in it', () => {
    const tags = { kind: 'tag', add: [id(3)], remove: [id(4)] };
    expect(recordsOf(passageEdit, { ...onPassage, edit: tags })).toEqual([id(2), id(3), id(4)]);
    const speaker = { kind: 'source', sourceId: null };
    expect(recordsOf(passageEdit, { ...onPassage, edit: speaker })).toEqual([id(2)]);
    expect(recordsOf(articleDelete, { articleId: id(1) })).toEqual([id(1)]);
  });

  it('are what is restored, what is confirmed, and what a memo begins with', () => {
    expect(recordsOf(trashRestore, { rows: [{ kind: 'tag', id: id(5) }] })).toEqual([id(5)]);
    expect(recordsOf(reviewConfirm, { passages: [onPassage] })).toEqual([id(2)]);
    const from = { kind: 'passages', passageIds: [id(6), id(7)] };
    expect(recordsOf(memoCreate, { from })).toEqual(expect.arrayContaining([id(6), id(7)]));
  });

  it('are all for what goes a step back or empties the trash, and none for a question', () => {
    for (const request of [undoUndo, undoRedo, trashEmpty, trashPurge])
      expect(recordsOf(request, {})).toEqual([EVERYTHING]);
    expect(recordsOf(articleOpen, { articleId: id(1) })).toEqual([]);
  });
});

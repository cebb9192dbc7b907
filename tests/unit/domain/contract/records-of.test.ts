import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '#domain/contract/request.ts';
import { recordsOf } from '#domain/contract/supersede.ts';

const id = (number: number): string => `0190f000-0000-7000-8000-00000000000${number}`;
const onPassage = { articleId: id(1), passageId: id(2) };

describe('the records of a request', () => {
  it('are those that an edit of a passage names, and no article for the passages in it', () => {
    const tags = { kind: 'tag', add: [id(3)], remove: [id(4)] };
    expect(recordsOf('passage:edit', { ...onPassage, edit: tags })).toEqual([id(2), id(3), id(4)]);
    const speaker = { kind: 'source', sourceId: null };
    expect(recordsOf('passage:edit', { ...onPassage, edit: speaker })).toEqual([id(2)]);
    expect(recordsOf('article:delete', { articleId: id(1) })).toEqual([id(1)]);
  });

  it('are what is restored, what is confirmed, and what a memo begins with', () => {
    expect(recordsOf('trash:restore', { rows: [{ kind: 'tag', id: id(5) }] })).toEqual([id(5)]);
    expect(recordsOf('review:confirm', { passages: [onPassage] })).toEqual([id(2)]);
    const from = { kind: 'passages', passageIds: [id(6), id(7)] };
    expect(recordsOf('memo:create', { from })).toEqual(expect.arrayContaining([id(6), id(7)]));
  });

  it('are all for what goes a step back or empties the trash, and none for a question', () => {
    for (const name of ['undo:undo', 'undo:redo', 'trash:empty', 'trash:purge'] as const)
      expect(recordsOf(name, {})).toEqual([EVERYTHING]);
    expect(recordsOf('article:open', { articleId: id(1) })).toEqual([]);
  });
});

import type { GraphNode } from '#domain/contract/graph.ts';
import type { Thing } from '#domain/graph/thing.ts';
import { seekCitation, seekJudgement } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { seekCell } from '#renderer/window/sought-cell.ts';

type Wish = Parameters<typeof goTo>[0];

const placeOf = (thing: Thing): Wish => {
  switch (thing.kind) {
    case 'source':
    case 'name':
      return { view: 'sources', sourceId: thing.sourceId };
    case 'article':
      return { view: 'articles', articleId: thing.articleId };
    case 'passage':
      return { view: 'articles', articleId: thing.articleId, passageId: thing.passageId };
    case 'event':
      return { view: 'chronology', eventId: thing.eventId };
    case 'board':
    case 'cell':
      return { view: 'boards', boardId: thing.boardId };
    case 'memo':
    case 'judgement':
      return { view: 'memos', memoId: thing.memoId };
  }
};

/**
 * Requests that the place in a memo or on a board is shown once it is open: a judgement, a cell, or where it uses a
 * passage.
 */
const seekIn = ({ thing, detail, children }: GraphNode, root: Thing): void => {
  if (thing.kind === 'judgement') seekJudgement(thing.memoId, Number(detail));
  if (thing.kind === 'cell') seekCell(thing);
  const used =
    root.kind === 'passage' ? root : children.find((child) => child.thing.kind === 'passage')?.thing;
  if (used?.kind !== 'passage') return;
  if (thing.kind === 'memo') seekCitation(thing.memoId, used.passageId);
  if (thing.kind === 'board') seekCell({ boardId: thing.boardId, passageId: used.passageId });
};

/** Goes to a thing; to the trash if it is there. */
export const goToNode = (node: GraphNode, root: Thing): void => {
  const isInTrash = node.states.some(({ kind }) => kind === 'trashed');
  if (!isInTrash) seekIn(node, root);
  goTo(isInTrash ? { view: 'trash' } : placeOf(node.thing));
};

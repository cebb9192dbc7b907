import type { ArticleBulkChange } from '#domain/contract/bulk-change.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { sayDone } from '#renderer/window/notices.ts';

type Wordings = {
  readonly [K in ArticleBulkChange['does']]: (
    count: string,
    change: Extract<ArticleBulkChange, { does: K }>,
  ) => string;
};

const states = { unread: 'unread', reading: 'in progress', read: 'read' } as const;

const wordings: Wordings = {
  tag: (count, { add }) => (add.length > 0 ? `Tagged ${count}` : `Removed a tag from ${count}`),
  state: (count, { state }) => `Marked ${count} as ${states[state]}`,
  publication: (count, { publicationId }) =>
    publicationId === null ? `Publication cleared on ${count}` : `Publication set on ${count}`,
  marking: (count, { marking }) =>
    marking === null ? `Marking cleared on ${count}` : `${printMarking(marking)} set on ${count}`,
  delete: (count) => `Moved ${count} to the trash`,
};

const wordDone = (change: ArticleBulkChange, changed: number): string => {
  if (changed === 0) return 'Nothing to change';
  // The kind of a change picks its own wording: the types can't follow that through the table.
  const word = wordings[change.does] as (count: string, change: ArticleBulkChange) => string;
  return word(printCount(changed, 'article'), change);
};

/** Does one change to all of the articles, says how many it changed, and offers to undo it. */
export const changeArticles = async (
  articleIds: readonly ArticleId[],
  change: ArticleBulkChange,
): Promise<boolean> => {
  const answer = await act('bulk:change-articles', { articleIds: [...articleIds], change });
  if (!answer.ok) return false;
  const said = wordDone(change, answer.value.changed);
  if (answer.value.changed === 0) sayDone(said);
  else sayUndoable(said);
  return true;
};

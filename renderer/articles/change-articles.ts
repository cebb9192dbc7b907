import type { ArticleBulkChange } from '#domain/contract/bulk-change.ts';
import { bulkChangeArticles } from '#domain/contract/many-articles.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayChangedMany, type Wordings } from '#renderer/parts/say-changed-many.ts';

const states = { unread: 'unread', reading: 'in progress', read: 'read' } as const;

const wordings: Wordings<ArticleBulkChange> = {
  tag: (count, { add }) => (add.length > 0 ? `Tagged ${count}` : `Removed a tag from ${count}`),
  state: (count, { state }) => `Marked ${count} as ${states[state]}`,
  publication: (count, { publicationId }) =>
    publicationId === null ? `Publication cleared on ${count}` : `Publication set on ${count}`,
  marking: (count, { marking }) =>
    marking === null ? `Marking cleared on ${count}` : `${printMarking(marking)} set on ${count}`,
  delete: (count) => `Moved ${count} to the trash`,
};

/** Makes one change to all of the articles, says how many it changed, and offers to undo it. */
export const changeArticles = async (
  articleIds: readonly ArticleId[],
  change: ArticleBulkChange,
): Promise<boolean> => {
  const answer = await act(bulkChangeArticles, { articleIds: [...articleIds], change });
  if (!answer.ok) return false;
  sayChangedMany(wordings, change, answer.value.changed, (count) => printCount(count, 'article'));
  return true;
};

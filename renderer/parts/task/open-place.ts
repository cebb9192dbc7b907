import type { TaskRow } from '#domain/contract/task.ts';
import { goTo } from '#renderer/window/navigation.ts';

/** Goes to what the task is on. */
export const openPlace = ({ place }: TaskRow): void => {
  if (place.on === 'passage') {
    goTo({ view: 'articles', articleId: place.articleId, passageId: place.passageId });
  }
  if (place.on === 'article') goTo({ view: 'articles', articleId: place.articleId });
  if (place.on === 'memo') goTo({ view: 'memos', memoId: place.memoId });
};

import type { Found } from '#domain/contract/search.ts';
import { seekJudgement } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { showPad } from '#renderer/window/pad-pane.ts';

/** Goes to the place that a hit of the palette leads to. */
export const goToFound = (found: Found): void => {
  switch (found.kind) {
    case 'article':
      goTo({ view: 'articles', articleId: found.articleId });
      break;
    case 'passage':
      goTo({ view: 'articles', articleId: found.articleId, passageId: found.passageId });
      break;
    case 'memo':
      if (found.judgement !== null) seekJudgement(found.memoId, found.judgement);
      goTo({ view: 'memos', memoId: found.memoId });
      break;
    case 'pad':
      showPad();
      break;
    case 'tag':
      goTo({ view: 'tags', tagId: found.tagId });
      break;
    case 'source':
      goTo({ view: 'sources', sourceId: found.sourceId });
      break;
  }
};

import type { GraphPassage } from '#domain/insights/graph/contradictions.ts';
import { searchOf } from '#domain/insights/insight-table.ts';
import { finishTyped } from '#domain/search/written/open-ended.ts';
import { openPassage } from '#renderer/parts/passage/acts/use-passage-commands.ts';
import { showRelated } from '#renderer/parts/passage/related/related-store.ts';
import { shownText } from '#renderer/parts/search/saved/saved-search-acts.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import type { Asked } from './charts/chart-props.ts';

/** Shows the passages behind a mark: Passages, with the search of the charts and what the mark stands for. */
export const openPassages = (text: string, ...asked: readonly Asked[]): void => {
  const search = searchOf(finishTyped(text), ...asked);
  if (search === null) return;
  setViewState('passages.text', shownText(search.trim()));
  goTo({ view: 'passages' });
  focusTarget('passages-table');
};

/** Shows the passage that a relation goes from, and beside it all that is related to it: the other one among them. */
export const openPair = ({ id, articleId }: GraphPassage): void =>
  void openPassage(id).then(() => showRelated({ articleId, passageId: id }));

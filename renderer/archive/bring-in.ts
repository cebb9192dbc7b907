/** Takes or discards another tool's export after its preview. */
import {
  type BroughtIn,
  type BroughtPreview,
  importDiscardBrought,
  importTakeBrought,
} from '#domain/contract/import-brought.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** Discards the export that was read. */
export const discardBrought = ({ draftId }: BroughtPreview): void =>
  void act(importDiscardBrought, { draftId });

const sayMade = (noun: 'tag' | 'source', made: number, changed: number): void => {
  const filled = changed === 0 ? '' : `, filled ${printCount(changed, noun)}`;
  const show = () => goTo({ view: noun === 'tag' ? 'tags' : 'sources' });
  sayDone(`Added ${printCount(made, noun)}${filled}`, { name: 'Show', run: show });
};

const sayTodosTaken = ({ tasks, tasksChanged }: BroughtIn): void =>
  sayDone(`Changed ${printCount(tasksChanged, 'task')}, added ${printCount(tasks, 'new task')}`, {
    name: 'Show',
    run: () => goTo({ view: 'tasks' }),
  });

const sayTaken = ({ articleIds, known, passages }: BroughtIn): void => {
  const [articleId] = articleIds;
  const show = () => goTo({ view: 'articles', ...(articleIds.length === 1 && { articleId }) });
  const onKnown = known === 0 ? '' : `, and checked ${printCount(known, 'existing article')}`;
  sayDone(
    `Imported ${printCount(articleIds.length, 'article')} and ${printCount(passages, 'passage')}${onKnown}`,
    { name: 'Show', run: show },
  );
};

/** Takes the export as previewed, and of a calendar the chosen to-dos; returns whether that was done. */
export const takeBrought = async (
  { draftId, tool, rows, sources }: BroughtPreview,
  label: LabelId,
  uids: readonly string[],
): Promise<boolean> => {
  const answer = await act(importTakeBrought, { draftId, label, uids: [...uids] });
  if (!answer.ok) return false;
  const taken = answer.value;
  if (tool === 'calendar') sayTodosTaken(taken);
  else if (rows.length > 0) sayTaken(taken);
  else if (sources.length > 0) sayMade('source', taken.sources, taken.sourcesChanged);
  else sayMade('tag', taken.tags, taken.tagsChanged);
  return true;
};

/** Bringing in what another tool has exported: it is read, shown, and taken or not. */
import { create } from 'zustand';
import { forToolCommands } from '#domain/command/tool-commands.ts';
import type { BroughtIn, BroughtPreview } from '#domain/contract/import-brought.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import type { Label } from '#domain/passage/label.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** The export that is shown before it is taken; null for none. */
export const useBrought = create<{ readonly preview: BroughtPreview | null }>(() => ({ preview: null }));

const bringIn = async (tool: Tool): Promise<void> => {
  await flushAll();
  const answer = await act('import:choose-export', { tool });
  if (answer.ok) useBrought.setState({ preview: answer.value });
};

/** A command for each tool. */
export const bringInCommands = forToolCommands(
  ({ tool }) =>
    () =>
      void bringIn(tool),
);

export const discardBrought = ({ draftId }: BroughtPreview): void => {
  useBrought.setState({ preview: null });
  void act('import:discard-brought', { draftId });
};

const sayMade = (noun: 'tag' | 'source', made: number, changed: number): void => {
  const filled = changed === 0 ? '' : `, filled ${printCount(changed, noun)}`;
  const show = () => goTo({ view: noun === 'tag' ? 'tags' : 'sources' });
  sayDone(`Made ${printCount(made, noun)}${filled}`, { name: 'Show', run: show });
};

const sayTodosTaken = ({ tasks, tasksChanged }: BroughtIn): void =>
  sayDone(`Changed ${printCount(tasksChanged, 'task')}, made ${printCount(tasks, 'new task')}`, {
    name: 'Show',
    run: () => goTo({ view: 'tasks' }),
  });

const sayTaken = ({ articleIds, known, passages }: BroughtIn): void => {
  const [articleId] = articleIds;
  const show = () => goTo({ view: 'articles', ...(articleIds.length === 1 && { articleId }) });
  const onKnown =
    known === 0
      ? ''
      : `, and looked at ${printCount(known, 'article')} that ${known === 1 ? 'was' : 'were'} here`;
  sayDone(
    `Brought in ${printCount(articleIds.length, 'article')} and ${printCount(passages, 'passage')}${onKnown}`,
    { name: 'Show', run: show },
  );
};

/** Takes the export as it was shown, and of a calendar the to-dos that were chosen. It stays shown where that fails. */
export const takeBrought = async (
  { draftId, tool, rows, sources }: BroughtPreview,
  label: Label,
  uids: readonly string[],
): Promise<void> => {
  const answer = await act('import:take-brought', { draftId, label, uids: [...uids] });
  if (!answer.ok) return;
  useBrought.setState({ preview: null });
  const taken = answer.value;
  if (tool === 'calendar') sayTodosTaken(taken);
  else if (rows.length > 0) sayTaken(taken);
  else if (sources.length > 0) sayMade('source', taken.sources, taken.sourcesChanged);
  else sayMade('tag', taken.tags, taken.tagsChanged);
};

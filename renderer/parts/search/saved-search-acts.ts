/** Acts on a saved search, wherever it is listed. */

import { type SearchRow, searchDelete, searchMove } from '#domain/contract/search.ts';
import type { MemoTemplate } from '#domain/memo/memo.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { askForMemo } from '#renderer/parts/memo/ask-for-memo.tsx';
import type { MenuEntry } from '#renderer/ui/overlays/Menu.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';

/** The text of a saved search as a field shows it: the space ends its last word. */
export const shownText = (text: string): string => (text === '' ? '' : `${text} `);

/** Shows what a saved search finds: in Passages, or in the search of everything. */
export const openSearch = ({ text, scope }: Pick<SearchRow, 'text' | 'scope'>): void => {
  const view = scope === 'passages' ? 'passages' : 'search';
  setViewState(`${view}.text`, shownText(text));
  if (view === 'search') setViewState('search.kind', null);
  goTo({ view });
};

export const deleteSearch = async ({ id, name }: SearchRow): Promise<void> => {
  const answer = await act(searchDelete, { searchId: id });
  if (answer.ok) sayUndoable(`Deleted saved search: ${name}`);
};

/** Begins a memo with the passages that a saved search finds, optionally in the form `template`. */
export const newMemoFrom = ({ id, name }: SearchRow, template?: MemoTemplate): void =>
  askForMemo({
    from: { kind: 'search', searchId: id },
    name: `Saved search “${name}”`,
    ...(template !== undefined && { template }),
  });

/** The menu entries of a saved search; `all` are the saved searches in order. */
export const searchEntries = (
  search: SearchRow,
  all: readonly SearchRow[],
  onRename: () => void,
): readonly MenuEntry[] => {
  const at = all.findIndex(({ id }) => id === search.id);
  const move = (beforeId: SearchRow['id'] | null): void =>
    void act(searchMove, { searchId: search.id, beforeId });
  return [
    { id: 'rename', name: 'Rename…', run: onRename },
    { id: 'up', name: 'Move up', isDisabled: at <= 0, run: () => move(all[at - 1]?.id ?? null) },
    {
      id: 'down',
      name: 'Move down',
      isDisabled: at === -1 || at === all.length - 1,
      run: () => move(all[at + 2]?.id ?? null),
    },
    'separator',
    { id: 'memo', name: 'New memo from this search…', run: () => newMemoFrom(search) },
    {
      id: 'annex',
      name: 'Evidence annex of it…',
      run: () => newMemoFrom(search, 'evidence-annex'),
    },
    'separator',
    { id: 'delete', name: 'Delete', isDangerous: true, run: () => void deleteSearch(search) },
  ];
};

import { BookmarkPlus, BookmarkX, FilePlus } from 'lucide-react';
import { useState } from 'react';
import type { PassageFilter } from '#domain/search/filters.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand, useCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { useMemoSource } from '#renderer/window/new-memo-source.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { isSameFilter } from './change-filter.ts';
import { SaveSearch } from './SaveSearch.tsx';

/** Gives the filter a name, or takes it away again where it has one. */
export const SavedSearchActs = ({ filter }: { readonly filter: PassageFilter }) => {
  const [isSaving, setIsSaving] = useState(false);
  const { data: searches } = useQuery('search:list', {});
  const saved = searches?.find((search) => isSameFilter(search.filter, filter));
  const remove = async (): Promise<void> => {
    if (saved === undefined) return;
    const answer = await act('search:delete', { searchId: saved.id });
    if (answer.ok) {
      sayDone(`No longer saved: ${saved.name}`, { name: 'Undo', run: () => runCommand('edit.undo') });
    }
  };
  useCommand('search.save', () => setIsSaving(true), searches !== undefined && saved === undefined);
  const newMemo = (): void => {
    if (saved === undefined) return;
    const from = { kind: 'search', searchId: saved.id } as const;
    useMemoSource.setState({ source: { from, name: `Saved search “${saved.name}”` } });
  };
  useCommand('search.new-memo', newMemo, saved !== undefined);
  useCommand('search.forget', () => void remove(), saved !== undefined);
  return (
    <>
      {saved === undefined ? (
        <Button isSmall variant="quiet" onPress={() => setIsSaving(true)}>
          <BookmarkPlus size={14} aria-hidden /> Save search
        </Button>
      ) : (
        <>
          <Button isSmall variant="quiet" onPress={newMemo}>
            <FilePlus size={14} aria-hidden /> New memo
          </Button>
          <Button isSmall variant="quiet" onPress={() => void remove()}>
            <BookmarkX size={14} aria-hidden /> Delete “{saved.name}”
          </Button>
        </>
      )}
      {isSaving && <SaveSearch filter={filter} onClose={() => setIsSaving(false)} />}
    </>
  );
};

import { Bookmark, BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { searchList, searchSave } from '#domain/contract/search.ts';
import { newSearchIdSchema } from '#domain/ids.ts';
import type { SearchScope } from '#domain/search/saved-search.ts';
import { finishTyped } from '#domain/search/written-conditions.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { outcomeOf } from '#renderer/bridge/outcome.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import { RenameSearch, SearchName } from './RenameSearch.tsx';
import { deleteSearch, newMemoFrom, searchEntries, shownText } from './saved-search-acts.ts';

export type SavedSearchActsProps = {
  readonly text: string;
  readonly scope: SearchScope;
  /** Called with the text as saved. */
  readonly onChange: (text: string) => void;
  /** Where to go once the search is saved. */
  readonly onSaved: () => void;
};

type SaveSearchProps = {
  readonly text: string;
  readonly scope: SearchScope;
  /** Called with the text as saved; without it if it was not saved. */
  readonly onClose: (saved?: string) => void;
};

/** Names the search, which then appears in the sidebar. */
const SaveSearch = ({ text, scope, onClose }: SaveSearchProps) => {
  const save = async (name: string): Promise<void> => {
    const input = { searchId: newId(newSearchIdSchema), name, text, scope };
    const answer = await act(searchSave, input);
    const outcome = outcomeOf(searchSave, input, answer);
    if (outcome === 'refused') return;
    onClose(answer.ok ? answer.value.text : text);
    if (outcome === 'saved') sayDone(`Saved: ${name}. Added to the sidebar.`);
  };
  return <SearchName title="Save this search" submitName="Save" onSubmit={save} onClose={() => onClose()} />;
};

/** Saves the search under a name; for a saved one, shows the name and the acts on it. */
export const SavedSearchActs = ({ text, scope, onChange, onSaved }: SavedSearchActsProps) => {
  const [asking, setAsking] = useState<'save' | 'rename' | null>(null);
  const { data: searches } = useQuery(searchList, {});
  const finished = finishTyped(text);
  const saved = searches?.find((search) => search.scope === scope && search.text === finished);
  const canSave = searches !== undefined && saved === undefined && text.trim() !== '';
  useCommand('search.save', () => setAsking('save'), canSave);
  useCommand('search.new-memo', () => saved !== undefined && newMemoFrom(saved), saved !== undefined);
  useCommand('search.forget', () => saved !== undefined && void deleteSearch(saved), saved !== undefined);
  const afterDialog = useAfterDialog(asking === 'save');
  const close = (savedText?: string): void => {
    if (savedText !== undefined) {
      onChange(shownText(savedText));
      afterDialog(onSaved);
    }
    setAsking(null);
  };
  return (
    <>
      {canSave && (
        <Button isSmall variant="quiet" onPress={() => setAsking('save')}>
          <BookmarkPlus size={14} aria-hidden /> Save search
        </Button>
      )}
      {saved !== undefined && (
        <Menu
          label={`Saved search: ${saved.name}`}
          entries={searchEntries(saved, searches ?? [], () => setAsking('rename'))}
          trigger={
            <Button isSmall variant="quiet">
              <Bookmark size={14} aria-hidden /> {saved.name}
            </Button>
          }
        />
      )}
      {asking === 'save' && <SaveSearch text={text} scope={scope} onClose={close} />}
      {asking === 'rename' && saved !== undefined && (
        <RenameSearch search={saved} onClose={() => setAsking(null)} />
      )}
    </>
  );
};

import { useState } from 'react';
import { type SearchRow, searchRename } from '#domain/contract/search.ts';
import { limitOf } from '#domain/limit-of.ts';
import { savedSearchSchema } from '#domain/search/saved-search.ts';
import { act } from '#renderer/bridge/act.ts';
import { outcomeOf } from '#renderer/bridge/outcome.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

type SearchNameProps = {
  readonly title: string;
  readonly submitName: string;
  readonly first?: string;
  readonly onSubmit: (name: string) => Promise<void>;
  readonly onClose: () => void;
};

/** Asks for the name of a saved search. */
export const SearchName = ({ title, submitName, first = '', onSubmit, onClose }: SearchNameProps) => {
  const [name, setName] = useState(first);
  return (
    <FormDialog
      title={title}
      submitName={submitName}
      isReady={name.trim() !== ''}
      onSubmit={() => onSubmit(name.trim())}
      onClose={onClose}
    >
      <TextField
        label="Name"
        autoFocus
        maxLength={limitOf(savedSearchSchema.shape.name)}
        value={name}
        onChange={setName}
      />
    </FormDialog>
  );
};

export type RenameSearchProps = { readonly search: SearchRow; readonly onClose: () => void };

/** Renames a saved search. */
export const RenameSearch = ({ search, onClose }: RenameSearchProps) => {
  const save = async (name: string): Promise<void> => {
    const input = { searchId: search.id, name };
    if (outcomeOf(searchRename, input, await act(searchRename, input)) !== 'refused') onClose();
  };
  return (
    <SearchName
      title="Rename the saved search"
      submitName="Rename"
      first={search.name}
      onSubmit={save}
      onClose={onClose}
    />
  );
};

import { useState } from 'react';
import type { SearchRow } from '#domain/contract/search.ts';
import { limitOf } from '#domain/limit-of.ts';
import { savedSearchSchema } from '#domain/search/saved-search.ts';
import { act } from '#renderer/bridge/act.ts';
import { outcomeOf } from '#renderer/bridge/outcome.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

export type RenameSearchProps = { readonly search: SearchRow; readonly onClose: () => void };

/** Gives a saved search another name. */
export const RenameSearch = ({ search, onClose }: RenameSearchProps) => {
  const [name, setName] = useState(search.name);
  const save = async (): Promise<void> => {
    const input = { searchId: search.id, name: name.trim() };
    if (outcomeOf('search:rename', input, await act('search:rename', input)) !== 'refused') onClose();
  };
  return (
    <FormDialog
      title="Rename the saved search"
      submitName="Rename"
      isReady={name.trim() !== ''}
      onSubmit={save}
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

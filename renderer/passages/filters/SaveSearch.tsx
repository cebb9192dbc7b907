import { useState } from 'react';
import { newSearchIdSchema } from '#domain/ids.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { outcomeOf } from '#renderer/bridge/outcome.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { sayDone } from '#renderer/window/notices.ts';

export type SaveSearchProps = { readonly filter: PassageFilter; readonly onClose: () => void };

/** Gives the filter a name; it then stands in the rail. */
export const SaveSearch = ({ filter, onClose }: SaveSearchProps) => {
  const [name, setName] = useState('');
  const save = async (): Promise<void> => {
    const input = { searchId: newId(newSearchIdSchema), name: name.trim(), filter };
    const outcome = outcomeOf('search:save', input, await act('search:save', input));
    if (outcome === 'refused') return;
    onClose();
    if (outcome === 'saved') sayDone(`Saved: ${name.trim()}. It stands in the rail.`);
  };
  return (
    <FormDialog
      title="Save this search"
      submitName="Save"
      isReady={name.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField label="Name" autoFocus maxLength={80} value={name} onChange={setName} />
    </FormDialog>
  );
};

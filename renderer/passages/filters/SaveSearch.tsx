import { useState } from 'react';
import type { PassageFilter } from '#domain/search/filters.ts';
import { act } from '#renderer/bridge/act.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { sayDone } from '#renderer/window/notices.ts';

export type SaveSearchProps = { readonly filter: PassageFilter; readonly onClose: () => void };

/** Gives the filter a name; it then stands in the rail. */
export const SaveSearch = ({ filter, onClose }: SaveSearchProps) => {
  const [name, setName] = useState('');
  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    const answer = await act('search:save', { name: name.trim(), filter });
    if (!answer.ok) return;
    onClose();
    sayDone(`Saved: ${name.trim()}. It stands in the rail.`);
  };
  return (
    <Dialog
      title="Save this search"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        maxLength={80}
        value={name}
        onChange={setName}
        onKeyDown={(event) => event.key === 'Enter' && void save()}
      />
    </Dialog>
  );
};

import { useState } from 'react';
import type { SourceId } from '#domain/ids.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Select } from '#renderer/ui/fields/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { kindOptions } from './source-kinds.ts';
import styles from './sources.module.css';

export type NewSourceProps = { readonly onClose: () => void; readonly onMade: (id: SourceId) => void };

export const NewSource = ({ onClose, onMade }: NewSourceProps) => {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<SourceKind>('organisation');
  const make = async (): Promise<void> => {
    if (name.trim() === '') return;
    const answer = await act('source:ensure', { name: name.trim(), kind, parentId: null });
    if (!answer.ok) return;
    onClose();
    onMade(answer.value.id);
  };
  return (
    <Dialog
      title="New source"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void make()}>
            Make
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label="Name"
          autoFocus
          maxLength={200}
          value={name}
          onChange={setName}
          onKeyDown={(event) => event.key === 'Enter' && void make()}
        />
        <Select label="Kind" options={kindOptions} value={kind} onChange={setKind} />
      </div>
    </Dialog>
  );
};

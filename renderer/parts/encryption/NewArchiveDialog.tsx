import { useState } from 'react';
import { act, sayError } from '#renderer/bridge/act.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { AcceptNoRecovery } from './AcceptNoRecovery.tsx';
import { endEncryptionWish } from './encryption-wish.ts';
import { isGood, NewPassphrase } from './NewPassphrase.tsx';

/** Asks for the name of a new archive, and for the passphrase of one that is encrypted from its first file on. */
export const NewArchiveDialog = () => {
  const [name, setName] = useState('');
  const [isEncrypted, setEncrypted] = useState(false);
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [isAccepted, setAccepted] = useState(false);
  const isReady = name.trim() !== '' && (!isEncrypted || (isGood(typed) && isAccepted));
  const submit = async (): Promise<void> => {
    const input = { name: name.trim(), passphrase: isEncrypted ? typed.first : null };
    const answer = await act('archive:new', input, { saysFailure: true });
    // A place that was not chosen leads back to what was filled in.
    if (!answer.ok && answer.error.code === 'cancelled') return;
    endEncryptionWish();
    if (!answer.ok) sayError(answer.error);
  };
  return (
    <FormDialog
      title="New archive"
      submitName="Choose where…"
      isReady={isReady}
      onSubmit={submit}
      onClose={endEncryptionWish}
    >
      <p>
        It becomes a folder of this name. This archive is saved and closed, and stays where it is: “Open
        another archive…” leads back to it.
      </p>
      <TextField label="Name" autoFocus value={name} onChange={setName} />
      <Checkbox isSelected={isEncrypted} onChange={setEncrypted}>
        Encrypt it with a passphrase
      </Checkbox>
      {isEncrypted && (
        <>
          <NewPassphrase label="Passphrase" value={typed} onChange={setTyped} />
          <p>In the clear stay: names of files and folders, sizes and times, and the name of the archive.</p>
          <AcceptNoRecovery isSelected={isAccepted} onChange={setAccepted} />
        </>
      )}
    </FormDialog>
  );
};

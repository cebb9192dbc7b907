import { useState } from 'react';
import { act, sayError } from '#renderer/bridge/act.ts';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { AcceptNoRecovery } from './AcceptNoRecovery.tsx';
import { endEncryptionWish } from './encryption-wish.ts';
import { isGood, NewPassphrase } from './NewPassphrase.tsx';

/** Asks for the passphrase of an archive that is to be encrypted, and says before what can't be undone. */
export const EncryptDialog = () => {
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [isAccepted, setAccepted] = useState(false);
  const submit = async (): Promise<void> => {
    const answer = await act('encryption:turn-on', { passphrase: typed.first }, { saysFailure: true });
    endEncryptionWish();
    if (!answer.ok) sayError(answer.error);
  };
  return (
    <FormDialog
      title="Encrypt the archive"
      submitName="Encrypt"
      isReady={isGood(typed) && isAccepted}
      onSubmit={submit}
      onClose={endEncryptionWish}
    >
      <p>
        Every file with words in it is encrypted, those in the trash and the versions before as well. The
        archive is closed for it and opened again. The age program opens the files too, with key.age and the
        passphrase.
      </p>
      <NewPassphrase label="Passphrase" autoFocus value={typed} onChange={setTyped} />
      <p>
        In the clear stay: names of files and folders, sizes and times, the title of the archive, what was
        backed up or kept in Git before, and what you export. Undo begins anew.
      </p>
      <AcceptNoRecovery isSelected={isAccepted} onChange={setAccepted} />
    </FormDialog>
  );
};

import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import { EncryptDialog } from './EncryptDialog.tsx';
import { endEncryptionWish, useEncryptionWish } from './encryption-wish.ts';
import { NewArchiveDialog } from './NewArchiveDialog.tsx';
import { isGood, NewPassphrase } from './NewPassphrase.tsx';

type CurrentProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly refusal: AppError | null;
};

/** The passphrase as it is now. */
const Current = ({ value, onChange, refusal }: CurrentProps) => {
  const words = refusal === null ? null : errorWords(refusal);
  return (
    <TextField
      label="Current passphrase"
      type="password"
      autoComplete="off"
      // What was refused may be typed again: only main knows whether it is right.
      validationBehavior="aria"
      autoFocus
      value={value}
      onChange={onChange}
      {...(words === null ? {} : { error: `${words.title} ${words.advice}` })}
    />
  );
};

/** A wrong passphrase is typed again, with the focus in its field; what else fails ends the dialog. */
const useRefusal = () => {
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [times, setTimes] = useState(0);
  const settle = (error: AppError): void => {
    if (error.code === 'wrong-passphrase') {
      setRefusal(error);
      setTimes(times + 1);
      return;
    }
    endEncryptionWish();
    sayError(error);
  };
  return { refusal, times, settle };
};

const PassphraseDialog = () => {
  const [from, setFrom] = useState('');
  const [typed, setTyped] = useState({ first: '', second: '' });
  const { refusal, times, settle } = useRefusal();
  const submit = async (): Promise<void> => {
    const input = { from, to: typed.first };
    const answer = await act('encryption:change-passphrase', input, { saysFailure: true });
    if (!answer.ok) return settle(answer.error);
    endEncryptionWish();
    sayDone('The archive now opens with the new passphrase');
  };
  return (
    <FormDialog
      title="Change the passphrase"
      submitName="Change"
      isReady={from !== '' && isGood(typed)}
      onSubmit={submit}
      onClose={endEncryptionWish}
    >
      <Current key={times} value={from} onChange={setFrom} refusal={refusal} />
      <NewPassphrase label="New passphrase" value={typed} onChange={setTyped} />
      <p>Only key.age is written anew. Backups that were taken before still open with the old passphrase.</p>
    </FormDialog>
  );
};

const DecryptDialog = () => {
  const [typed, setTyped] = useState('');
  const { refusal, times, settle } = useRefusal();
  const submit = async (): Promise<void> => {
    const answer = await act('encryption:turn-off', { passphrase: typed }, { saysFailure: true });
    if (!answer.ok) return settle(answer.error);
    endEncryptionWish();
  };
  return (
    <FormDialog
      title="Remove the encryption"
      submitName="Remove it"
      isReady={typed !== ''}
      onSubmit={submit}
      onClose={endEncryptionWish}
    >
      <p>
        Every file is brought back into the clear, and can be read by whoever has the folder. The archive is
        closed for it and opened again.
      </p>
      <Current key={times} value={typed} onChange={setTyped} refusal={refusal} />
    </FormDialog>
  );
};

const dialogs = {
  new: NewArchiveDialog,
  encrypt: EncryptDialog,
  passphrase: PassphraseDialog,
  decrypt: DecryptDialog,
};

/** Asks for what a new archive, or the encryption of this one, needs, as long as that is wanted. */
export const EncryptionDialogs = () => {
  const wish = useEncryptionWish((state) => state.wish);
  if (wish === null) return null;
  const Shown = dialogs[wish];
  return <Shown />;
};

import { useState } from 'react';
import { isLongEnough, MIN_PASSPHRASE_CHARACTERS } from '#domain/archive/passphrase.ts';
import { archiveNew, archiveOpenOther } from '#domain/contract/archive.ts';
import {
  encryptionChangePassphrase,
  encryptionLock,
  encryptionTurnOff,
  encryptionTurnOn,
} from '#domain/contract/encryption.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { type CloseDialog, openDialog } from '#renderer/window/dialogs.tsx';
import { sayDone } from '#renderer/window/notices.ts';

type DialogProps = Pick<CloseDialog, 'close'>;

type CurrentProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly refusal: AppError | null;
};

/** The current passphrase. */
const Current = ({ value, onChange, refusal }: CurrentProps) => {
  const words = refusal === null ? null : errorWords(refusal);
  return (
    <TextField
      label="Current passphrase"
      type="password"
      autoComplete="off"
      // A refused value may be submitted again: only main knows whether it is right.
      validationBehavior="aria"
      autoFocus
      value={value}
      onChange={onChange}
      {...(words === null ? {} : { error: `${words.title} ${words.advice}` })}
    />
  );
};

/** After a wrong passphrase its field is focused again; any other failure closes the dialog. */
const useRefusal = (close: () => void) => {
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [times, setTimes] = useState(0);
  const settle = (error: AppError): void => {
    if (error.code === 'wrong-passphrase') {
      setRefusal(error);
      setTimes(times + 1);
      return;
    }
    close();
    sayError(error);
  };
  return { refusal, times, settle };
};

/** A passphrase with its repetition. */
type TypedTwice = { readonly first: string; readonly second: string };

const isGood = ({ first, second }: TypedTwice): boolean => first === second && isLongEnough(first);

type NewPassphraseProps = {
  readonly label: string;
  readonly autoFocus?: boolean;
  readonly value: TypedTwice;
  readonly onChange: (value: TypedTwice) => void;
};

const NewPassphrase = ({ label, autoFocus = false, value, onChange }: NewPassphraseProps) => {
  const { first, second } = value;
  const isDifferent = second !== '' && !first.startsWith(second);
  return (
    <>
      <TextField
        label={label}
        type="password"
        autoComplete="off"
        autoFocus={autoFocus}
        hint={`At least ${MIN_PASSPHRASE_CHARACTERS} characters: five or six unrelated words.`}
        value={first}
        onChange={(next) => onChange({ first: next, second })}
      />
      <TextField
        label="Repeat"
        type="password"
        autoComplete="off"
        value={second}
        onChange={(next) => onChange({ first, second: next })}
        {...(isDifferent ? { error: 'The two entries differ.' } : {})}
      />
    </>
  );
};

const PassphraseDialog = ({ close }: DialogProps) => {
  const [from, setFrom] = useState('');
  const [typed, setTyped] = useState({ first: '', second: '' });
  const { refusal, times, settle } = useRefusal(close);
  const submit = async (): Promise<void> => {
    const input = { from, to: typed.first };
    const answer = await act(encryptionChangePassphrase, input, { saysFailure: true });
    if (!answer.ok) return settle(answer.error);
    close();
    sayDone('The archive now opens with the new passphrase');
  };
  return (
    <FormDialog
      title="Change the passphrase"
      submitName="Change"
      isReady={from !== '' && isGood(typed)}
      onSubmit={submit}
      onClose={close}
    >
      <Current key={times} value={from} onChange={setFrom} refusal={refusal} />
      <NewPassphrase label="New passphrase" value={typed} onChange={setTyped} />
      <p>Only key.age is rewritten. Earlier backups still open with the old passphrase.</p>
    </FormDialog>
  );
};

const DecryptDialog = ({ close }: DialogProps) => {
  const [typed, setTyped] = useState('');
  const { refusal, times, settle } = useRefusal(close);
  const submit = async (): Promise<void> => {
    const answer = await act(encryptionTurnOff, { passphrase: typed }, { saysFailure: true });
    if (!answer.ok) return settle(answer.error);
    close();
  };
  return (
    <FormDialog
      title="Remove the encryption"
      submitName="Remove encryption"
      isReady={typed !== ''}
      onSubmit={submit}
      onClose={close}
    >
      <p>Decrypts every file, so anyone with the folder can read them. The archive closes and reopens.</p>
      <Current key={times} value={typed} onChange={setTyped} refusal={refusal} />
    </FormDialog>
  );
};

type AcceptNoRecoveryProps = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
};

/** Must be accepted before anything is encrypted. */
const AcceptNoRecovery = (props: AcceptNoRecoveryProps) => (
  <Checkbox {...props}>
    I understand that nobody can open the archive without the passphrase, and that it can’t be reset.
  </Checkbox>
);

/** Asks for the passphrase before an archive is encrypted, and warns of what can't be undone. */
const EncryptDialog = ({ close }: DialogProps) => {
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [isAccepted, setAccepted] = useState(false);
  const submit = async (): Promise<void> => {
    const answer = await act(encryptionTurnOn, { passphrase: typed.first }, { saysFailure: true });
    close();
    if (!answer.ok) sayError(answer.error);
  };
  return (
    <FormDialog
      title="Encrypt the archive"
      submitName="Encrypt"
      isReady={isGood(typed) && isAccepted}
      onSubmit={submit}
      onClose={close}
    >
      <p>
        Encrypts all text, including trash and earlier versions. The archive closes and reopens. The age
        program can also open the files, with key.age and the passphrase.
      </p>
      <NewPassphrase label="Passphrase" autoFocus value={typed} onChange={setTyped} />
      <p>
        Not encrypted: names, sizes and times of files, the title of the archive, and exports. Earlier backups
        and Git versions stay unencrypted. The undo history starts over.
      </p>
      <AcceptNoRecovery isSelected={isAccepted} onChange={setAccepted} />
    </FormDialog>
  );
};

/** Asks for the name of a new archive, and for the passphrase if it is encrypted from the start. */
const NewArchiveDialog = ({ close }: DialogProps) => {
  const [name, setName] = useState('');
  const [isEncrypted, setEncrypted] = useState(false);
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [isAccepted, setAccepted] = useState(false);
  const isReady = name.trim() !== '' && (!isEncrypted || (isGood(typed) && isAccepted));
  const submit = async (): Promise<void> => {
    const input = { name: name.trim(), passphrase: isEncrypted ? typed.first : null };
    const answer = await act(archiveNew, input, { saysFailure: true });
    // If no folder was chosen, the form stays open as filled in.
    if (!answer.ok && answer.error.code === 'cancelled') return;
    close();
    if (!answer.ok) sayError(answer.error);
  };
  return (
    <FormDialog
      title="New archive"
      submitName="Choose where…"
      isReady={isReady}
      onSubmit={submit}
      onClose={close}
    >
      <p>
        The archive becomes a folder of this name. The current archive closes and stays in place; “Open
        another archive…” reopens it.
      </p>
      <TextField label="Name" autoFocus value={name} onChange={setName} />
      <Checkbox isSelected={isEncrypted} onChange={setEncrypted}>
        Encrypt the archive with a passphrase
      </Checkbox>
      {isEncrypted && (
        <>
          <NewPassphrase label="Passphrase" value={typed} onChange={setTyped} />
          <p>Not encrypted: names of files and folders, sizes and times, and the name of the archive.</p>
          <AcceptNoRecovery isSelected={isAccepted} onChange={setAccepted} />
        </>
      )}
    </FormDialog>
  );
};

const dialogs = {
  new: NewArchiveDialog,
  encrypt: EncryptDialog,
  passphrase: PassphraseDialog,
  decrypt: DecryptDialog,
};

/** Opens the dialog for a new archive, or for encrypting or decrypting this one. */
const askFor = (asked: keyof typeof dialogs): void => {
  const Asked = dialogs[asked];
  openDialog('encryption', ({ close }) => <Asked close={close} />);
};

/** Each is enabled where it applies. Pending edits are written before the window closes for it. */
export const useEncryptionCommands = (): void => {
  const isEncrypted = useAppState(({ app }) => app?.archive.isEncrypted === true);
  useCommand('archive.new', () => askFor('new'));
  useCommand('archive.open', () => void act(archiveOpenOther, {}));
  useCommand('archive.lock', () => void act(encryptionLock, {}), isEncrypted);
  useCommand('archive.encrypt', () => askFor('encrypt'), !isEncrypted);
  useCommand('archive.passphrase', () => askFor('passphrase'), isEncrypted);
  useCommand('archive.decrypt', () => askFor('decrypt'), isEncrypted);
};

import { useState } from 'react';
import { importUnlock } from '#domain/contract/import.ts';
import type { LockedId } from '#domain/ids.ts';
import { act, sayNotDone } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { sayFailed } from '#renderer/window/notices.ts';

/** A file that needs a password. */
export type LockedFile = { readonly lockedId: LockedId; readonly fileName: string };

type PasswordProps = LockedFile & { readonly close: () => void };

const Password = ({ lockedId, fileName, close }: PasswordProps) => {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    const answer = await act(importUnlock, { lockedId, password }, { saysFailure: true });
    if (!answer.ok && answer.error.code === 'password-wrong') {
      setError(errorWords(answer.error).title);
      return;
    }
    close();
    if (answer.ok) goTo({ view: 'articles', draftId: answer.value.draftId });
    else sayNotDone(answer.error);
  };
  const leave = (): void => {
    close();
    sayFailed(`${fileName} was not imported.`, 'The file needs a password, and is unchanged.');
  };
  return (
    <FormDialog
      title="This file is locked"
      submitName="Open"
      isReady={password !== ''}
      onSubmit={open}
      onClose={leave}
    >
      <p>{fileName} needs its password. Precis uses the password once and does not store it.</p>
      <TextField
        label="Password"
        type="password"
        autoComplete="off"
        autoFocus
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          setError(null);
        }}
        {...(error === null ? {} : { error })}
      />
    </FormDialog>
  );
};

/** Asks for the password of a file being imported, again after a wrong one. */
export const askForPassword = ({ lockedId, fileName }: LockedFile): void =>
  openDialog(`password ${lockedId}`, ({ close }) => (
    <Password lockedId={lockedId} fileName={fileName} close={close} />
  ));

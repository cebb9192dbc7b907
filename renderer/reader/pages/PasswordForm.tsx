import { useState } from 'react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import styles from './pages.module.css';

export type PasswordFormProps = {
  readonly isWrong: boolean;
  readonly onPassword: (password: string) => void;
};

/** Asks for the password of an original, each time that its pages are shown. */
export const PasswordForm = ({ isWrong, onPassword }: PasswordFormProps) => {
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.locked}
      // The browser would hold back a password that is typed after a wrong one.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onPassword(password);
      }}
    >
      <h2>These pages are locked</h2>
      <p>
        The PDF asks for its password. It is not kept: the pages ask for it each time that they are shown.
      </p>
      <TextField
        label="Password"
        type="password"
        autoComplete="off"
        autoFocus
        value={password}
        onChange={setPassword}
        {...(isWrong && password === '' ? { error: 'That is not its password.' } : {})}
      />
      <Button variant="primary" type="submit" isDisabled={password === ''}>
        Show the pages
      </Button>
    </form>
  );
};

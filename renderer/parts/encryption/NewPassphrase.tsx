import { isLongEnough, MIN_PASSPHRASE_CHARACTERS } from '#domain/archive/passphrase.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';

/** A passphrase that is typed twice. */
export type TypedTwice = { readonly first: string; readonly second: string };

export const isGood = ({ first, second }: TypedTwice): boolean => first === second && isLongEnough(first);

export type NewPassphraseProps = {
  readonly label: string;
  readonly autoFocus?: boolean;
  readonly value: TypedTwice;
  readonly onChange: (value: TypedTwice) => void;
};

export const NewPassphrase = ({ label, autoFocus = false, value, onChange }: NewPassphraseProps) => {
  const { first, second } = value;
  const isDifferent = second !== '' && !first.startsWith(second);
  return (
    <>
      <TextField
        label={label}
        type="password"
        autoComplete="off"
        autoFocus={autoFocus}
        hint={`At least ${MIN_PASSPHRASE_CHARACTERS} characters: five or six words that have nothing to do with each other.`}
        value={first}
        onChange={(next) => onChange({ first: next, second })}
      />
      <TextField
        label="Once more"
        type="password"
        autoComplete="off"
        value={second}
        onChange={(next) => onChange({ first, second: next })}
        {...(isDifferent ? { error: 'It differs from the first.' } : {})}
      />
    </>
  );
};

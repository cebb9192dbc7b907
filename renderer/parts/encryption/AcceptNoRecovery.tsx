import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';

export type AcceptNoRecoveryProps = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
};

/** What has to be accepted before anything is encrypted. */
export const AcceptNoRecovery = (props: AcceptNoRecoveryProps) => (
  <Checkbox {...props}>
    I know that a lost passphrase is final: nobody can open the archive without it, and nothing resets it.
  </Checkbox>
);

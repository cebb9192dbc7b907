import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { Part } from './Part.tsx';
import styles from './settings.module.css';

const times = [
  { id: '1', name: '1 minute' },
  { id: '5', name: '5 minutes' },
  { id: '15', name: '15 minutes' },
  { id: '30', name: '30 minutes' },
  { id: '60', name: '1 hour' },
  { id: '0', name: 'Never' },
] as const;

/** The matching choice; a value edited by hand in the file shows as the next longer one. */
const timeOf = (minutes: number): (typeof times)[number]['id'] =>
  times.find(({ id }) => minutes > 0 && Number(id) >= minutes)?.id ?? '0';

const Clear = () => (
  <>
    <p className={styles.quiet}>
      Anyone with access to the folder can read this archive. An encrypted archive opens only with its
      passphrase. Nobody can restore a lost passphrase.
    </p>
    <div className={styles.acts}>
      <Button onPress={() => runCommand('archive.encrypt')}>Encrypt the archive…</Button>
    </div>
  </>
);

const Encrypted = () => {
  const { lockAfterMinutes } = useSettings();
  return (
    <>
      <p className={styles.quiet}>
        The files of this archive are encrypted, and so are its backups and zips. Exports are not. The search
        index is kept in memory and rebuilt at each start.
      </p>
      <div className={styles.narrow}>
        <Select
          label="Lock after no activity for"
          options={times}
          value={timeOf(lockAfterMinutes)}
          onChange={(id) => void changeSettings({ lockAfterMinutes: Number(id) })}
        />
      </div>
      <p className={styles.quiet}>The archive also locks when the computer sleeps or its screen is locked.</p>
      <div className={styles.acts}>
        <Button onPress={() => runCommand('archive.lock')}>Lock now</Button>
        <Button onPress={() => runCommand('archive.passphrase')}>Change the passphrase…</Button>
        <Button onPress={() => runCommand('archive.decrypt')}>Remove the encryption…</Button>
      </div>
    </>
  );
};

/** Whether the archive's files are encrypted, and when it locks. */
export const EncryptionPart = () => {
  const isEncrypted = useAppState(({ app }) => app?.archive.isEncrypted === true);
  return <Part>{isEncrypted ? <Encrypted /> : <Clear />}</Part>;
};

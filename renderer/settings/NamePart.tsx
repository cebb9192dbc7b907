import { writerNameOf } from '#domain/written-by.ts';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { Part } from './Part.tsx';
import styles from './settings.module.css';

/** The name on the records of an archive that several analysts share. */
export const NamePart = () => {
  const { analystName } = useSettings();
  return (
    <Part title="Your name">
      <div className={styles.narrow}>
        <CommitField
          label="Name on your records"
          hint="For an archive that several people share: each passage, tag, task, source and memo says who changed it last. Leave it empty and records bear no name."
          value={analystName}
          onCommit={async (text) => {
            await changeSettings({ analystName: writerNameOf(text) ?? '' });
            return true;
          }}
        />
      </div>
      <p className={styles.quiet}>
        Kept in the archive’s files from now on, and exported with passages. Never taken from this computer’s
        user name, and never printed in a memo.
      </p>
    </Part>
  );
};

import { AnalystNameField } from '#renderer/parts/writer/AnalystNameField.tsx';
import { Part } from './Part.tsx';
import styles from './settings.module.css';

/** The name on the records of an archive that several analysts share. */
export const NamePart = () => (
  <Part title="Your name">
    <div className={styles.narrow}>
      <AnalystNameField
        label="Name on your records"
        hint="For an archive that several people share: each passage, tag, task, source and memo says who changed it last. Leave it empty and records bear no name."
      />
    </div>
    <p className={styles.quiet}>
      Kept in the archive’s files from now on, and exported with passages. Never taken from this computer’s
      user name, and never printed in a memo.
    </p>
  </Part>
);

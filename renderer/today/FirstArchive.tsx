import { useAppState } from '#renderer/bridge/app-state.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { AnalystNameField } from '#renderer/parts/writer/AnalystNameField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './today.module.css';

/** Where what is imported will lie, and under which name: changed now, before there is anything to move. */
export const FirstArchive = () => {
  const archive = useAppState(({ app }) => app?.archive);
  return (
    <div className={styles.setUp}>
      <div>
        <p className="quiet-words">
          Your archive, a folder of {archive?.isEncrypted === true ? 'encrypted' : 'plain'} files
        </p>
        <p>
          <code>{archive?.folder}</code>
        </p>
        <div className={styles.setUpActs}>
          <Button isSmall onPress={() => runCommand('archive.new')}>
            New archive…
          </Button>
          <Button isSmall onPress={() => runCommand('archive.open')}>
            Open another archive…
          </Button>
        </div>
      </div>
      <AnalystNameField
        label="Your name on records (optional)"
        hint="For an archive that several people share. Never printed in a memo."
      />
      <div>
        <p className="quiet-words">New to Precis?</p>
        <div className={styles.setUpActs}>
          <Button isSmall onPress={() => runCommand('help.tour')}>
            Take the tour
          </Button>
          <Button isSmall onPress={() => runCommand('help.guide')}>
            User guide
          </Button>
        </div>
      </div>
    </div>
  );
};

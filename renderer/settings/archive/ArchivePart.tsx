import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useToday } from '#renderer/window/today.ts';
import { Part } from '../Part.tsx';
import styles from '../settings.module.css';
import { InboxBox } from './InboxBox.tsx';
import { watchWords } from './watch-words.ts';

/** The archive, where it lies, and the folder from which files come into it by themselves. */
export const ArchivePart = () => {
  const app = useAppState((state) => state.app);
  const watch = useAppState((state) => state.watch);
  const { isArchiveShared } = useSettings();
  const { data: lastRepair } = useQuery('check:last-repair', {});
  const today = useToday();
  return app === null ? null : (
    <Part title="Archive">
      <dl className={joinClasses('facts-list', styles.facts)}>
        <dt>Title</dt>
        <dd>{app.archive.title}</dd>
        <dt>Folder</dt>
        <dd>
          <code>{app.archive.folder}</code>
        </dd>
        <dt>Other programs</dt>
        <dd>{watchWords(watch)}</dd>
      </dl>
      {!app.archive.isEncrypted && (
        <p className={styles.quiet}>
          Plain JSON files, one folder for each article and memo. They can be read without Precis.
        </p>
      )}
      <Switch
        isSelected={isArchiveShared}
        onChange={(isOn) => void changeSettings({ isArchiveShared: isOn })}
      >
        Allow other accounts on this computer to read the files
      </Switch>
      <p className={styles.quiet}>
        Off, what Precis writes is readable by you alone. Turn it on for a folder that several people share.
        It holds for what is written from now on.
      </p>
      <InboxBox />
      <div className={styles.acts}>
        <Button onPress={() => runCommand('archive.check')}>Check the archive…</Button>
        {lastRepair !== null && lastRepair !== undefined && (
          <Button onPress={() => runCommand('archive.take-back-repair')}>
            Take back the repair of {printInstantDay(lastRepair.repairedAt, today)}
          </Button>
        )}
        <Button onPress={() => runCommand('archive.export')}>Export as a zip…</Button>
        <Button onPress={() => runCommand('archive.unpack')}>Unpack a zip…</Button>
        {app.archive.hasSample && (
          <Button onPress={() => runCommand('sample.remove')}>Remove the sample</Button>
        )}
      </div>
    </Part>
  );
};

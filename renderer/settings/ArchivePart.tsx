import { Trash2 } from 'lucide-react';
import {
  type AddedOcrLanguage,
  type OcrLanguage,
  printOcrLanguage,
  shippedOcrLanguages,
} from '#domain/article/machine/ocr-languages.ts';
import { printBytes } from '#domain/backup/print-amount.ts';
import { checkLastRepair } from '#domain/contract/check.ts';
import type { WatchState } from '#domain/contract/events.ts';
import { type InboxState, inboxLabel, inboxState } from '#domain/contract/inbox.ts';
import { ocrAddLanguage, ocrLanguages, ocrPutBack, ocrRemoveLanguage } from '#domain/contract/ocr.ts';
import { act } from '#renderer/bridge/act.ts';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { showInboxReport, useInbox } from '#renderer/parts/inbox-acts.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { useToday } from '#renderer/window/today.ts';
import { Line, Part, SwitchLine } from './Part.tsx';
import styles from './settings.module.css';

const whyPolling: Readonly<Record<Extract<WatchState, { mode: 'polling' }>['why'], string>> = {
  limit: 'because the system’s watch limit is reached',
  refused: 'because this computer does not report changes in this folder',
  remote: 'because the folder is on another computer that does not report changes',
};

/** How changes to the archive by Git, a sync or an editor are noticed. */
const watchWords = (watch: WatchState): string => {
  switch (watch.mode) {
    case 'starting':
      return 'The folder is not watched yet.';
    case 'events':
      return 'Changes by other programs appear here at once.';
    case 'polling':
      return `Precis checks for changes every two seconds, ${whyPolling[watch.why]}.`;
    case 'off':
      return 'The watcher failed. Changes by other programs appear when you reopen the archive. Nothing is overwritten.';
  }
};

/** Why nothing is imported from the chosen folder. A disconnected disk is not an error: Precis waits for it. */
const troubleOf = ({ folder, isAway, refusal }: InboxState): string | null => {
  if (folder !== null && refusal !== null) {
    const { title, text } = errorWords({ code: 'inbox-refused', folder, why: refusal });
    return `${title} ${text}`;
  }
  return isAway ? 'This folder is missing or can’t be read. Precis watches it again when it can.' : null;
};

/** Which folder is watched for files to import, if any. */
export const InboxPart = () => {
  const { data: state } = useQuery(inboxState, {});
  const hasReport = useInbox(({ outcomes }) => outcomes.length > 0);
  if (state === undefined) return null;
  const trouble = troubleOf(state);
  return (
    <Part title="Inbox">
      <Line
        title="Inbox folder"
        help="Precis imports each file in this folder once it is complete. The file does not change."
      >
        {state.folder === null ? 'None' : <code>{state.folder}</code>}
      </Line>
      {trouble !== null && (
        <p role="status" className={styles.quiet}>
          {trouble}
        </p>
      )}
      <div className={styles.acts}>
        <Button onPress={() => runCommand('inbox.folder')}>
          {state.folder === null ? 'Choose an inbox folder…' : 'Change the inbox folder…'}
        </Button>
        {state.folder !== null && <Button onPress={() => runCommand('inbox.stop')}>Stop watching</Button>}
        {hasReport && <Button onPress={showInboxReport}>Inbox report</Button>}
      </div>
    </Part>
  );
};

const extensionSteps = [
  'Press “Show the extension”. Its folder opens.',
  'In the browser, open chrome://extensions and turn on Developer mode.',
  'Press “Load unpacked” and choose that folder.',
  'Press “Watch this folder” below.',
] as const;

const LastKept = ({ last }: { readonly last: NonNullable<InboxState['lastKept']> }) => (
  <Line title="Last page kept" help={printInstantDay(last.at, useToday())}>
    <Button variant="quiet" onPress={() => goTo({ view: 'articles', articleId: last.articleId })}>
      {last.title ?? 'Untitled'}
    </Button>
  </Line>
);

/** The browser extension that keeps pages, and where they go. */
export const BrowserPart = () => {
  const { data: state } = useQuery(inboxState, {});
  const { offered } = useLabels();
  if (state === undefined) return null;
  const isWatched = state.folder === state.keepFolder;
  return (
    <Part title="Keep from the browser">
      <p className={styles.quiet}>
        For Chrome, Edge, Brave, Vivaldi and Chromium. One press saves the page and the words you selected.
        The words become a passage. Nothing is sent.
      </p>
      <ol className={styles.steps}>
        {extensionSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Line title="Pages are saved in" help={isWatched ? 'Precis watches this folder.' : 'Not watched yet.'}>
        <code>{state.keepFolder}</code>
      </Line>
      <Line title="Label of the passages">
        <Select
          label="Label of the passages"
          isLabelHidden
          options={offered.map(({ id, name }) => ({ id, name }))}
          value={state.label}
          onChange={(label) => void act(inboxLabel, { label })}
        />
      </Line>
      {state.lastKept !== null && <LastKept last={state.lastKept} />}
      <div className={styles.acts}>
        <Button onPress={() => runCommand('inbox.extension')}>Show the extension</Button>
        {!isWatched && <Button onPress={() => runCommand('inbox.watch-browser')}>Watch this folder</Button>}
      </div>
    </Part>
  );
};

/** The archive, its folder, and the acts on all of it. */
export const ArchivePart = () => {
  const app = useAppState((state) => state.app);
  const watch = useAppState((state) => state.watch);
  const { isArchiveShared } = useSettings();
  const { data: lastRepair } = useQuery(checkLastRepair, {});
  const today = useToday();
  return app === null ? null : (
    <Part title="This archive">
      <Line
        title={app.archive.title}
        help={
          <>
            <code>{app.archive.folder}</code>
            {!app.archive.isEncrypted && ' Plain JSON files, readable without Precis.'}
          </>
        }
      />
      <Line title="Other programs" help={watchWords(watch)} />
      <SwitchLine
        title="Allow other accounts on this computer to read the files"
        help="When off, only you can read the files. Applies to files written from now on."
        isOn={isArchiveShared}
        onChange={(isOn) => void changeSettings({ isArchiveShared: isOn })}
      />
      <div className={styles.acts}>
        <Button onPress={() => runCommand('archive.check')}>Check the archive…</Button>
        {lastRepair !== null && lastRepair !== undefined && (
          <Button onPress={() => runCommand('archive.take-back-repair')}>
            Undo the repair of {printInstantDay(lastRepair.repairedAt, today)}
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

const shippedNames = new Intl.ListFormat('en').format(shippedOcrLanguages.map(printOcrLanguage));

/** Reports a change to a language, and offers to undo it. */
const sayChanged = (language: OcrLanguage, title: string): void =>
  sayDone(
    `${title}: ${printOcrLanguage(language)}`,
    { name: 'Undo', run: () => void act(ocrPutBack, { language }) },
    'ocr-languages',
  );

const add = async (): Promise<void> => {
  const answer = await act(ocrAddLanguage, {});
  if (answer.ok) sayChanged(answer.value.language, 'Added');
};

const remove = async (language: OcrLanguage): Promise<void> => {
  const answer = await act(ocrRemoveLanguage, { language });
  if (answer.ok) sayChanged(language, 'Removed');
};

const LanguageItem = ({ language, bytes }: AddedOcrLanguage) => {
  const name = printOcrLanguage(language);
  return (
    <li className={styles.addedFile} aria-label={name}>
      <div>
        <span className={styles.addedName}>{name}</span>
        <span className={styles.addedDetail}>
          {language}.traineddata.gz · {printBytes(bytes)}
        </span>
      </div>
      <IconButton icon={Trash2} label={`Remove ${name}`} isSmall onPress={() => void remove(language)} />
    </li>
  );
};

/** The OCR languages: those included, and those added from files. */
export const OcrPart = () => {
  const { data: added = [] } = useQuery(ocrLanguages, {});
  return (
    <Part title="Scanned pages">
      <p className={styles.quiet}>
        This computer reads scanned pages by OCR, in {shippedNames}. Add another language from a Tesseract
        file, such as fra.traineddata for French. Nothing is downloaded or sent.
      </p>
      {added.length > 0 && (
        <ul className={styles.addedFiles} aria-label="Added languages">
          {added.map((each) => (
            <LanguageItem key={each.language} {...each} />
          ))}
        </ul>
      )}
      <div>
        <Button onPress={() => void add()}>Add language file…</Button>
      </div>
    </Part>
  );
};

import { useState } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { namePartWords, usualNamePattern } from '#domain/memo/export-file-name.ts';
import { paperNames, papers } from '#domain/memo/memo.ts';
import { labels, labelTable } from '#domain/passage/label.ts';
import { type LexiconId, lexiconIds, lexicons } from '#domain/tradecraft/likelihood.ts';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { MarkingPicker } from '#renderer/parts/MarkingPicker.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { AnalystNameField } from '#renderer/parts/writer/AnalystNameField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Page, PageHead } from '#renderer/ui/panes/Page.tsx';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { ArchivePart } from './ArchivePart.tsx';
import { BackupPart } from './BackupPart.tsx';
import { FormsPart } from './FormsPart.tsx';
import { KeysPart } from './KeysPart.tsx';
import { LicencesDialog } from './LicencesDialog.tsx';
import { OcrPart } from './OcrPart.tsx';
import { Part } from './Part.tsx';
import { SpellingPart } from './SpellingPart.tsx';
import styles from './settings.module.css';

const themes = [
  { id: 'system', name: 'Match system' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
] as const;

const paperOptions = papers.map((id) => ({ id, name: paperNames[id] }));

const lexiconNames: Readonly<Record<LexiconId, string>> = {
  'icd203-likely': 'ICD 203: likely / unlikely',
  'icd203-probable': 'ICD 203: probable / improbable',
  phia: 'PHIA yardstick',
};
const lexiconOptions = lexiconIds.map((id) => ({
  id,
  name: lexiconNames[id],
  detail: lexicons[id].terms.map(({ wording }) => wording).join(' · '),
}));

type ReadingSizeProps = { readonly sizePx: number; readonly onChange: (sizePx: number) => void };

const SMALLEST_PX = 14;
const LARGEST_PX = 28;

/** The size of the reading text, with a line of it. */
const ReadingSize = ({ sizePx, onChange }: ReadingSizeProps) => (
  <div className={styles.reading}>
    <Slider
      className={joinClasses(styles.slider)}
      minValue={SMALLEST_PX}
      maxValue={LARGEST_PX}
      defaultValue={sizePx}
      onChangeEnd={onChange}
    >
      <div className={styles.sliderHead}>
        <Label>Size of the text</Label>
        <SliderOutput>{({ state }) => `${state.getThumbValue(0)} px`}</SliderOutput>
      </div>
      <SliderTrack className={joinClasses(styles.track)}>
        <SliderThumb className={joinClasses(styles.thumb)} />
      </SliderTrack>
    </Slider>
    <p className={styles.specimen} style={{ fontSize: `${sizePx}px` }}>
      What crosses is machine tools, chips and other goods with two uses.
    </p>
  </div>
);

const ReadingPart = () => {
  const { theme, readingSizePx } = useSettings();
  return (
    <Part title="Reading">
      <RadioGroup
        label="Theme"
        isRow
        options={themes}
        value={theme}
        onChange={(next) => void changeSettings({ theme: next })}
      />
      <ReadingSize sizePx={readingSizePx} onChange={(next) => void changeSettings({ readingSizePx: next })} />
    </Part>
  );
};

const LabelsPart = () => (
  <Part title="Labels">
    <dl className={joinClasses('facts-list', styles.facts)}>
      {labels.map((label) => (
        <div key={label} className={styles.label}>
          <dt>
            <LabelSign label={label} /> <kbd>{labelTable[label].key}</kbd>
          </dt>
          <dd>{labelTable[label].useWhen}</dd>
        </div>
      ))}
    </dl>
  </Part>
);

const TradecraftPart = () => {
  const { lexicon, defaultMarking } = useSettings();
  return (
    <Part title="Tradecraft">
      <RadioGroup
        label="Likelihood scale of a new memo"
        options={lexiconOptions}
        value={lexicon}
        onChange={(next) => void changeSettings({ lexicon: next })}
      />
      <div className={styles.narrow}>
        <MarkingPicker
          label="Marking of a new memo"
          value={defaultMarking}
          onChange={(next) => void changeSettings({ defaultMarking: next })}
        />
      </div>
    </Part>
  );
};

const namePatternHint = `${Object.entries(namePartWords)
  .map(([part, words]) => `{${part}} is ${words}`)
  .join(', ')}.`;

const ExportPart = () => {
  const { exportFrom, exportName, paper } = useSettings();
  return (
    <Part title="Export">
      <div className={styles.narrow}>
        <CommitField
          label="From"
          hint="Printed in a memo’s “From”. Never taken from this computer’s user name."
          value={exportFrom}
          onCommit={async (text) => {
            await changeSettings({ exportFrom: text.slice(0, 200) });
            return true;
          }}
        />
        <CommitField
          label="File name of an export"
          hint={namePatternHint}
          value={exportName}
          onCommit={async (text) => {
            const pattern = text.trim() === '' ? usualNamePattern : text.slice(0, 200);
            await changeSettings({ exportName: pattern });
            return true;
          }}
        />
      </div>
      <RadioGroup
        label="Paper"
        isRow
        options={paperOptions}
        value={paper}
        onChange={(next) => void changeSettings({ paper: next })}
      />
    </Part>
  );
};

/** The name on the records of an archive that several analysts share. */
const NamePart = () => (
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

/** Whether the system tells of what is due. */
const TasksPart = () => {
  const { tellsDueTasks } = useSettings();
  return (
    <Part title="Tasks">
      <Switch isSelected={tellsDueTasks} onChange={(isOn) => void changeSettings({ tellsDueTasks: isOn })}>
        Notify me of tasks that are due
      </Switch>
      <p className={styles.quiet}>
        Once a day, from 8 o’clock on, while Precis runs. A single task is shown by name, except in encrypted
        archives.
      </p>
    </Part>
  );
};

const times = [
  { id: '1', name: '1 minute' },
  { id: '5', name: '5 minutes' },
  { id: '15', name: '15 minutes' },
  { id: '30', name: '30 minutes' },
  { id: '60', name: '1 hour' },
  { id: '0', name: 'never by itself' },
] as const;

/** The one that is chosen; what was written into the file by hand is the next longer one. */
const timeOf = (minutes: number): (typeof times)[number]['id'] =>
  times.find(({ id }) => minutes > 0 && Number(id) >= minutes)?.id ?? '0';

const Clear = () => (
  <>
    <p className={styles.quiet}>
      The files of this archive lie in the clear. Encrypted, they can be opened with a passphrase alone, here
      and by the age program. A lost passphrase is final.
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
        The files of this archive are encrypted, backups and zips of it too. Exports are in the clear. The
        index for search is kept in memory, and made anew at each start.
      </p>
      <div className={styles.narrow}>
        <Select
          label="Lock when nobody has touched the computer for"
          options={times}
          value={timeOf(lockAfterMinutes)}
          onChange={(id) => void changeSettings({ lockAfterMinutes: Number(id) })}
        />
      </div>
      <p className={styles.quiet}>It is locked too when the computer sleeps or its screen is locked.</p>
      <div className={styles.acts}>
        <Button onPress={() => runCommand('archive.lock')}>Lock now</Button>
        <Button onPress={() => runCommand('archive.passphrase')}>Change the passphrase…</Button>
        <Button onPress={() => runCommand('archive.decrypt')}>Remove the encryption…</Button>
      </div>
    </>
  );
};

/** Whether the files of the archive are encrypted, and when it is locked. */
const EncryptionPart = () => {
  const isEncrypted = useAppState(({ app }) => app?.archive.isEncrypted === true);
  return <Part title="Encryption">{isEncrypted ? <Encrypted /> : <Clear />}</Part>;
};

const AboutPart = () => {
  const version = useAppState(({ app }) => app?.version);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Part title="About">
      <p>
        Precis {version}. <strong>Nothing is ever sent:</strong> no article, no note, no name, no count of
        use, no crash report, no look-up of an address. A link opens in your browser only after you have seen
        the whole address and said yes.
      </p>
      <div>
        <Button onPress={() => setIsOpen(true)}>Third-party licences…</Button>
      </div>
      <LicencesDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Part>
  );
};

/** What the analyst prefers on this machine. */
export const SettingsView = () => {
  const scroll = useViewScroll('settings');
  return (
    <Page ref={scroll} label="Settings" width="narrow">
      <PageHead>
        <h1>Settings</h1>
      </PageHead>
      <ArchivePart />
      <NamePart />
      <EncryptionPart />
      <BackupPart />
      <ReadingPart />
      <LabelsPart />
      <TradecraftPart />
      <TasksPart />
      <FormsPart />
      <SpellingPart />
      <OcrPart />
      <KeysPart />
      <ExportPart />
      <AboutPart />
    </Page>
  );
};

import { namePartWords, usualNamePattern } from '#domain/memo/export-file-name.ts';
import { labels, labelTable } from '#domain/passage/label.ts';
import { type LexiconId, lexiconIds, lexicons } from '#domain/tradecraft/likelihood.ts';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { MarkingPicker } from '#renderer/parts/marking/MarkingPicker.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Page } from '#renderer/ui/pages/Page.tsx';
import { PageHead } from '#renderer/ui/pages/PageHead.tsx';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { AboutPart } from './about/AboutPart.tsx';
import { ArchivePart } from './archive/ArchivePart.tsx';
import { BackupPart } from './BackupPart.tsx';
import { EncryptionPart } from './EncryptionPart.tsx';
import { FormsPart } from './forms/FormsPart.tsx';
import { KeysPart } from './keys/KeysPart.tsx';
import { NamePart } from './NamePart.tsx';
import { OcrPart } from './ocr/OcrPart.tsx';
import { Part } from './Part.tsx';
import { ReadingSize } from './ReadingSize.tsx';
import styles from './settings.module.css';
import { SpellingPart } from './spelling/SpellingPart.tsx';
import { TasksPart } from './TasksPart.tsx';

const themes = [
  { id: 'system', name: 'Match system' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
] as const;

const papers = [
  { id: 'a4', name: 'A4' },
  { id: 'letter', name: 'Letter' },
] as const;

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
        options={papers}
        value={paper}
        onChange={(next) => void changeSettings({ paper: next })}
      />
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

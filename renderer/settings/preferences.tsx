import { useState } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { namePartWords, usualNamePattern } from '#domain/memo/export-file-name.ts';
import { paperNames, papers } from '#domain/memo/memo.ts';
import { type LexiconId, lexiconIds, lexicons } from '#domain/tradecraft/likelihood.ts';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { MarkingPicker } from '#renderer/parts/MarkingPicker.tsx';
import { AnalystNameField } from '#renderer/parts/writer/AnalystNameField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { LicencesDialog } from './LicencesDialog.tsx';
import { Line, Part, SwitchLine } from './Part.tsx';
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

/** The size of the reading text, with a sample line. */
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

/** How articles are displayed. */
export const ReadingPart = () => {
  const { readingSizePx, marksNames } = useSettings();
  return (
    <Part>
      <ReadingSize sizePx={readingSizePx} onChange={(next) => void changeSettings({ readingSizePx: next })} />
      <SwitchLine
        title="Underline known names in articles"
        help="Names and aliases of your sources. Nothing is set by itself."
        isOn={marksNames}
        onChange={(isOn) => void changeSettings({ marksNames: isOn })}
      />
    </Part>
  );
};

/** The look of the window, and whether it may show notifications. */
export const WindowPart = () => {
  const { theme, tellsDueTasks } = useSettings();
  return (
    <Part title="Window">
      <Line title="Theme" help="Follows the system unless you choose.">
        <RadioGroup
          label="Theme"
          isLabelHidden
          isRow
          options={themes}
          value={theme}
          onChange={(next) => void changeSettings({ theme: next })}
        />
      </Line>
      <SwitchLine
        title="Notify me of tasks that are due"
        help="Once a day from 8 o’clock, while Precis runs. A single task is shown by name, except in encrypted archives."
        isOn={tellsDueTasks}
        onChange={(isOn) => void changeSettings({ tellsDueTasks: isOn })}
      />
    </Part>
  );
};

/** Automatic changes while typing in a memo. */
export const TypingPart = () => {
  const { setsTypography } = useSettings();
  return (
    <Part title="Typing in memos">
      <SwitchLine
        title="Set quotation marks, dashes and ellipses"
        help="By the language of the memo. Ctrl+Z brings back what you typed. Cited quotations never change."
        isOn={setsTypography}
        onChange={(isOn) => void changeSettings({ setsTypography: isOn })}
      />
    </Part>
  );
};

/** The terms and marking of a new memo. */
export const TradecraftPart = () => {
  const { lexicon, defaultMarking } = useSettings();
  return (
    <Part title="New memos">
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

/** The content of an exported memo, and its file name. */
export const ExportPart = () => {
  const { exportFrom, exportName, paper } = useSettings();
  return (
    <Part title="Export">
      <div className={styles.narrow}>
        <CommitField
          label="From"
          hint="Printed in a memo’s “From”. Precis never uses your user name."
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
      <Line title="Paper">
        <RadioGroup
          label="Paper"
          isLabelHidden
          isRow
          options={paperOptions}
          value={paper}
          onChange={(next) => void changeSettings({ paper: next })}
        />
      </Line>
    </Part>
  );
};

/** The analyst's name on records of a shared archive. */
export const NamePart = () => (
  <Part title="Your name">
    <div className={styles.narrow}>
      <AnalystNameField
        label="Name on your records"
        hint="Stored with everything you change, but never printed in a memo. Leave empty to store no name."
      />
    </div>
  </Part>
);

/** About Precis and its components. */
export const AboutPart = () => {
  const version = useAppState(({ app }) => app?.version);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Part>
      <p>
        Precis {version}. <strong>Nothing is ever sent:</strong> no articles, notes, names, usage counts,
        crash reports or address look-ups. A link opens in your browser only after you see its full address
        and agree.
      </p>
      <div>
        <Button onPress={() => setIsOpen(true)}>Third-party licences…</Button>
      </div>
      <LicencesDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Part>
  );
};

import type { Settings } from '#domain/contract/settings.ts';
import {
  MAX_OWN_WORDS,
  shippedLanguages,
  spellingLanguageNames,
  spellingLanguages,
  withOwnWord,
} from '#domain/spelling/dictionaries.ts';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import { Part } from '../Part.tsx';
import styles from '../settings.module.css';
import { Dictionaries } from './Dictionaries.tsx';

/** Those with a dictionary, and the chosen one, whose dictionary may have been removed. */
const languageOptions = ({ spelling, dictionaries }: Settings) => {
  const available = [...shippedLanguages, ...dictionaries.map(({ language }) => language)];
  return spellingLanguages
    .filter((id) => available.includes(id) || id === spelling.language)
    .map((id) => ({
      id,
      name: spellingLanguageNames[id],
      ...(available.includes(id) ? {} : { detail: 'no dictionary: nothing is checked' }),
    }));
};

const wordsIn = (text: string): readonly string[] =>
  text.split(/\s+/u).reduce<readonly string[]>(withOwnWord, []).slice(0, MAX_OWN_WORDS);

/** Spelling in notes and memos: whether it is checked, in which language of one's own, by what, and one's own words. */
export const SpellingPart = () => {
  const settings = useSettings();
  const isMac = useAppState(({ app }) => app?.platform === 'darwin');
  const { spelling } = settings;
  const change = (next: Partial<typeof spelling>) => changeSettings({ spelling: { ...spelling, ...next } });
  return (
    <Part title="Spelling">
      <Switch isSelected={spelling.isOn} onChange={(isOn) => void change({ isOn })}>
        Check spelling in notes and memos
      </Switch>
      <p className={styles.quiet}>
        A memo is checked in its own language, a note in that of its article and in yours. Quotations are left
        alone. Nothing is fetched or sent.
      </p>
      <div className={styles.narrow}>
        <Select
          label="Your language"
          options={languageOptions(settings)}
          value={spelling.language}
          onChange={(language) => void change({ language })}
        />
      </div>
      {isMac ? (
        <p className={styles.quiet}>The dictionaries are those of macOS: System Settings adds more.</p>
      ) : (
        <Dictionaries dictionaries={settings.dictionaries} />
      )}
      <div className={styles.narrow}>
        <CommitField
          label="Your own words"
          hint="One on each line. “Add to my words” in the menu of a misspelt word adds it here."
          rows={4}
          value={spelling.ownWords.join('\n')}
          onCommit={async (text) => {
            await change({ ownWords: [...wordsIn(text)] });
            return true;
          }}
        />
      </div>
    </Part>
  );
};

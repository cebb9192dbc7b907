import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { printBytes } from '#domain/backup/print-amount.ts';
import type { Settings } from '#domain/contract/settings.ts';
import { spellingChoose, spellingRemove } from '#domain/contract/spelling.ts';
import { printCount } from '#domain/print-count.ts';
import type { AddedDictionary, OfferedDictionary } from '#domain/spelling/added-dictionary.ts';
import {
  MAX_OWN_WORDS,
  shippedLanguages,
  spellingLanguageNames,
  spellingLanguages,
  withOwnWord,
} from '#domain/spelling/dictionaries.ts';
import { act } from '#renderer/bridge/act.ts';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useToday } from '#renderer/window/today.ts';
import { Line, Part, SwitchLine } from '../Part.tsx';
import styles from '../settings.module.css';
import { AddDictionaryDialog, sayChanged } from './AddDictionaryDialog.tsx';
import dictionariesStyles from './dictionaries.module.css';

/** Languages with a dictionary, and the chosen one, whose dictionary may have been removed. */
const languageOptions = ({ spelling, dictionaries }: Settings) => {
  const available = [...shippedLanguages, ...dictionaries.map(({ language }) => language)];
  return spellingLanguages
    .filter((id) => available.includes(id) || id === spelling.language)
    .map((id) => ({
      id,
      name: spellingLanguageNames[id],
      ...(available.includes(id) ? {} : { detail: 'no dictionary, not checked' }),
    }));
};

const wordsIn = (text: string): readonly string[] =>
  text.split(/\s+/u).reduce<readonly string[]>(withOwnWord, []).slice(0, MAX_OWN_WORDS);

const shippedNames = shippedLanguages.map((language) => spellingLanguageNames[language]).join(', ');

const remove = async ({ language }: AddedDictionary): Promise<void> => {
  const answer = await act(spellingRemove, { language });
  if (answer.ok) sayChanged(language, `Removed: ${spellingLanguageNames[language]}`);
};

const DictionaryItem = ({ dictionary }: { readonly dictionary: AddedDictionary }) => {
  const { language, origin, bytes, words, addedAt } = dictionary;
  const today = useToday();
  const name = spellingLanguageNames[language];
  return (
    <li className={styles.addedFile} aria-label={name}>
      <div>
        <span className={styles.addedName}>{name}</span>
        <span className={styles.addedDetail}>
          {origin} · {printCount(words, 'word')}, {printBytes(bytes)} · added{' '}
          {printInstantDay(addedAt, today)}
        </span>
      </div>
      <IconButton icon={Trash2} label={`Remove ${name}`} isSmall onPress={() => void remove(dictionary)} />
    </li>
  );
};

type DictionariesProps = { readonly dictionaries: readonly AddedDictionary[] };

/** The included dictionaries, and those added from files. */
const Dictionaries = ({ dictionaries }: DictionariesProps) => {
  const headId = useId();
  const [offered, setOffered] = useState<readonly OfferedDictionary[] | null>(null);
  const choose = async (): Promise<void> => {
    const answer = await act(spellingChoose, {});
    if (answer.ok) setOffered(answer.value);
  };
  return (
    <section className={dictionariesStyles.part} aria-labelledby={headId}>
      <h3 id={headId}>Dictionaries</h3>
      <p className={styles.quiet}>
        Precis includes {shippedNames}. Add others from a file: .bdic, Hunspell .dic with .aff, .oxt or .xpi.
      </p>
      {dictionaries.length > 0 && (
        <ul className={styles.addedFiles} aria-label="Added dictionaries">
          {dictionaries.map((dictionary) => (
            <DictionaryItem key={dictionary.language} dictionary={dictionary} />
          ))}
        </ul>
      )}
      <div>
        <Button onPress={() => void choose()}>Add dictionary…</Button>
      </div>
      {offered !== null && (
        <AddDictionaryDialog offered={offered} added={dictionaries} onClose={() => setOffered(null)} />
      )}
    </section>
  );
};

/**
 * Spelling in notes and memos: whether it is checked, in which language, by which dictionary, and the analyst's own
 * words.
 */
export const SpellingPart = () => {
  const settings = useSettings();
  const isMac = useAppState(({ app }) => app?.platform === 'darwin');
  const { spelling } = settings;
  const change = (next: Partial<typeof spelling>) => changeSettings({ spelling: { ...spelling, ...next } });
  return (
    <Part>
      <SwitchLine
        title="Check spelling in notes and memos"
        help="Memos are checked in their language, notes in that of their article and in yours. Quotations are not checked."
        isOn={spelling.isOn}
        onChange={(isOn) => void change({ isOn })}
      />
      <Line title="Your language" help="Nothing is downloaded or sent.">
        <Select
          label="Your language"
          isLabelHidden
          options={languageOptions(settings)}
          value={spelling.language}
          onChange={(language) => void change({ language })}
        />
      </Line>
      {isMac ? (
        <p className={styles.quiet}>Precis uses the macOS dictionaries. Add more in System Settings.</p>
      ) : (
        <Dictionaries dictionaries={settings.dictionaries} />
      )}
      <div className={styles.narrow}>
        <CommitField
          label="Your own words"
          hint="One per line. “Add to my words” in the menu of a misspelt word adds it here."
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

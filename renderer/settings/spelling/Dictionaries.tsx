import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { printBytes } from '#domain/backup/print-amount.ts';
import { printCount } from '#domain/print-count.ts';
import type { AddedDictionary, OfferedDictionary } from '#domain/spelling/added-dictionary.ts';
import { shippedLanguages, spellingLanguageNames } from '#domain/spelling/dictionaries.ts';
import { act } from '#renderer/bridge/act.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { useToday } from '#renderer/window/today.ts';
import settings from '../settings.module.css';
import { AddDictionaryDialog } from './AddDictionaryDialog.tsx';
import styles from './dictionaries.module.css';
import { sayChanged } from './say-changed.ts';

const shippedNames = shippedLanguages.map((language) => spellingLanguageNames[language]).join(', ');

const remove = async ({ language }: AddedDictionary): Promise<void> => {
  const answer = await act('spelling:remove', { language });
  if (answer.ok) sayChanged(language, `Removed: ${spellingLanguageNames[language]}`);
};

const DictionaryItem = ({ dictionary }: { readonly dictionary: AddedDictionary }) => {
  const { language, origin, bytes, words, addedAt } = dictionary;
  const today = useToday();
  const name = spellingLanguageNames[language];
  return (
    <li className={settings.addedFile} aria-label={name}>
      <div>
        <span className={settings.addedName}>{name}</span>
        <span className={settings.addedDetail}>
          {origin} · {printCount(words, 'word')}, {printBytes(bytes)} · added{' '}
          {printInstantDay(addedAt, today)}
        </span>
      </div>
      <IconButton icon={Trash2} label={`Remove ${name}`} isSmall onPress={() => void remove(dictionary)} />
    </li>
  );
};

export type DictionariesProps = { readonly dictionaries: readonly AddedDictionary[] };

/** The dictionaries that Precis comes with, and those that were added from files. */
export const Dictionaries = ({ dictionaries }: DictionariesProps) => {
  const headId = useId();
  const [offered, setOffered] = useState<readonly OfferedDictionary[] | null>(null);
  const choose = async (): Promise<void> => {
    const answer = await act('spelling:choose', {});
    if (answer.ok) setOffered(answer.value);
  };
  return (
    <section className={styles.part} aria-labelledby={headId}>
      <h3 id={headId}>Dictionaries</h3>
      <p className={settings.quiet}>
        Precis comes with {shippedNames}. Others are added from a file: a .bdic, a Hunspell .dic with its
        .aff, or the .oxt or .xpi of an office program or a browser.
      </p>
      {dictionaries.length > 0 && (
        <ul className={settings.addedFiles} aria-label="Added dictionaries">
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

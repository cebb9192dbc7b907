import type { Session } from 'electron';
import type { Settings } from '#domain/contract/settings.ts';
import { dictionariesFor, type SpellingLanguage } from '#domain/spelling/dictionaries.ts';
import { log } from '#electron/platform/log.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import { type DictionaryFolders, layDictionary } from './lay-dictionaries.ts';

type SpellChecker = Pick<
  Session,
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'listWordsInSpellCheckerDictionary'
  | 'addWordToSpellCheckerDictionary'
  | 'removeWordFromSpellCheckerDictionary'
>;

/**
 * Has Chromium's checker follow the settings and the text that is written in. Answers how to tell it the languages of
 * that text (BCP 47). It is off as long as there is no language that it has a dictionary for: without one it would take
 * English and fetch it.
 */
export function checkSpelling(
  checker: SpellChecker,
  local: Pick<LocalState, 'settings' | 'onSettingsChanged'>,
  folders: DictionaryFolders,
): (languages: readonly string[]) => void {
  let languages: readonly string[] = [];
  let ownWords: readonly string[] = [];
  /** No text says its language: it is written in the analyst's own. */
  const asked = ({ language }: Settings['spelling']) => (languages.length === 0 ? [language] : languages);
  const apply = (): void => {
    const { spelling } = local.settings();
    const found = spelling.isOn ? dictionariesFor(asked(spelling), spelling.language) : [];
    const laid = found.filter((language) => isLaid(language, folders));
    checker.setSpellCheckerLanguages([...laid]);
    checker.setSpellCheckerEnabled(laid.length > 0);
  };
  const followWords = ({ spelling }: Settings): void => {
    for (const word of ownWords) {
      if (!spelling.ownWords.includes(word)) checker.removeWordFromSpellCheckerDictionary(word);
    }
    for (const word of spelling.ownWords) {
      if (!ownWords.includes(word)) checker.addWordToSpellCheckerDictionary(word);
    }
    ownWords = spelling.ownWords;
  };
  void forgetOthers(checker, local);
  followWords(local.settings());
  apply();
  local.onSettingsChanged((settings) => {
    followWords(settings);
    apply();
  });
  return (next) => {
    languages = next;
    apply();
  };
}

/** Chromium keeps words in a file of its own; those that are no longer in the settings go out of it. */
async function forgetOthers(checker: SpellChecker, local: Pick<LocalState, 'settings'>): Promise<void> {
  const kept = await checker.listWordsInSpellCheckerDictionary();
  const { ownWords } = local.settings().spelling;
  for (const word of kept) if (!ownWords.includes(word)) checker.removeWordFromSpellCheckerDictionary(word);
}

function isLaid(language: SpellingLanguage, folders: DictionaryFolders): boolean {
  try {
    layDictionary(language, folders);
    return true;
  } catch (error) {
    log.error(`the dictionary of ${language} could not be laid`, error);
    return false;
  }
}

import { isDeepStrictEqual } from 'node:util';
import type { Session } from 'electron';
import type { Settings } from '#domain/contract/settings.ts';
import { dictionariesFor, type SpellingLanguage, shippedLanguages } from '#domain/spelling/dictionaries.ts';
import { log } from '#electron/platform/log.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import { type DictionaryFolders, layDictionary, takeDictionary } from './lay-dictionaries.ts';

type SpellChecker = Pick<
  Session,
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'listWordsInSpellCheckerDictionary'
  | 'addWordToSpellCheckerDictionary'
  | 'removeWordFromSpellCheckerDictionary'
>;

/**
 * Keeps Chromium's spelling checker in step with the settings and with the text being written. Returns a function that
 * sets the languages of that text (BCP 47). The checker is off while no dictionary is installed for any of the
 * languages: without one it would fall back to English and download it.
 */
export function checkSpelling(
  checker: SpellChecker,
  local: Pick<LocalState, 'settings' | 'onSettingsChanged'>,
  folders: DictionaryFolders,
): (languages: readonly string[]) => void {
  let languages: readonly string[] = [];
  let added = local.settings().dictionaries;
  const apply = (): void => {
    const laid = languagesNow(local.settings(), languages).filter((language) =>
      isLaid(language, added, folders),
    );
    checker.setSpellCheckerLanguages([...laid]);
    checker.setSpellCheckerEnabled(laid.length > 0);
  };
  const followDictionaries = ({ dictionaries }: Settings): void => {
    if (isDeepStrictEqual(dictionaries, added)) return;
    // Chromium reads a dictionary when its language is set, and keeps the file open until the language is unset.
    checker.setSpellCheckerLanguages([]);
    for (const { language } of added) {
      if (!dictionaries.some((entry) => entry.language === language)) takeLaid(language, folders);
    }
    added = dictionaries;
  };
  const followWords = wordsFollower(checker);
  void forgetOthers(checker, local);
  followWords(local.settings());
  apply();
  local.onSettingsChanged((settings) => {
    followWords(settings);
    followDictionaries(settings);
    apply();
  });
  return (next) => {
    languages = next;
    apply();
  };
}

/** A text without a declared language is taken to be in the analyst's own languages. */
const languagesNow = (
  { spelling, dictionaries }: Settings,
  languages: readonly string[],
): readonly SpellingLanguage[] => {
  if (!spelling.isOn) return [];
  const available = [...shippedLanguages, ...dictionaries.map(({ language }) => language)];
  const asked = languages.length === 0 ? [spelling.language] : languages;
  return dictionariesFor(asked, spelling.language, available);
};

/** Keeps the words in Chromium's custom dictionary equal to those in the settings. */
const wordsFollower = (checker: SpellChecker): ((settings: Settings) => void) => {
  let ownWords: readonly string[] = [];
  return ({ spelling }) => {
    for (const word of ownWords) {
      if (!spelling.ownWords.includes(word)) checker.removeWordFromSpellCheckerDictionary(word);
    }
    for (const word of spelling.ownWords) {
      if (!ownWords.includes(word)) checker.addWordToSpellCheckerDictionary(word);
    }
    ownWords = spelling.ownWords;
  };
};

/** Chromium keeps custom words in a file of its own; words that are no longer in the settings are removed from it. */
async function forgetOthers(checker: SpellChecker, local: Pick<LocalState, 'settings'>): Promise<void> {
  const kept = await checker.listWordsInSpellCheckerDictionary();
  const { ownWords } = local.settings().spelling;
  for (const word of kept) if (!ownWords.includes(word)) checker.removeWordFromSpellCheckerDictionary(word);
}

function isLaid(
  language: SpellingLanguage,
  added: Settings['dictionaries'],
  folders: DictionaryFolders,
): boolean {
  try {
    const isAdded = added.some((entry) => entry.language === language);
    return layDictionary(language, isAdded, folders);
  } catch (error) {
    log.error(`the dictionary of ${language} could not be laid`, error);
    return false;
  }
}

function takeLaid(language: SpellingLanguage, folders: DictionaryFolders): void {
  try {
    takeDictionary(language, folders);
  } catch (error) {
    log.error(`the dictionary of ${language} could not be taken away`, error);
  }
}

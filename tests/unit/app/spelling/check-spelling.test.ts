import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, type Settings } from '#domain/contract/settings.ts';
import type { AddedDictionary } from '#domain/spelling/added-dictionary.ts';
import { type SpellingLanguage, shippedLanguages } from '#domain/spelling/dictionaries.ts';
import { timestampSchema } from '#domain/time.ts';
import { checkSpelling } from '#electron/app/check-spelling.ts';
import { type DictionaryFolders, layDictionary } from '#electron/app/lay-dictionaries.ts';
import { makeTemporaryFolder, removeFolder } from '../../../support/files/temporary-folder.ts';

vi.mock('#electron/platform/log.ts', () => ({ log: { error: () => undefined } }));

const shipped = join(import.meta.dirname, '../../../../resources/dictionaries');
let root = '';
let folders: DictionaryFolders = { shipped, added: '', laid: '' };
beforeEach(async () => {
  root = await makeTemporaryFolder();
  folders = { shipped, added: join(root, 'added'), laid: join(root, 'Dictionaries') };
});
afterEach(() => removeFolder(root));

const addFile = async (language: string, content: string): Promise<void> => {
  await mkdir(folders.added, { recursive: true });
  await writeFile(join(folders.added, `${language}.bdic`), content);
};
const entryOf = (language: SpellingLanguage, origin = 'de.bdic'): AddedDictionary => ({
  language,
  origin,
  bytes: 3,
  words: 1,
  addedAt: timestampSchema.parse('2024-04-24T09:00:00.000Z'),
});

describe('a dictionary that is laid', () => {
  it('is the whole file under the name that Chromium looks for', async () => {
    for (const language of shippedLanguages) layDictionary(language, false, folders);
    expect((await readdir(folders.laid)).sort()).toEqual([
      'en-GB-10-1.bdic',
      'en-US-10-1.bdic',
      'es-ES-3-0.bdic',
      'fr-FR-3-0.bdic',
      'pl-PL-3-0.bdic',
      'ru-RU-3-0.bdic',
    ]);
    const laid = await readFile(join(folders.laid, 'es-ES-3-0.bdic'));
    expect(laid.equals(await readFile(join(shipped, 'es-ES.bdic')))).toBe(true);
  });

  it('takes the place of half a file, and is not laid again', async () => {
    const target = join(folders.laid, 'en-GB-10-1.bdic');
    layDictionary('en-GB', false, folders);
    const { mtimeMs } = await stat(target);
    layDictionary('en-GB', false, folders);
    expect((await stat(target)).mtimeMs).toBe(mtimeMs);
    await writeFile(target, 'BDic');
    layDictionary('en-GB', false, folders);
    expect((await stat(target)).size).toBe((await stat(join(shipped, 'en-GB.bdic'))).size);
  });

  it('is the one that was added, in the place of the own one, and the own one again', async () => {
    const target = join(folders.laid, 'en-GB-10-1.bdic');
    await addFile('en-GB', 'own');
    expect(layDictionary('en-GB', true, folders)).toBe(true);
    expect(await readFile(target, 'utf8')).toBe('own');
    layDictionary('en-GB', false, folders);
    expect((await stat(target)).size).toBe((await stat(join(shipped, 'en-GB.bdic'))).size);
  });

  it('is none where a language has neither, or its file is gone', () => {
    expect(layDictionary('de-DE', false, folders)).toBe(false);
    expect(layDictionary('de-DE', true, folders)).toBe(false);
    expect(layDictionary('en-US', true, folders)).toBe(true);
  });
});

describe('the checker', () => {
  const open = (
    spelling: Partial<Settings['spelling']> = {},
    places = folders,
    kept: readonly string[] = [],
  ) => {
    let settings: Settings = { ...defaultSettings, spelling: { ...defaultSettings.spelling, ...spelling } };
    let listener: (next: Settings) => void = () => undefined;
    const seen = { languages: [] as string[], set: [] as string[], isOn: false, words: new Set(kept) };
    const write = checkSpelling(
      {
        setSpellCheckerLanguages: (languages) => {
          seen.languages = languages;
          seen.set.push(languages.join());
        },
        setSpellCheckerEnabled: (isOn) => {
          seen.isOn = isOn;
        },
        listWordsInSpellCheckerDictionary: async () => [...kept],
        addWordToSpellCheckerDictionary: (word) => seen.words.add(word) !== undefined,
        removeWordFromSpellCheckerDictionary: (word) => seen.words.delete(word),
      },
      {
        settings: () => settings,
        onSettingsChanged: (next) => {
          listener = next;
          return () => undefined;
        },
      },
      places,
    );
    const change = (next: Partial<Settings['spelling']>) => {
      settings = { ...settings, spelling: { ...settings.spelling, ...next } };
      listener(settings);
    };
    const changeDictionaries = (dictionaries: Settings['dictionaries']) => {
      settings = { ...settings, dictionaries };
      listener(settings);
    };
    return { seen, write, change, changeDictionaries };
  };

  it('has the language of the text, and the own one where no text says any', () => {
    const { seen, write } = open();
    expect(seen).toMatchObject({ languages: ['en-GB'], isOn: true });
    write(['fr', 'en']);
    expect(seen.languages).toEqual(['fr-FR', 'en-GB']);
    write([]);
    expect(seen.languages).toEqual(['en-GB']);
  });

  it('is off where no dictionary is there: without a language it would fetch English', async () => {
    const { seen, write } = open();
    write(['de']);
    expect(seen).toMatchObject({ languages: [], isOn: false });
    await rm(folders.laid, { recursive: true });
    const missing = open({}, { ...folders, shipped: join(root, 'nowhere') });
    expect(missing.seen).toMatchObject({ languages: [], isOn: false });
  });

  it('takes a dictionary that was added, reads it anew where another takes its place, and lets it go', async () => {
    const { seen, write, changeDictionaries } = open();
    write(['de']);
    expect(seen.isOn).toBe(false);
    await addFile('de-DE', 'one');
    changeDictionaries([entryOf('de-DE')]);
    expect(seen).toMatchObject({ languages: ['de-DE'], isOn: true });
    const target = join(folders.laid, 'de-DE-3-0.bdic');
    expect(await readFile(target, 'utf8')).toBe('one');

    await addFile('de-DE', 'another');
    seen.set.length = 0;
    changeDictionaries([entryOf('de-DE', 'other.bdic')]);
    expect(seen.set).toEqual(['', 'de-DE']);
    expect(await readFile(target, 'utf8')).toBe('another');

    changeDictionaries([]);
    expect(seen).toMatchObject({ languages: [], isOn: false });
    expect(await readdir(folders.laid)).not.toContain('de-DE-3-0.bdic');
  });

  it('forgets a word that is no longer in the settings', async () => {
    const { seen } = open({ ownWords: ['zorblat'] }, folders, ['zorblat', 'gone']);
    await expect.poll(() => [...seen.words]).toEqual(['zorblat']);
  });

  it('follows the settings', () => {
    const { seen, change } = open({ ownWords: ['zorblat'] });
    expect([...seen.words]).toEqual(['zorblat']);
    change({ ownWords: ['Quibble'] });
    expect([...seen.words]).toEqual(['Quibble']);
    change({ isOn: false });
    expect(seen).toMatchObject({ languages: [], isOn: false });
    change({ isOn: true, language: 'pl-PL' });
    expect(seen).toMatchObject({ languages: ['pl-PL'], isOn: true });
  });
});

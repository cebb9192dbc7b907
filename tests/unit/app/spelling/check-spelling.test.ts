import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, type Settings } from '#domain/contract/settings.ts';
import { spellingLanguages } from '#domain/spelling/dictionaries.ts';
import { checkSpelling } from '#electron/app/spelling/check-spelling.ts';
import { layDictionary } from '#electron/app/spelling/lay-dictionaries.ts';
import { makeTemporaryFolder, removeFolder } from '../../../support/files/temporary-folder.ts';

vi.mock('#electron/platform/log.ts', () => ({ log: { error: () => undefined } }));

const from = join(import.meta.dirname, '../../../../resources/dictionaries');
let to = '';
beforeEach(async () => {
  to = join(await makeTemporaryFolder(), 'Dictionaries');
});
afterEach(() => removeFolder(join(to, '..')));

describe('a dictionary that is laid', () => {
  it('is the whole file under the name that Chromium looks for', async () => {
    for (const language of spellingLanguages) layDictionary(language, { from, to });
    expect((await readdir(to)).sort()).toEqual([
      'en-GB-10-1.bdic',
      'en-US-10-1.bdic',
      'es-ES-3-0.bdic',
      'fr-FR-3-0.bdic',
      'pl-PL-3-0.bdic',
      'ru-RU-3-0.bdic',
    ]);
    const laid = await readFile(join(to, 'es-ES-3-0.bdic'));
    expect(laid.equals(await readFile(join(from, 'es-ES.bdic')))).toBe(true);
  });

  it('takes the place of half a file, and is not laid again', async () => {
    const target = join(to, 'en-GB-10-1.bdic');
    layDictionary('en-GB', { from, to });
    const { mtimeMs } = await stat(target);
    layDictionary('en-GB', { from, to });
    expect((await stat(target)).mtimeMs).toBe(mtimeMs);
    await writeFile(target, 'BDic');
    layDictionary('en-GB', { from, to });
    expect((await stat(target)).size).toBe((await stat(join(from, 'en-GB.bdic'))).size);
  });
});

describe('the checker', () => {
  const open = (
    spelling: Partial<Settings['spelling']> = {},
    folders = { from, to },
    kept: readonly string[] = [],
  ) => {
    let settings: Settings = { ...defaultSettings, spelling: { ...defaultSettings.spelling, ...spelling } };
    let listener: (next: Settings) => void = () => undefined;
    const seen = { languages: [] as string[], isOn: false, words: new Set(kept) };
    const write = checkSpelling(
      {
        setSpellCheckerLanguages: (languages) => {
          seen.languages = languages;
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
      folders,
    );
    const change = (next: Partial<Settings['spelling']>) => {
      settings = { ...settings, spelling: { ...settings.spelling, ...next } };
      listener(settings);
    };
    return { seen, write, change };
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
    const empty = join(to, '..');
    const missing = open({}, { from: join(empty, 'nowhere'), to });
    expect(missing.seen).toMatchObject({ languages: [], isOn: false });
    await rm(to, { recursive: true });
  });

  it('forgets a word that is no longer in the settings', async () => {
    const { seen } = open({ ownWords: ['zorblat'] }, { from, to }, ['zorblat', 'gone']);
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

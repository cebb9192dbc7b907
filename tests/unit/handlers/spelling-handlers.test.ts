import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '#domain/result.ts';
import { createSpellingHandlers } from '#electron/handlers/spelling/spelling-handlers.ts';
import type { DictionaryMaker } from '#electron/ports/dictionary-maker.ts';
import type { DictionaryJob } from '#electron/spelling/process/dictionary-messages.ts';
import { doDictionaryJob } from '#electron/spelling/process/do-dictionary-job.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let folder = '';
beforeEach(async () => {
  bench = await openWorkbench();
  folder = join(bench.archive.folder, '..', 'dictionaries of the test');
  await mkdir(folder);
});
afterEach(() => bench.close());

const doJob = async (job: DictionaryJob) => {
  const answer = await doDictionaryJob(job);
  if (answer.kind === 'bug') throw new Error(answer.why);
  const file = job.paths.join();
  return answer.kind === 'done'
    ? ok(answer.gives)
    : err({ code: 'dictionary-refused', file, why: answer.why });
};
const maker = {
  look: (paths) => doJob({ kind: 'look', paths }),
  make: (paths, place) => doJob({ kind: 'make', paths, place }),
  cancel: () => undefined,
} as DictionaryMaker;

/** The use cases with a dialog in which `names` are chosen. */
const open = (...names: readonly string[]) =>
  createSpellingHandlers({
    ...bench.deps,
    dictionaryMaker: maker,
    desktop: { ...bench.deps.desktop, chooseDictionary: async () => names.map((name) => join(folder, name)) },
  });
const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const writePair = async (stem: string, words: readonly string[]) => {
  await write(`${stem}.dic`, `${words.length}\n${words.join('\n')}\n`);
  await write(`${stem}.aff`, 'SET UTF-8\n');
};
const kept = () => bench.deps.local.settings().dictionaries.map(({ language, words }) => [language, words]);
const fileOf = (language: string) =>
  readFile(join(bench.archive.folder, '..', 'user-data/dictionaries', `${language}.bdic`));

describe('a dictionary from files', () => {
  it('is told with the language of its name, added, replaced and taken back', async () => {
    await writePair('de_DE', ['Haus', 'Hafen']);
    const handlers = open('de_DE.dic');
    expect(succeed(await handlers['spelling:choose']({}))).toEqual([
      { origin: 'de_DE.dic, de_DE.aff', language: 'de-DE' },
    ]);
    succeed(await handlers['spelling:add']({ place: 0, language: 'de-DE' }));
    expect(kept()).toEqual([['de-DE', 2]]);
    const first = await fileOf('de-DE');

    await writePair('de_DE', ['Haus', 'Hafen', 'Hut']);
    succeed(await handlers['spelling:add']({ place: 0, language: 'de-DE' }));
    expect(kept()).toEqual([['de-DE', 3]]);
    succeed(await handlers['spelling:put-back']({ language: 'de-DE' }));
    expect(kept()).toEqual([['de-DE', 2]]);
    expect((await fileOf('de-DE')).equals(first)).toBe(true);

    succeed(await handlers['spelling:remove']({ language: 'de-DE' }));
    expect(kept()).toEqual([]);
    await expect(fileOf('de-DE')).rejects.toThrow('ENOENT');
    succeed(await handlers['spelling:put-back']({ language: 'de-DE' }));
    expect(kept()).toEqual([['de-DE', 2]]);
  });

  it('that is damaged leaves what was there', async () => {
    await writePair('de_DE', ['Haus']);
    const handlers = open('de_DE.dic');
    succeed(await handlers['spelling:choose']({}));
    succeed(await handlers['spelling:add']({ place: 0, language: 'de-DE' }));
    const first = await fileOf('de-DE');
    await write('de.bdic', (await fileOf('de-DE')).subarray(0, 40));
    const again = open('de.bdic');
    succeed(await again['spelling:choose']({}));
    expect(await again['spelling:add']({ place: 0, language: 'de-DE' })).toMatchObject({
      error: { code: 'dictionary-refused', why: 'damaged' },
    });
    expect(kept()).toEqual([['de-DE', 1]]);
    expect((await fileOf('de-DE')).equals(first)).toBe(true);
  });

  it('is one of several in the extension of an office program', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    await write(
      'dict-pt.oxt',
      zipSync({
        'pt_PT/pt_PT.dic': bytes('1\nporto\n'),
        'pt_PT/pt_PT.aff': bytes('SET UTF-8\n'),
        'pt_BR/pt_BR.dic': bytes('2\nporto\nfato\n'),
        'pt_BR/pt_BR.aff': bytes('SET UTF-8\n'),
        'hyph_pt.dic': bytes('ISO8859-1\n'),
        'META-INF/manifest.xml': bytes('<manifest/>'),
      }),
    );
    const handlers = open('dict-pt.oxt');
    expect(succeed(await handlers['spelling:choose']({}))).toEqual([
      { origin: 'dict-pt.oxt: pt_PT', language: 'pt-PT' },
      { origin: 'dict-pt.oxt: pt_BR', language: 'pt-BR' },
    ]);
    succeed(await handlers['spelling:add']({ place: 1, language: 'pt-BR' }));
    expect(kept()).toEqual([['pt-BR', 2]]);
  });

  it.each([
    ['half.dic', '1\nword\n', 'no-pair'],
    ['half.aff', 'SET UTF-8\n', 'no-pair'],
    ['notes.txt', 'words', 'not-a-dictionary'],
    ['broken.oxt', 'PK\x03\x04 and no more', 'damaged'],
  ])('%s is refused with its reason', async (name, content, why) => {
    await write(name, content);
    expect(await open(name)['spelling:choose']({})).toMatchObject({
      error: { code: 'dictionary-refused', why },
    });
  });
});

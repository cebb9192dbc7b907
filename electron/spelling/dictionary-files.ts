/** The dictionaries in chosen files: a .bdic, a .dic with its .aff, or a zip with such pairs. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { OfferedDictionary } from '#domain/spelling/added-dictionary.ts';
import { languageOfName } from '#domain/spelling/dictionaries.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';
import { DictionaryFault } from './bdic/dictionary-fault.ts';
import type { HunspellDictionary } from './bdic/make-bdic.ts';

const zipEndings: readonly string[] = ['.oxt', '.xpi', '.zip'];

/** Null if it is not a regular file: reading a pipe or a device may never end. */
const sizeOf = async (path: string): Promise<number | null> => {
  try {
    const stats = await stat(path);
    return stats.isFile() ? stats.size : null;
  } catch (cause) {
    requireSystemError(cause);
    return null;
  }
};

/** The largest available one has 17 MB. */
const MAX_DICTIONARY_BYTES = 64 * 1024 * 1024;

/** The sources of a dictionary. */
export type DictionaryBytes =
  | { readonly kind: 'bdic'; readonly bytes: Uint8Array }
  | ({ readonly kind: 'hunspell' } & HunspellDictionary);

type FoundDictionary = OfferedDictionary & { readonly read: () => Promise<DictionaryBytes> };

const readWhole = async (path: string): Promise<Uint8Array> => {
  const size = await sizeOf(path);
  if (size === null) throw new DictionaryFault('not-a-dictionary');
  if (size > MAX_DICTIONARY_BYTES) throw new DictionaryFault('too-large');
  return readFile(path);
};

/** npm packages name every dictionary "index": there the folder has the language, "dictionary-de". */
const languageOfPath = (path: string) => {
  const name = basename(path, extname(path));
  const folder = basename(dirname(path)).replace(/^dictionary-/u, '');
  return languageOfName(name) ?? languageOfName(folder);
};

const foundPair = (affixes: string, words: string): FoundDictionary => ({
  origin: `${basename(words)}, ${basename(affixes)}`,
  language: languageOfPath(words),
  read: async () => ({
    kind: 'hunspell',
    affixes: await readWhole(affixes),
    words: await readWhole(words),
  }),
});

const foundBdic = (path: string): FoundDictionary => ({
  origin: basename(path),
  language: languageOfPath(path),
  read: async () => ({ kind: 'bdic', bytes: await readWhole(path) }),
});

const otherHalf: Readonly<Record<string, string>> = { '.dic': '.aff', '.aff': '.dic' };

/** The pair of a .dic or an .aff: the other half is beside it, or the only other chosen file. */
const pairOf = async (path: string, paths: readonly string[]): Promise<FoundDictionary> => {
  const ending = extname(path).toLowerCase();
  const wanted = otherHalf[ending] ?? '';
  const beside = join(dirname(path), `${basename(path, extname(path))}${wanted}`);
  const chosen = paths.filter((each) => extname(each).toLowerCase() === wanted);
  const isBeside = (await sizeOf(beside)) !== null;
  if (!isBeside && chosen.length !== 1) throw new DictionaryFault('no-pair');
  const [only = beside] = chosen;
  const other = isBeside ? beside : only;
  return ending === '.aff' ? foundPair(path, other) : foundPair(other, path);
};

/** Extensions of office programs and browsers also contain pictures and texts; no more than this is unpacked. */
const MAX_UNPACKED_BYTES = 4 * MAX_DICTIONARY_BYTES;

const isHalf = (name: string): boolean => /\.(?:dic|aff)$/iu.test(name);

/** Unpacks the .dic and .aff files into memory: names in the zip never become paths. */
const unpackHalves = (zip: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  let bytes = 0;
  const unpacked = unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      if (!isHalf(name)) return false;
      bytes += originalSize;
      if (originalSize > MAX_DICTIONARY_BYTES || bytes > MAX_UNPACKED_BYTES)
        throw new DictionaryFault('too-large');
      return true;
    },
  });
  return new Map(Object.entries(unpacked));
};

const openZip = (zip: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  try {
    return unpackHalves(zip);
  } catch (cause) {
    if (cause instanceof DictionaryFault) throw cause;
    // fflate's error for an invalid or truncated zip.
    throw new DictionaryFault('damaged');
  }
};

/**
 * The dictionaries in a zip: each .dic with its .aff beside it, which hyphenation patterns lack. For a dictionary named
 * "index" the language comes from the name of its folder or of the zip.
 */
const readZipped = (fileName: string, zip: Uint8Array): readonly FoundDictionary[] => {
  const halves = openZip(zip);
  const found = [...halves].flatMap(([path, words]): readonly FoundDictionary[] => {
    if (extname(path).toLowerCase() !== '.dic') return [];
    const stem = path.slice(0, -'.dic'.length);
    const affixes = halves.get(`${stem}.aff`) ?? halves.get(`${stem}.AFF`);
    if (affixes === undefined) return [];
    const name = basename(stem);
    const language =
      languageOfName(name) ?? languageOfName(basename(dirname(path))) ?? languageOfName(basename(fileName));
    const origin = `${fileName}: ${name}`;
    return [{ origin, language, read: async () => ({ kind: 'hunspell', affixes, words }) }];
  });
  if (found.length === 0) throw new DictionaryFault('not-a-dictionary');
  return found;
};

const lookAt = async (path: string, paths: readonly string[]): Promise<readonly FoundDictionary[]> => {
  const ending = extname(path).toLowerCase();
  if (ending === '.bdic') return [foundBdic(path)];
  if (ending in otherHalf) return [await pairOf(path, paths)];
  if (zipEndings.includes(ending)) return readZipped(basename(path), await readWhole(path));
  throw new DictionaryFault('not-a-dictionary');
};

/** The dictionaries in the files, each once. Throws a DictionaryFault if one of the files is not a dictionary. */
export const findDictionaries = async (paths: readonly string[]): Promise<readonly FoundDictionary[]> => {
  const found = (await Promise.all(paths.map((path) => lookAt(path, paths)))).flat();
  const origins = found.map(({ origin }) => origin);
  return found.filter(({ origin }, at) => origins.indexOf(origin) === at);
};

import { basename, dirname, extname } from 'node:path';
import { unzipSync } from 'fflate';
import { languageOfName } from '#domain/spelling/dictionaries.ts';
import { DictionaryFault } from '../bdic/dictionary-fault.ts';
import { type FoundDictionary, MAX_DICTIONARY_BYTES } from './found-dictionary.ts';

/** Extensions of office programs and browsers hold pictures and texts too; no more than this is unpacked of one. */
const MAX_UNPACKED_BYTES = 4 * MAX_DICTIONARY_BYTES;

const isHalf = (name: string): boolean => /\.(?:dic|aff)$/iu.test(name);

/** Unpacks the .dic and .aff files into memory: no name of the zip becomes a path. */
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
    // The words of fflate for what is no zip, or not whole.
    throw new DictionaryFault('damaged');
  }
};

/**
 * The dictionaries in a zip of bytes: each .dic that has its .aff beside it; the patterns of a hyphenator have none. A
 * dictionary that is called "index" has its language in the name of its folder or of the zip.
 */
export const readZipped = (fileName: string, zip: Uint8Array): readonly FoundDictionary[] => {
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
    return [{ origin, language, read: async () => ({ is: 'hunspell', affixes, words }) }];
  });
  if (found.length === 0) throw new DictionaryFault('not-a-dictionary');
  return found;
};

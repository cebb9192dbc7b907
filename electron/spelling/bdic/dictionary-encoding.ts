import { DictionaryFault } from './dictionary-fault.ts';

/** From bytes in a dictionary's encoding to bytes in UTF-8; both are texts of one character for each byte. */
export type ToUtf8 = (bytes: string) => string;

/** What Hunspell assumes where a dictionary names no encoding (hunspell(5), SET). */
const USUAL = 'ISO8859-1';

/** Names that Hunspell has and the Encoding Standard writes otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  'microsoft-cp1251': 'windows-1251',
  'tis620-2533': 'windows-874',
};

const labelOf = (name: string): string => {
  const lower = name.toLowerCase();
  return otherNames[lower] ?? lower.replace(/^iso-?8859-?/u, 'iso-8859-');
};

const decoderOf = (name: string) => {
  try {
    return new TextDecoder(labelOf(name), { fatal: true });
  } catch {
    throw new DictionaryFault('encoding');
  }
};

const isAscii = (bytes: string): boolean => !/[^\0-\x7F]/u.test(bytes);

/** How the texts of a dictionary in the encoding `name` (of its SET, null where it has none) become UTF-8. */
export const createToUtf8 = (name: string | null): ToUtf8 => {
  const decoder = decoderOf(name ?? USUAL);
  return (bytes) => {
    if (isAscii(bytes)) return bytes;
    try {
      const text = decoder.decode(Buffer.from(bytes, 'latin1'));
      return Buffer.from(text, 'utf8').toString('latin1');
    } catch {
      throw new DictionaryFault('damaged');
    }
  };
};

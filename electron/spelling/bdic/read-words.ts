import { DictionaryFault } from './dictionary-fault.ts';
import { type Affixes, dictionaryLines } from './read-affixes.ts';

/** A word, one character for each byte of UTF-8; the groups of flags, the largest number first; 0 is none. */
export type Entry = { readonly word: string; readonly groups: readonly number[] };

/** Hunspell reads no longer word (MAXWORDLEN, 100 characters of up to four bytes). */
const MAX_WORD_BYTES = 400;

/** The words of a Hunspell dictionary in the order of their bytes, each once. */
export function readWords(text: string, affixes: Affixes): readonly Entry[] {
  const words = new Map<string, Set<number>>();
  const lines = dictionaryLines(text);
  if (!/^\d/.test(lines[0] ?? '')) throw new DictionaryFault('damaged');
  // The first line says how many there are.
  for (const line of lines.slice(1)) {
    const { word, flags } = parseEntry(line);
    const own = withoutIgnored(affixes.toUtf8(word), affixes.ignored);
    if (own === '' || own.length > MAX_WORD_BYTES) continue;
    const known = words.get(own) ?? new Set();
    words.set(own, known.add(groupOf(flags, affixes)));
  }
  return [...words.keys()]
    .sort(byBytes)
    .map((word) => ({ word, groups: [...(words.get(word) ?? [])].sort((a, b) => b - a) }));
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Hunspell takes them out as it reads a dictionary; Chromium's checker reads the words as they are stored. */
const withoutIgnored = (word: string, ignored: readonly string[]): string =>
  ignored.reduce((rest, character) => rest.replaceAll(character, ''), word);

function groupOf(flags: string | null, { flags: { areNumbers, groupOf: numberOf } }: Affixes): number {
  if (flags === null) return 0;
  return areNumbers ? Number.parseInt(flags, 10) || 0 : numberOf(flags);
}

/** "word/FLAGS\tmorphology": the first slash that is neither the first sign nor escaped parts them. */
function parseEntry(line: string): { readonly word: string; readonly flags: string | null } {
  const slash = /[^\\]\//.exec(line);
  const end = slash === null ? line.length : slash.index + 1;
  const word = line.slice(0, end).replaceAll('\\/', '/');
  const flags = line.slice(end + 1);
  return {
    word: word.split('\t')[0] ?? '',
    flags: flags === '' ? null : (flags.split('\t')[0] ?? ''),
  };
}

import { dictionaryLines } from './read-affixes.mjs';

/** @typedef {{word: string, groups: number[]}} Entry the groups of flags, the largest number first; 0 is none */

/**
 * The words of a Hunspell dictionary in the order of their bytes, each once.
 *
 * @param {string} text
 * @param {import('./read-affixes.mjs').Affixes} affixes
 * @returns {Entry[]}
 */
export function readWords(text, affixes) {
  /** @type {Map<string, Set<number>>} */
  const words = new Map();
  // The first line says how many there are.
  for (const line of dictionaryLines(text).slice(1)) {
    const { word, flags } = parseEntry(line);
    const known = words.get(word) ?? new Set();
    words.set(word, known.add(groupOf(flags, affixes)));
  }
  return [...words.keys()]
    .sort(byBytes)
    .map((word) => ({ word, groups: [...(words.get(word) ?? [])].sort((a, b) => b - a) }));
}

const byBytes = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : Number(a > b));

/**
 * @param {string | null} flags
 * @param {import('./read-affixes.mjs').Affixes} affixes
 */
function groupOf(flags, affixes) {
  if (flags === null) return 0;
  return affixes.groupsAreNumbers ? Number.parseInt(flags, 10) || 0 : affixes.groupOf(flags);
}

/**
 * "word/FLAGS\tmorphology": the first slash that is neither the first sign nor escaped parts them.
 *
 * @param {string} line
 */
function parseEntry(line) {
  const slash = /[^\\]\//.exec(line);
  const end = slash === null ? line.length : slash.index + 1;
  const word = line.slice(0, end).replaceAll('\\/', '/');
  const flags = line.slice(end + 1);
  return {
    word: word.split('\t')[0] ?? '',
    flags: flags === '' ? null : (flags.split('\t')[0] ?? ''),
  };
}

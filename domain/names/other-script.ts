/**
 * What a name sounds like in Latin or Cyrillic letters, coarse enough that the usual ways to write the one in the other
 * agree: "Peskov", "Peskow" and “Песков”, “Песковым”. Consonants in classes; vowels apart, for they differ most. The
 * classes follow what ISO 9, BGN/PCGN and the press of several languages write for one letter.
 */

export type Script = 'Latin' | 'Cyrillic';

/** Null of a word in another script, or in several. */
export const scriptOf = (word: string): Script | null => {
  if (/^[\p{Script=Latin}\p{M}'’ʼ]+$/u.test(word)) return 'Latin';
  return /^[\p{Script=Cyrillic}\p{M}'’ʼ]+$/u.test(word) ? 'Cyrillic' : null;
};

/** The consonants of a word as classes, and its vowels as classes. */
export type Sound = { readonly consonants: string; readonly vowels: string };

/** Letters by class. s: s, z, ts; x: sh, zh, ch, dzh; g: g, h, kh; v: v, w, f. Capitals are vowels. */
const classes: Readonly<Record<string, string>> = {
  ...{ A: 'аояъ', E: 'эеєиіїы', U: 'ую', b: 'б', v: 'вф', g: 'гґх', d: 'д', x: 'жчшщђћџ', s: 'зсц' },
  ...{ k: 'к', l: 'лљ', m: 'м', n: 'нњ', p: 'п', r: 'р', t: 'т' },
};
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(classes).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound])),
);

/** Longest first: what several letters write, each way in which it may be meant. */
const latin: readonly (readonly [string, readonly string[]])[] = [
  ...(['schtsch', 'shch', 'szcz', 'tsch', 'tch', 'sch', 'dzh', 'sh', 'zh', 'cz', 'sz'] as const).map(
    (letters) => [letters, ['x']] as const,
  ),
  ['ch', ['x', 'g', 'k']],
  ['kh', ['g']],
  ['gh', ['g', '']],
  ['ph', ['v']],
  ['th', ['t']],
  ['ts', ['s']],
  ['tz', ['s']],
  ['ck', ['k']],
  ['qu', ['kv', 'k']],
  ['x', ['ks', 's']],
  ['j', ['x', '']],
  ['h', ['g', '']],
  ['c', ['k', 's', 'x']],
  ['q', ['k']],
  ['w', ['v', '']],
  ['f', ['v']],
  ['z', ['s']],
  ['y', ['E']],
  ['a', ['A']],
  ['o', ['A']],
  ['e', ['E']],
  ['i', ['E']],
  ['u', ['U']],
];

const latinByInitial = new Map(
  latin.map(([{ 0: first = '' }]) => [first, latin.filter(([letters]) => letters.startsWith(first))]),
);

const MOST_READINGS = 8;

/** "c" is a sibilant before "e", "i" and "y", and where a diacritic was folded away, at the end of a name. */
const isHardC = (word: string, at: number): boolean => /^c[^eiy]/u.test(word.slice(at, at + 2));

/** Every way in which a Latin word may sound. */
const readLatin = (word: string): readonly string[] => {
  let read: readonly string[] = [''];
  for (let at = 0; at < word.length; ) {
    const letter = word[at] ?? '';
    const found = latinByInitial.get(letter)?.find(([letters]) => word.startsWith(letters, at));
    const written = found?.[1] ?? [/[bdgklmnprstv]/.test(letter) ? letter : ''];
    const sounds = found?.[0] === 'c' && isHardC(word, at) ? ['k', 'x'] : written;
    read = read.flatMap((before) => sounds.map((sound) => before + sound)).slice(0, MOST_READINGS);
    at += found?.[0].length ?? 1;
  }
  return read;
};

const readCyrillic = (word: string): string =>
  [...word.replaceAll('дж', 'џ')].map((letter) => cyrillic[letter] ?? '').join('');

/** Two of one class in turn are one; vowels that follow each other are the first of them. */
const soundOf = (read: string): Sound => ({
  consonants: read.replace(/[A-Z]/g, '').replace(/(.)\1+/g, '$1'),
  vowels: read.replace(/([A-Z])[A-Z]+/g, '$1').replace(/[^A-Z]/g, ''),
});

/** Endings of cases that add a consonant, and those that add or change a vowel: the stem is tried as well. */
const endings =
  /(?:ого|его|ому|ему|ыми|ими|ові|еві|єві|ами|ом|ем|єм|ым|им|ім|ою|ею|єю|ой|ей|а|у|е|и|і|ы|я|ю)$/u;

/** How a folded name of the register may sound: as it is written, since no case is on it. */
export const soundsOfName = (key: string, script: Script): readonly Sound[] =>
  (script === 'Latin' ? readLatin(key) : [readCyrillic(key)]).map(soundOf);

/** How a folded word of a text may sound; of a Cyrillic one without the ending of its case too. */
export const soundsOf = (key: string, script: Script): readonly Sound[] => {
  if (script === 'Latin') return soundsOfName(key, script);
  const stem = key.replace(endings, '');
  return [...new Set([key, ...(stem.length >= 3 ? [stem] : [])])].map((word) => soundOf(readCyrillic(word)));
};

const MIN_FAMOUS = 4;
const MIN_SURE = 3;

/** Whether one vowel put in, left out or changed makes `a` of `b`: "Trump" and “Трамп”, "Biden" and “Байден”. */
const isOneVowelOff = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length < long.length ? at : at + 1) === long.slice(at + 1);
};

/**
 * Whether two words in different scripts may be one last name: all consonants agree, and the vowels but one; of few
 * consonants all vowels. The vowels may be any where a first name beside it is the person's (`hasFirst`).
 */
export const mayBeOneLastName = (a: Sound, b: Sound, hasFirst: boolean): boolean => {
  if (a.consonants !== b.consonants || a.consonants.length < 2) return false;
  if (hasFirst || a.vowels === b.vowels) return hasFirst || a.consonants.length >= MIN_SURE;
  return a.consonants.length >= MIN_FAMOUS && isOneVowelOff(a.vowels, b.vowels);
};

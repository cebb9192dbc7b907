/** What a speaker who is called in short is called in full, elsewhere in the same text. */
import type { TextRange } from '../../passage/selector.ts';
import { escapePattern } from '../../search/escape-pattern.ts';
import { sentenceOpeners } from '../abbreviations.ts';
import { paragraphIndexAt, type ReadingText } from '../reading-text.ts';
import { attributionsIn } from './attributions-in.ts';
import {
  afterNoun,
  beforeVerb,
  clauseOpeners,
  determiners,
  speakerNouns,
  titleWords,
} from './speaker-words.ts';

/** So far back a speaker was introduced at most: "The official" means the last that was named. */
const PARAGRAPHS_BACK = 12;

const noNames: readonly ReadonlySet<string>[] = [
  sentenceOpeners,
  clauseOpeners,
  beforeVerb,
  determiners,
  speakerNouns,
  titleWords,
  afterNoun,
];

/** A capital may stand there only because a sentence begins: "Then Roe". */
const isNameWord = (word: string): boolean => !noNames.some((words) => words.has(word.toLowerCase()));

const nameWord = "\\p{Lu}[\\p{L}'’-]*\\p{L}";

const firstFound = (text: string, pattern: RegExp): string | null => {
  const found = [...text.matchAll(pattern)].find(([, beside = '']) => isNameWord(beside));
  return found?.[0].replace(/\s+/gu, ' ') ?? null;
};

/**
 * "Antony Blinken" for "Blinken", as the text first has it; for one known to be a person also "Xi Jinping" for "Xi".
 * Null where the text has no more of the name, or the name is more than one word already.
 */
export const fullerName = ({ text }: ReadingText, name: string, isPerson: boolean): string | null => {
  if (!new RegExp(`^${nameWord}$|^\\p{Lu}\\p{L}$`, 'u').test(name)) return null;
  const own = escapePattern(name);
  const notWithin = '(?<![\\p{L}\\p{N}])';
  // "Meeting Roe" begins a sentence; no first name that matters ends so.
  const before = new RegExp(`${notWithin}(${nameWord}(?<!ing))\\s${own}(?![\\p{L}\\p{N}])`, 'gu');
  const after = new RegExp(`${notWithin}${own}\\s(${nameWord})`, 'gu');
  return firstFound(text, before) ?? (isPerson ? firstFound(text, after) : null);
};

/**
 * "State Department official" for "the official": the last speaker before `range` who was described at more length
 * by the same noun. Null where there is none.
 */
export const fullerDescription = (reading: ReadingText, range: TextRange): string | null => {
  const noun = reading.text.slice(range.start, range.end).toLowerCase();
  const last = paragraphIndexAt(reading, range.start);
  const paragraphs = reading.paragraphs.slice(Math.max(0, last - PARAGRAPHS_BACK), last + 1);
  const earlier = paragraphs.flatMap(({ start, end }) => {
    const own = reading.text.slice(start, end);
    return attributionsIn(own)
      .filter(({ speaker }) => start + speaker.end <= range.start)
      .map(({ speaker }) => own.slice(speaker.start, speaker.end));
  });
  return earlier.findLast((name) => name.toLowerCase().endsWith(` ${noun}`)) ?? null;
};

/**
 * What a speaker who is called in short is called in full, elsewhere in the same text. A wrong person that is offered
 * is believed, so a fuller name is offered only where it is the only one: one person of that name in the whole text,
 * brought in before the bare name is used, and in the same office where the short name has one.
 */
import type { TextRange } from '../../text/selector.ts';
import { paragraphIndexAt, type ReadingText } from '../reading-text.ts';
import { attributionsIn } from './attributions-in.ts';
import { mentionsOf, type NameMention } from './name-mentions.ts';
import { honorifics, placeWords, shortOffices } from './name-words.ts';
import { nameParticles, personNouns } from './speaker-words.ts';
import { tokensOf } from './tokens.ts';

/** So far back a speaker was introduced at most: "The official" means the last that was named. */
const PARAGRAPHS_BACK = 12;

const letters = (word: string): string => word.toLowerCase().replaceAll('.', '');
const agrees = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** "J. Roe" may be "Joe Roe"; "George W. Bush" is not "George H. W. Bush", nor "Joe Roe Jr." "Joe Roe". */
const isSamePerson = (a: NameMention, b: NameMention): boolean =>
  a.suffix === b.suffix &&
  a.given.every((word, index) => {
    const other = b.given[index];
    return other === undefined || agrees(letters(word), letters(other));
  });

/** Each person of that name once, as the text has each first. */
const personsIn = (mentions: readonly NameMention[]): readonly NameMention[] => {
  const persons: NameMention[] = [];
  for (const mention of mentions) {
    if (!persons.some((person) => isSamePerson(person, mention))) persons.push(mention);
  }
  return persons;
};

/** A heading calls by the last name whom the text has yet to bring in. */
const isInSentence = ({ text, paragraphs }: ReadingText, { start }: NameMention, index: number): boolean => {
  const paragraph = paragraphs[index];
  const isSentence = /[.!?…]["”’)\]]*\s*$/u.test(text.slice(paragraph?.start, paragraph?.end));
  return isSentence && start >= (paragraph?.start ?? 0);
};

type Called = {
  readonly words: readonly string[];
  readonly office: string | null;
  readonly honorific: string | null;
};

const shares = (a: ReadonlySet<string>, office: string): boolean => a.has(office);
const genderOf = (word: string | null): string => (word === null ? 'either' : (honorifics[word] ?? 'either'));

/** Whether "Mr." stands before one and "Mrs." before another of that name. */
const hasBothGenders = (mentions: readonly NameMention[], called: Called): boolean => {
  const said = new Set([...mentions.map(({ honorific }) => honorific), called.honorific].map(genderOf));
  return said.has('he') && said.has('she');
};

/** Whether an office stands before the bare name that the one in full is never given. */
const isOfAnother = (bare: readonly NameMention[], offices: ReadonlySet<string>): boolean =>
  bare.some(({ offices: its }) => its.size > 0 && [...its].every((office) => !offices.has(office)));

const readCalled = (name: string, titles: string): Called => {
  const words = tokensOf(titles).map(({ word }) => word.replace(/\.$/u, ''));
  const office = words.map((word) => shortOffices[word] ?? word).findLast((word) => personNouns.has(word));
  return {
    words: tokensOf(name).map(({ text }) => text),
    office: office ?? null,
    honorific: words.findLast((word) => word in honorifics) ?? null,
  };
};

/** One word, particles aside. */
const isLastNameAlone = ({ words }: Called): boolean =>
  words.filter((word) => !nameParticles.has(word.toLowerCase())).length === 1 &&
  !placeWords.has(words.at(-1)?.toLowerCase() ?? '');

/**
 * "Antony Blinken" for "Blinken", as the text first has it. Null where the text has no more of the name or might mean
 * another person by it, and where the name is that of a place, or of several words already.
 * @param titles what stands before the name where the speaker is called: "President", "Mr."
 */
export const fullerName = (reading: ReadingText, name: string, titles: string): string | null => {
  const called = readCalled(name, titles);
  if (!isLastNameAlone(called)) return null;
  const mentions = mentionsOf(reading, called.words);
  const full = mentions.filter(({ given }) => given.length > 0);
  const bare = mentions.filter(({ given }) => given.length === 0);
  const [person, second] = personsIn(full);
  if (person === undefined || second !== undefined || full.some(({ isKin }) => isKin)) return null;
  if (hasBothGenders(mentions, called)) return null;
  const offices = new Set(full.flatMap((mention) => [...mention.offices]));
  const printed = person.name.replace(/\s+/gu, ' ');
  if (called.office !== null) return shares(offices, called.office) ? printed : null;
  const firstBare = bare.find((mention) =>
    isInSentence(reading, mention, paragraphIndexAt(reading, mention.start)),
  );
  const isIntroduced = firstBare === undefined || person.start < firstBare.start;
  return isIntroduced && !isOfAnother(bare, offices) ? printed : null;
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

/**
 * Finds the speaker of words, as the text itself names him. The result is offered and never set: there is no
 * grammar behind it (see attributions-in.ts), and where two speakers may be meant none is returned.
 */

import { escapePattern } from '../../text/escape-pattern.ts';
import { quotationsIn } from '../../text/quotations.ts';
import { isOverlapping, type TextRange } from '../../text/selector.ts';
import { sentenceOpeners } from '../abbreviations.ts';
import { interruptedQuotation } from '../interrupted-quotation.ts';
import { paragraphIndexAt, type ReadingText } from '../reading-text.ts';
import { sentencesOf } from '../sentences.ts';
import { type AttributionFound, attributionsIn } from './attributions-in.ts';
import { mentionsOf, type NameMention } from './name-mentions.ts';
import { calendarWords, demonyms, honorifics, placeWords, shortOffices } from './name-words.ts';
import { beforeVerb, clauseOpeners, groupNouns, nameParticles, personNouns } from './speaker-words.ts';
import { isEnglish } from './speech-verbs.ts';
import { isCapital, tokensOf } from './tokens.ts';

export type Attribution = {
  /** Where the text calls the speaker (UTF-16), which may be in fewer words than `name`. */
  readonly range: TextRange;
  /** Verbatim from the text, as fully as the text names him, without titles and articles. */
  readonly name: string;
  /** Whether the words say that it is one person. */
  readonly isPerson: boolean;
  /** The organisation for which he speaks according to the text; null where it names none. */
  readonly organisation: string | null;
};

type Place = { readonly reading: ReadingText; readonly paragraph: TextRange; readonly own: string };

const inOwn = ({ paragraph }: Place, { start, end }: TextRange): TextRange => ({
  start: start - paragraph.start,
  end: end - paragraph.start,
});

/** Directly behind a quotation, a comma or a dash between at most. */
const isRightAfter =
  (own: string, quotation: TextRange) =>
  ({ start }: AttributionFound): boolean =>
    start >= quotation.end && /^[\s,\u2012-\u2015-]*$/u.test(own.slice(quotation.end, start));

/** Whether the sentence of the text that ends at `from` continues to `to`. */
const isSameSentence = (own: string, from: number, to: number): boolean =>
  from <= to &&
  sentencesOf(own, { start: 0, end: own.length }, 'en').some(
    ({ start, end }) => start < from && from <= end && to < end,
  );

/** For a quotation: the attribution after it or after another part of it, otherwise before it in its sentence. */
const ofQuotation = (
  place: Place,
  quotation: TextRange,
  found: readonly AttributionFound[],
): AttributionFound | null => {
  const { reading, paragraph, own } = place;
  const said = { start: paragraph.start + quotation.start, end: paragraph.start + quotation.end };
  const parts = interruptedQuotation(reading, said)?.map((part) => inOwn(place, part)) ?? [];
  const quotations = quotationsIn(own).filter(
    (each) =>
      each === quotation || each.start === quotation.start || parts.some((part) => isOverlapping(part, each)),
  );
  return (
    quotations.flatMap((each) => found.find(isRightAfter(own, each)) ?? [])[0] ??
    found.findLast(({ end }) => isSameSentence(own, end, quotation.start)) ??
    null
  );
};

const distance = (a: TextRange, b: TextRange): number => Math.max(0, a.start - b.end, b.start - a.end);

/** For other words: the nearest attribution in their sentences. */
const ofSentences = (
  { own, reading }: Place,
  range: TextRange,
  found: readonly AttributionFound[],
): AttributionFound | null => {
  const sentences = sentencesOf(own, { start: 0, end: own.length }, reading.language);
  const theirs = sentences.filter((sentence) => isOverlapping(sentence, range));
  const near = found.filter(({ speaker }) => theirs.some((sentence) => isOverlapping(sentence, speaker)));
  return near.toSorted((a, b) => distance(a.speaker, range) - distance(b.speaker, range))[0] ?? null;
};

/** Whether words between name somebody else: then he may be meant. Places and days are nobody. */
const namesAnother = (between: string, name: string): boolean => {
  const own = new Set(tokensOf(name).map(({ word }) => word));
  const nobody = [own, placeWords, demonyms, sentenceOpeners, clauseOpeners, beforeVerb, calendarWords];
  return tokensOf(between).some(
    (token, at, all) =>
      token.kind === 'word' &&
      isCapital(token) &&
      !nobody.some((words) => words.has(token.word.replace(/['’]s$/u, ''))) &&
      // A sentence may begin with any word; a name continues, or is followed by a verb.
      (all[at - 1]?.kind === 'word' || all[at - 1] === undefined || isCapital(all[at + 1] ?? { text: '' })),
  );
};

/** "he" is the one speaker that the paragraph has named before him; of two it might be either. */
const namedBefore = (
  { own }: Place,
  pronoun: AttributionFound,
  found: readonly AttributionFound[],
): AttributionFound | null => {
  const earlier = found.filter(({ speaker, end }) => end <= pronoun.start && speaker.kind !== 'pronoun');
  const nameOf = ({ speaker }: AttributionFound): string => own.slice(speaker.start, speaker.end);
  const last = earlier.at(-1);
  const he = own.slice(pronoun.speaker.start, pronoun.speaker.end).toLowerCase();
  if (last === undefined || !(he === 'he' || he === 'she')) return null;
  if (new Set(earlier.map(nameOf)).size > 1) return null;
  const title = own.slice(last.speaker.from, last.speaker.start);
  const isOther = he === 'he' ? /\b(?:Mrs|Ms|Miss)\b/u.test(title) : /\bMr\b/u.test(title);
  return isOther || namesAnother(own.slice(last.end, pronoun.start), nameOf(last)) ? null : last;
};

/**
 * The full name of a speaker whom the text calls by a short one, from elsewhere in the same text. A wrong person
 * that is offered is believed, so a fuller name is offered only where it is the only one: one person of that name
 * in the whole text, introduced before the bare name is used, and in the same office where the short name has one.
 */

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

/** Whether "Mr." precedes one mention and "Mrs." another mention of that name. */
const hasBothGenders = (mentions: readonly NameMention[], called: Called): boolean => {
  const said = new Set([...mentions.map(({ honorific }) => honorific), called.honorific].map(genderOf));
  return said.has('he') && said.has('she');
};

/** Whether the bare name is preceded by an office that the full name never has. */
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
 * "Antony Blinken" for "Blinken", as the text first has it. Null where the text has no fuller name or might mean
 * another person by it, and where the name is that of a place, or has several words already.
 * @param titles the words before the name in the attribution: "President", "Mr."
 */
const fullerName = (reading: ReadingText, name: string, titles: string): string | null => {
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
const fullerDescription = (reading: ReadingText, range: TextRange): string | null => {
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

const tellOf = ({ reading, paragraph }: Place, { speaker }: AttributionFound): Attribution => {
  const range = { start: paragraph.start + speaker.start, end: paragraph.start + speaker.end };
  const called = reading.text.slice(range.start, range.end);
  const titles = reading.text.slice(paragraph.start + speaker.from, range.start);
  const full = fullerName(reading, called, titles);
  const isOneWord = !/\s/u.test(called);
  const name = full ?? (isOneWord ? fullerDescription(reading, range) : null) ?? called;
  const isPerson = speaker.kind === 'person' || full !== null;
  return { range, name, isPerson, organisation: isPerson ? organisationOf(reading.text, name) : null };
};

/**
 * The nearest attribution of `range` (UTF-16): of a quotation behind or before it, of other words in their
 * sentence. English alone; null where there is none, where nobody is named, or where the language is another.
 */
export const findAttribution = (reading: ReadingText, range: TextRange): Attribution | null => {
  const paragraph = reading.paragraphs[paragraphIndexAt(reading, range.start)];
  if (paragraph === undefined || !isEnglish(reading.language)) return null;
  const own = reading.text.slice(paragraph.start, paragraph.end);
  const place: Place = { reading, paragraph, own };
  const words = inOwn(place, range);
  const found = attributionsIn(own);
  const quotation = quotationsIn(own).find(({ start, end }) => start <= words.start && words.end <= end);
  const nearest =
    quotation === undefined ? ofSentences(place, words, found) : ofQuotation(place, quotation, found);
  if (nearest === null) return null;
  const named = nearest.speaker.kind === 'pronoun' ? namedBefore(place, nearest, found) : nearest;
  return named === null ? null : tellOf(place, named);
};

/**
 * The organisation for which a person speaks, as an English text gives it beside the name: "State Department
 * spokesman Matthew Miller", "Jane Roe, a spokeswoman for the Harbour Ministry,". Offered, never set; null where
 * the text has no such words, or names two organisations.
 */

const WORD = String.raw`\p{Lu}[\p{L}\p{M}.’'&-]*`;
const ORGANISATION = `(?<organisation>${WORD}(?:\\s+(?:(?:of|for|and)\\s+(?:the\\s+)?)?${WORD}){0,6})`;
const ROLE = `(?:${[...personNouns].join('|')})`;
const ADJECTIVES = String.raw`(?:(?:an?|the|its|his|her|senior|chief|deputy|former|acting|top|press|main|new)\s+)*`;

const namesGroup = (organisation: string): boolean =>
  organisation
    .toLowerCase()
    .split(/\s+/u)
    .some((word) => groupNouns.has(word.replace(/[’']s$/u, '')));

/** Without the article and the word that only begins the sentence. */
const bare = (organisation: string): string =>
  organisation
    .replace(/^(?:The|On|In|At|But|And|As)\s+/u, '')
    .replace(/[’']s$/u, '')
    .replace(/\s+/gu, ' ');

export const organisationOf = (text: string, name: string): string | null => {
  const called = escapePattern(name).replaceAll(' ', '\\s+');
  const forms = [
    new RegExp(`${ORGANISATION}\\s+(?:${WORD}\\s+)?${ROLE}\\s+${called}(?![\\p{L}\\p{N}])`, 'gu'),
    new RegExp(
      `(?<![\\p{L}\\p{N}])${called},\\s+${ADJECTIVES}(?:\\p{Ll}+\\s+){0,2}${ROLE}\\s+(?:for|of|at|with|from)\\s+(?:the\\s+)?${ORGANISATION}`,
      'gu',
    ),
  ];
  const found = forms
    .flatMap((form) => [...text.matchAll(form)].map(({ groups }) => bare(groups?.organisation ?? '')))
    .filter(namesGroup);
  const [first, ...others] = [...new Set(found)];
  return first !== undefined && others.length === 0 ? first : null;
};

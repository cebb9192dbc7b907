import { readStatedDate } from '../../dates/read-stated-date.ts';
import { datesIn, endsSentence, linePartsOf, MAX_LINE_LENGTH } from './stated-date.ts';

/**
 * The contents of a byline: the author, and possibly the publication. Where they cannot be distinguished, both
 * readings are given.
 */
export type StatedByline = { readonly names: readonly string[]; readonly publishers: readonly string[] };

/** How a byline begins, in the languages that are read most. */
const OPENING =
  /^(?:(?:written|reported|reporting|story|text|words|report|analysis|opinion|commentary)\s+by|by|von|por|par|di|door|av|af|przez|autor(?:in|a|es)?|author|auteur|автор|текст|tekst|yazan|作者|記者|记者|文)(?:\s*[:：]\s*|\s+)(?=\S)/iu;

/** "Ana Writer reports from …", "Ana Writer in Beijing", "Ana Writer for Trade Ledger". */
const PLACE = /\s+(?:in|reports?|reporting|aus|à|en|a)\s+(?:from\s+|in\s+)?\p{Lu}.*$/u;
const FOR = /\s+(?:for|für|pour|para)\s+(?:the\s+)?(?=\p{Lu})/iu;

const PARTICLE =
  /^(?:and|und|et|y|e|i|och|og|en|&|de|da|do|dos|das|del|della|di|du|des|la|le|el|al|ul|bin|bint|ibn|ben|van|von|zu|der|den|ter|ten|af|av|mac|mc|st\.?)$/iu;
const NAME_WORD = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.‐-]*$/u;
/** What stands behind a name and is none. */
const ROLE =
  /\b(?:correspondent|reporter|editor|writer|staff|columnist|analyst|contributor|bureau|chief|redakteur(?:in)?|korrespondent(?:in)?|journaliste|corresponsal|professor|fellow|director|minister)\b/iu;
const NOT_A_NAME =
  /^(?:the|a|an|this|that|these|those|it|he|she|they|we|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|early|late|now|then|design|law|contrast|comparison|far|default)$/iu;

const MAX_WORDS = 8;

const isNames = (text: string): boolean => {
  const words = text.split(/[\s,]+/u).filter((word) => word !== '');
  const [first] = words;
  if (first === undefined || words.length > MAX_WORDS || NOT_A_NAME.test(first)) return false;
  return (
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) &&
    !PARTICLE.test(first.toLowerCase() === first ? first : '')
  );
};

const withoutContact = (text: string): string =>
  text
    .replace(/\([^()]*\)|\S+@\S+|@\w+|https?:\S+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+,/gu, ',')
    .replace(/^[\s,;]+|[\s,;.]+$/gu, '');

/** Words that name a publication, in the languages whose papers are read most; whole words. */
const PUBLICATION_WORD =
  /(?<![\p{L}\p{N}])(?:Times|Post|News|Ledger|Journal|Herald|Gazette|Tribune|Daily|Observer|Guardian|Telegraph|Chronicle|Courier|Standard|Examiner|Inquirer|Sentinel|Mirror|Dispatch|Bulletin|Monitor|Review|Quarterly|Magazine|Weekly|Press|Agency|Broadcasting|Zeitung|Rundschau|Presse|Allgemeine|Tageblatt|Nachrichten|Monde|Figaro|Journal|Gazzetta|Corriere|Repubblica|Diario|Periódico|Jornal|Folha|Gazeta|Dagbladet|Tidende)(?![\p{L}\p{N}])/u;
/** Agencies and stations that are known by a name of one word. */
const AGENCY =
  /^(?:Reuters|AFP|AP|dpa|EFE|ANSA|TASS|Interfax|Xinhua|Kyodo|PTI|Bloomberg|BBC|CNN|CNBC|NPR|Al Jazeera|Politico|Axios|Agence France-Presse|Associated Press|The Associated Press)$/iu;

const CREDITS: readonly RegExp[] = [
  /^(?:source|via|publication|publisher|quelle|fuente|fonte)\s*:\s*(.+)$/iu,
  /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?([^.©\d][^.©]*?)(?:[.,]?\s+all rights reserved.*|\.)?$/iu,
  /\b(?:first|originally)\s+(?:published|appeared)\s+(?:in|on|by|at)\s+([^.]+?)\.?$/iu,
  // The place, then the agency, then the text: "BEIJING, April 15 (Reuters) - "
  /^\p{Lu}[\p{Lu}\s.,'’/-]{1,40}(?:,?\s+[\p{L}\d.,\s]{0,30})?\(([^()]{2,40})\)\s*[-–—]/u,
];

/** Up to six words, each with a capital but for those that join names. */
const NAME_OF_WORDS =
  /^\p{Lu}[\p{L}\p{M}\d.’'&-]*(?:\s(?:\p{Lu}[\p{L}\p{M}\d.’'&-]*|of|the|and|&|de|da|la|le|du|für|der|y|e)){0,5}$/u;

/** Whether `name` looks like that of a publication: by a word typical of papers, or as an agency. */
export const isLikePublication = (name: string): boolean =>
  AGENCY.test(name) || (PUBLICATION_WORD.test(name) && NAME_OF_WORDS.test(name));

const isName = (text: string): boolean => /^[\p{L}\d]/u.test(text) && text.length >= 2 && text.length <= 80;

/** "Trade Ledger, 15 April 2024": the name before a date. */
const besideDate = (part: string): string | null => {
  const [date] = datesIn(part);
  if (date === undefined || readStatedDate(part) !== null) return null;
  const [before = ''] = part.split(date.written);
  const name = before.replace(/[\s,(–—-]+$/u, '').trim();
  return isName(name) ? name : null;
};

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The name among `known` that `part` is, but for case, an article and punctuation; null for none. */
const knownName = (part: string, known: readonly string[]): string | null => {
  const folded = fold(part);
  if (folded === '') return null;
  return known.find((name) => name === part) ?? known.find((name) => fold(name) === folded) ?? null;
};

const ofPart = (part: string, known: readonly string[]): readonly string[] => {
  const name = knownName(part, known) ?? null;
  if (name !== null) return [name];
  if (isLikePublication(part)) return [part];
  const dated = besideDate(part);
  if (dated === null) return [];
  const knownDated = knownName(dated, known);
  if (knownDated !== null) return [knownDated];
  return isLikePublication(dated) ? [dated] : [];
};

/** The publications named in `line`; a known one is returned by its known name. */
export const statedPublishers = (line: string, known: readonly string[]): readonly string[] => {
  const credited = CREDITS.flatMap((form) => form.exec(line)?.[1]?.trim() ?? []).filter(isName);
  if (credited.length > 0) return credited.map((name) => knownName(name, known) ?? name);
  if (line.length > MAX_LINE_LENGTH || endsSentence(line)) return [];
  return linePartsOf(line).flatMap((part) => ofPart(part, known));
};

const publisherIn = (text: string, known: readonly string[]): string | null =>
  knownName(text, known) ?? (isLikePublication(text) ? text : null);

/** The names in order, and what follows them: roles and places are passed over, a publication ends them. */
const readSegments = (segments: readonly string[], known: readonly string[]): StatedByline | null => {
  const [first = '', ...others] = segments;
  const names = [first];
  const publishers: string[] = [];
  const unsure: string[] = [];
  for (const segment of others) {
    const publisher = publisherIn(segment, known);
    if (publisher !== null) publishers.push(publisher);
    else if (publishers.length === 0 && !ROLE.test(segment) && isNames(segment)) unsure.push(segment);
  }
  if (!isNames(first)) return null;
  const whole = [...names, ...unsure].join(', ');
  // A name after a comma is another author or the paper; two authors joined by "and" come behind their commas.
  const isList = unsure.some((each) => /\s(?:and|und|et|y|e|&)\s/iu.test(each));
  const isPaper = unsure.length === 1 && !isList;
  return {
    names: isPaper ? [first, whole] : [whole],
    publishers: [...publishers, ...(isPaper ? unsure : [])],
  };
};

const readNames = (text: string, known: readonly string[]): StatedByline | null => {
  const [before = '', forWhom] = text.split(FOR);
  const segments = before
    .replace(PLACE, '')
    .split(/\s*[,;]\s*/u)
    .map(withoutContact)
    .filter((segment) => segment !== '');
  const agency = publisherIn(withoutContact(before), known);
  if (agency !== null) return { names: [withoutContact(before)], publishers: [agency] };
  const read = readSegments(segments, known);
  if (read === null || forWhom === undefined) return read;
  return {
    ...read,
    publishers: [knownName(withoutContact(forWhom), known) ?? withoutContact(forWhom), ...read.publishers],
  };
};

const withoutDates = (text: string): string =>
  datesIn(text).reduce((rest, { written }) => rest.replace(written, ' '), text);

/**
 * `line` read as a byline ("By Ana Writer, Trade Ledger"); null where it is not one: a sentence that begins with
 * "By 2030 …" contains words that are not names.
 */
export const statedByline = (line: string, known: readonly string[]): StatedByline | null => {
  if (line.length > MAX_LINE_LENGTH) return null;
  const parts = linePartsOf(line);
  const at = parts.findIndex((part) => OPENING.test(part));
  const part = parts[at];
  if (part === undefined) return null;
  const read = readNames(withoutContact(withoutDates(part.replace(OPENING, ''))), known);
  if (read === null) return null;
  const beside = parts.filter((_, index) => index !== at).flatMap((other) => publisherIn(other, known) ?? []);
  return { ...read, publishers: [...read.publishers, ...beside] };
};

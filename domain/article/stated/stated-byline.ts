import { knownName } from './known-name.ts';
import { linePartsOf, MAX_LINE_LENGTH } from './line-parts.ts';
import { datesIn } from './stated-date.ts';
import { isLikePublication } from './stated-publisher.ts';

/** What a byline says: who wrote it, perhaps for whom. Where that can't be told apart, both readings are given. */
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
 * What `line` says as a byline ("By Ana Writer, Trade Ledger"); null where it is none: a sentence that begins with
 * "By 2030 …" has words in it that are no names.
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

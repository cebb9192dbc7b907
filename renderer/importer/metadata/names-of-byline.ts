/**
 * What a page gives as its author, made a byline: people, one after the other. Ids, e-mail addresses, domains and
 * accounts are not names, and a body is one only where nobody else is named.
 */

import { proposeKind } from '#domain/source/propose-kind.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { listNames } from './found-value.ts';

/** How a byline begins, in the languages of pages, and what a link to the other texts of an author says. */
const OPENING = new RegExp(
  [
    String.raw`^(?:(?:[\p{L}’'-]+\s+){0,5}?(?:written|reported|reporting|story|text|words|report|posts|posted|published|articles|beiträge|artikel|veröffentlicht|geschrieben|erstellt|publié|écrit|rédigé|publicado|escrito|pubblicato|scritto|geschreven|geplaatst|napisane|skrevet|skriven)\s+)?(?:by|von|vom|par|por|di|door|av|af|przez|de)(?:\s*[:：]\s*|\s+)(?=\S)`,
    String.raw`^(?:autor(?:in|a|es)?|authors?|auteur|autore|автор|текст|tekst|yazan|interview|texte?|作者|記者|记者|文)\s*[:：]\s*(?=\S)`,
    String.raw`^(?:بقلم|كتب|автор|作者|記者|记者)\s+(?=\S)`,
    String.raw`^(?:by|von)(?=\p{Lu}\p{Ll})`,
  ].join('|'),
  'iu',
);

const CONTACT =
  /\([^()]*(?:@|https?:)[^()]*\)|<[^<>]*@[^<>]*>|\S+@\S+\.\p{L}{2,}|\S+\[at\]\S+|(?<!\S)@\w+|https?:\/\/\S+|(?<!\S)www\.\S+/giu;
/** "mail.example.org", "tagesschau.de", "first.last": words of an address. */
const ADDRESS = /^[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)*\.\p{Ll}{2,}$/u;
const ID = /^[\d\s._#-]+$|^[0-9a-f-]{16,}$/iu;
const NOBODY =
  /^(?:admin(?:istrator)?|web(?:master|admin)|wordpress\p{L}*|no author|unknown|anonymous|null|undefined|none|n\/?a|author|user\d*|guest|root|editor|\[object object\]|archiv anzeigen)$/iu;
/** A name of an account: one word with a sign or a number in it. */
const ACCOUNT = /^[\p{Ll}\d]+[_\d][\p{L}\d_]*$/u;
const CONTROLS =
  /\s+(?:alle artikel|archiv anzeigen|folge mir|follow(?: me)?|view (?:profile|bio)|more by this author|shares?|tweet)(?:\s.*)?$|\s*[→»›|/–-]\s*$/iu;

const clean = (raw: string): string => {
  const plain = raw
    .replace(CONTACT, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:|/–-]+|[\s,;:|/–-]+$/gu, '')
    .replace(CONTROLS, '')
    // For whom: "Jane Roe for the Harbour Times".
    .replace(/(?<=\p{L}\s+\p{L}+)\s+for\s+(?:the\s+)?\p{Lu}.*$/iu, '');
  return plain.replace(OPENING, '').replace(/^[\s,;:]+|[\s,;:]+$/gu, '');
};

/** Whether a line begins as bylines do. */
export const hasOpening = (line: string): boolean => OPENING.test(line.trim());

const isNoName = (name: string): boolean =>
  !/\p{L}/u.test(name) ||
  ID.test(name) ||
  ADDRESS.test(name) ||
  NOBODY.test(name) ||
  /^(?:von|by|par|por)$|\s(?:von|by|par|por)$/iu.test(name);

/** "Jane Roe Jane Roe", as where a picture and a link have the name. */
const onceSaid = (name: string): string => {
  const words = name.split(' ');
  const half = words.length / 2;
  return words.length > 1 && words.slice(0, half).join(' ') === words.slice(half).join(' ')
    ? words.slice(0, half).join(' ')
    : name;
};

/** The names in one value of a page; empty where it has none. Separators that names do not have part it. */
export const namesIn = (raw: string): readonly string[] =>
  raw
    .split(/\s*[;|\n]\s*|\s*,\s+(?!(?:Jr|Sr|PhD|MD)\b)/u)
    .map((part) => onceSaid(clean(part)))
    .filter((name) => name !== '' && !isNoName(name));

const NAME_WORD = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.‐-]*$/u;
const PARTICLE =
  /^(?:von|van|vom|zu|zum|zur|de|der|den|del|della|di|da|dos|das|do|du|des|la|le|ter|ten|al|el|bin|ibn|af|av|and|und|et|y|e)$/iu;
const OFFICE =
  /(?<!\p{L})(?:redaktion|redazione|redacción|rédaction|редакция|editorial|staff|team|desk|newsroom|online|agenturen|agencies|verein|stiftung|e\.\s?v\.|gmbh|magazin(?:e)?|blog|press|news|tv|radio|redactie)(?!\p{L})/iu;

const isOnePerson = (name: string): boolean => {
  const words = name.split(' ');
  return (
    words.length > 1 &&
    words.length <= 6 &&
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) &&
    !PARTICLE.test(words.at(-1) ?? '') &&
    !OFFICE.test(name) &&
    proposeKind(name) === 'person'
  );
};

/** Whether `name` looks like a person's, or like those of several: some words, each like one of a name. */
export const isPerson = (name: string): boolean =>
  name.split(/\s+(?:and|und|et|y|e|&)\s+/iu).every(isOnePerson);

/** A word of a name with a capital: no initial and no lower-case particle. */
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}]+(?:['’-]\p{L}+)*$/u;
/** Particles that are often capitalised, as in long Arabic, Malay, Portuguese and Dutch names. */
const NAME_LINK = /^(?:ben|bint|binti|abu|abd|abdul|umm|mac|mc|san|santa|saint|st)$/iu;
const ROLE =
  /(?<!\p{L})(?:correspondent|reporters?|editors?|writers?|columnist|contributors?|journalist|analyst|professor|prof|dr|director|minister|president|chief|senior|special|photo(?:s|graph\p{L}*)?|for|in|at|of|the|redakt\p{L}+|korrespond\p{L}+|corresponsal|corrispondente|correspondant|correspondente|journaliste|periodista|giornalista|корреспондент|обозреватель|редактор)(?!\p{L})/iu;
/** More words than one person's name has that is printed without particles. */
const MANY_WORDS = 6;
/** "OneJan": a capital within a word, behind more letters than "Mac", "Van" and "Fitz" have. */
const JOINED = /^\p{Lu}[\p{Ll}\p{M}]{2,}\p{Lu}[\p{Ll}\p{M}]{2,}$/u;
const CAPITAL_INSIDE = /^(?:Mac|Van|Von|Fitz|Del|Dela|Des|Las|Los|Ter|Ten|San|Saint|Abd|Bin)\p{Lu}/u;

/**
 * Whether `name` is probably that of several people with nothing between them ("Anna Oder Jan Zweig Eva Drost"), which
 * only a person can separate. Long names of one person are not: they have particles, initials or fewer words. Two
 * names of two words each can't be told from one of four.
 */
export const isRunTogether = (name: string): boolean => {
  const words = name.split(' ');
  if (!words.every((word) => CAPITALISED.test(word)) || OFFICE.test(name) || ROLE.test(name)) return false;
  if (words.some((word) => PARTICLE.test(word) || NAME_LINK.test(word)) || proposeKind(name) !== 'person')
    return false;
  // The joint is that of a family name and the next given name: neither at the beginning nor at the end.
  const inside = words.slice(1, -1);
  return words.length >= MANY_WORDS || inside.some((word) => JOINED.test(word) && !CAPITAL_INSIDE.test(word));
};

/** A name without what spellings differ in. */
export const sameLetters = (name: string): string => foldName(name).replace(/[^\p{L}\p{N}]+/gu, '');

/** How much of a byline the names are: 2, if one is a person's; 1, if one is not that of the site; else 0. */
const rankOf = (names: readonly string[], siteNames: ReadonlySet<string>): number => {
  const others = names.filter((name) => !siteNames.has(sameLetters(name)));
  if (others.some(isPerson)) return 2;
  return others.some((name) => !OFFICE.test(name) && !ACCOUNT.test(name)) ? 1 : 0;
};

/** The bylines of a page, those with people before the names of bodies; what names nobody is left out. */
export const rankBylines = <T extends { readonly raw: string }>(
  candidates: readonly T[],
  siteNames: readonly string[],
): readonly T[] => {
  const sites = new Set(siteNames.flatMap((name) => [name, name.replace(/\.\p{L}+$/u, '')]).map(sameLetters));
  const read = candidates.flatMap((candidate) => {
    const names = [...new Set(namesIn(candidate.raw))];
    if (names.length === 0) return [];
    const people = names.some(isPerson)
      ? names.filter((each) => names.length === 1 || !sites.has(sameLetters(each)))
      : names;
    return [
      { candidate: { ...candidate, raw: listNames(people) }, rank: rankOf(people, sites), names: people },
    ];
  });
  // The site itself is its publisher already.
  return read
    .filter(({ names }) => names.some((name) => isPerson(name) || !sites.has(sameLetters(name))))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ candidate }) => candidate);
};

/**
 * The cited works as Typst's engine reads them: a bibliography in Hayagriva's YAML, written as JSON, which YAML holds.
 * Which kind of work the engine takes an entry for follows from its type and that of its parent.
 */
import type { WorkName } from '#domain/memo/citation-style/author-names.ts';
import type { CitedWork } from '#domain/memo/citation-style/cited-work.ts';

type Kind = {
  readonly type: string;
  /** The type of what carries it; without it, the publication is the publisher. */
  readonly parent?: string;
  /** The type of CSL for which the engine takes it, where that is another one. No article has any of these. */
  readonly takenFor?: string;
};

const kinds: Readonly<Record<CitedWork['type'], Kind>> = {
  'article-newspaper': { type: 'article', parent: 'newspaper' },
  'article-magazine': { type: 'article', parent: 'blog', takenFor: 'post-weblog' },
  'article-journal': { type: 'article', parent: 'periodical' },
  webpage: { type: 'web', parent: 'web' },
  post: { type: 'post', parent: 'web' },
  report: { type: 'report' },
  // Of what the engine has as a broadcast it prints no title of what carries it.
  broadcast: { type: 'article', parent: 'book', takenFor: 'article' },
  interview: { type: 'thesis', takenFor: 'thesis' },
  speech: { type: 'manuscript', takenFor: 'manuscript' },
  hearing: { type: 'case', takenFor: 'legal_case' },
  // Without a publisher the engine takes it for a bill.
  legislation: { type: 'patent', takenFor: 'patent' },
  treaty: { type: 'book', takenFor: 'book' },
  dataset: { type: 'repository', takenFor: 'software' },
  personal_communication: { type: 'artwork', takenFor: 'graphic' },
};

/**
 * The engine has no magazine, interview, speech, hearing, treaty, dataset or letter. They are handed over as types that
 * no article has, and a style that asks for one of two types is to ask for the other: each of them, by its name in CSL.
 */
export const exchangedTypes: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([type, { takenFor }]): readonly (readonly [string, string])[] =>
    takenFor === undefined
      ? []
      : [
          [type, takenFor],
          [takenFor, type],
        ],
  ),
);

/** Signs that Hayagriva reads as mathematics, as a verbatim part, or as what lifts the meaning of the next one. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\{}$]/gu, '\\$&');

/** Words that stay small in English titles: articles, conjunctions, and prepositions of any length. */
const small = new Set(
  (
    'a about above across after against along alongside amid amidst among amongst an and around as aside astride at ' +
    'atop before behind below beneath beside besides between beyond but by circa despite down during except for from ' +
    'given in inside into like near nor notwithstanding of off on onto or out over per plus since so than the through ' +
    'throughout till to toward towards under underneath until unto up upon versus via vs with within without yet'
  ).split(' '),
);

/**
 * Stands before a text that begins with braces, or the engine would take away the white space behind them. It has no
 * width and no place in the alphabet, and is left out of what the engine writes.
 */
export const NOTHING = '\u2063';

/** "NATO’s", "U.S.", "eBay", "COP28". */
const isMixed = (word: string): boolean =>
  /\p{L}.*\p{Lu}/u.test(word) || (/\p{Lu}/u.test(word) && /\p{N}/u.test(word));
const ABBREVIATION = /^(?:\p{L}\.)+$/u;

/**
 * `text` with braces around what keeps its letters as they are written. The engine would print "Nato’s", and
 * "After" within a title; where a style changes no case, nothing changes.
 */
const keepCase = (text: string): string => {
  const isShouted = !/\p{Ll}/u.test(text);
  const words = plain(text).split(' ');
  return words
    .map((word, at) => {
      const before = words[at - 1];
      const isWithin =
        before !== undefined &&
        at < words.length - 1 &&
        (!/[.?!:…—–]["”’»)\]]*$/u.test(before) || ABBREVIATION.test(before));
      const [, start = '', core = '', end = ''] = /^([("“‘«]*)(.*?)([)"”’»,;]*)$/u.exec(word) ?? [];
      const isKept = (isWithin && small.has(core)) || (!isShouted && isMixed(core));
      return isKept ? `${start}{${core}}${end}` : word;
    })
    .join(' ')
    .replace(/^\{/u, `${NOTHING}{`);
};

const nameOf = (name: WorkName): object =>
  'literal' in name
    ? { name: name.literal }
    : {
        // A particle that is said apart would be left out of short forms.
        name: name.prefix === undefined ? name.family : `${name.prefix} ${name.family}`,
        'given-name': name.given,
        ...(name.suffix === undefined ? {} : { suffix: name.suffix }),
      };

/**
 * The language as Hayagriva reads it; nothing where it is no sound tag. By it titles of other languages keep their
 * capitals.
 */
const languageOf = (language: string | null): object => {
  const tag = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?/u.exec(language ?? '');
  return tag === null ? {} : { language: tag[2] === undefined ? tag[1] : `${tag[1]}-${tag[2]}` };
};

/** Stands for the address of a source: the engine would write it otherwise than it was typed. */
const ADDRESS = /https:\/\/precis\.invalid\/(\d+)\/?/u;
const addressFor = (number: number): string => `https://precis.invalid/${number}`;

/** What the engine has written without what only it was to see. */
export const withoutHelp = (text: string): string => text.replaceAll(NOTHING, '');

/** `text` in parts: words, and at every second place the number of the source whose address stands there. */
export const splitAddresses = (text: string): readonly (string | number)[] =>
  text.split(ADDRESS).map((part, at) => (at % 2 === 0 ? part : Number(part)));

/** The key of a source in the bibliography. */
export const keyOf = (source: number): string => `s${source}`;

/** What carries the work. Without a parent some types would be taken for another kind. */
const carrierOf = (container: string | null, { parent }: Kind): object => {
  if (parent === undefined) return container === null ? {} : { publisher: container };
  return { parent: { type: parent, ...(container === null ? {} : { title: container }) } };
};

const addressesOf = ({ number, url, accessed, doi }: CitedWork): object => {
  const value = addressFor(number);
  return {
    ...(url === null ? {} : { url: accessed === null ? value : { value, date: accessed.slice(0, 10) } }),
    ...(doi === null ? {} : { 'serial-number': { doi } }),
  };
};

const entryOf = (work: CitedWork, print: (text: string) => string): object => {
  const { title, authors, published, container, language } = work;
  const kind = kinds[work.type];
  return {
    type: kind.type,
    title: print(title),
    ...(authors.length === 0 ? {} : { author: authors.map(nameOf) }),
    ...(published === null ? {} : { date: published }),
    ...addressesOf(work),
    ...languageOf(language),
    ...carrierOf(container === null ? null : print(container), kind),
  };
};

/** The bibliography of `works`; with `keepsCase`, words of titles that are to stay as they are written say so. */
export const printBibliography = (
  works: readonly CitedWork[],
  { keepsCase }: { readonly keepsCase: boolean },
): string => {
  const print = keepsCase ? keepCase : plain;
  return JSON.stringify(Object.fromEntries(works.map((work) => [keyOf(work.number), entryOf(work, print)])));
};

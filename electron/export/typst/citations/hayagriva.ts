/**
 * The cited works in the format of Typst's engine: a bibliography in Hayagriva's YAML, written as JSON, which is valid
 * YAML. The engine derives the kind of a work from the type of its entry and that of its parent.
 */
import type { WorkName } from '#domain/memo/citation-style/author-names.ts';
import type { CitedWork } from '#domain/memo/citation-style/cited-work.ts';

type Kind = {
  readonly type: string;
  /** The type of the work that contains it; without one, the publication is stored as the publisher. */
  readonly parent?: string;
  /** The CSL type that the engine assigns, if it is another one. No article has any of these types. */
  readonly takenFor?: string;
};

const kinds: Readonly<Record<CitedWork['type'], Kind>> = {
  'article-newspaper': { type: 'article', parent: 'newspaper' },
  'article-magazine': { type: 'article', parent: 'blog', takenFor: 'post-weblog' },
  'article-journal': { type: 'article', parent: 'periodical' },
  webpage: { type: 'web', parent: 'web' },
  post: { type: 'post', parent: 'web' },
  report: { type: 'report' },
  // For an entry that the engine takes for a broadcast, it does not print the title of the container.
  broadcast: { type: 'article', parent: 'book', takenFor: 'article' },
  interview: { type: 'thesis', takenFor: 'thesis' },
  speech: { type: 'manuscript', takenFor: 'manuscript' },
  hearing: { type: 'case', takenFor: 'legal_case' },
  // Without a publisher the engine takes it for a bill.
  legislation: { type: 'patent', takenFor: 'patent' },
  treaty: { type: 'book', takenFor: 'book' },
  dataset: { type: 'repository', takenFor: 'software' },
  personal_communication: { type: 'artwork', takenFor: 'graphic' },
  document: { type: 'misc' },
};

/**
 * The engine has no magazine, interview, speech, hearing, treaty, dataset or letter. They are passed to it as types
 * that no article has, and in the style the conditions on the two types are exchanged. The map has both types by their
 * names in CSL.
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

/** Removes characters that Hayagriva reads as mathematics, as a verbatim part, or as an escape. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\{}$]/gu, '\\$&');

/** Words that remain in lower case in English titles: articles, conjunctions, and prepositions of any length. */
const small = new Set(
  (
    'a about above across after against along alongside amid amidst among amongst an and around as aside astride at ' +
    'atop before behind below beneath beside besides between beyond but by circa despite down during except for from ' +
    'given in inside into like near nor notwithstanding of off on onto or out over per plus since so than the through ' +
    'throughout till to toward towards under underneath until unto up upon versus via vs with within without yet'
  ).split(' '),
);

/**
 * Inserted before a text that begins with braces, because the engine would otherwise remove the white space after them.
 * It has no width and does not affect sorting, and is removed from the engine's output.
 */
export const NOTHING = '\u2063';

/** "NATO’s", "U.S.", "eBay", "COP28". */
const isMixed = (word: string): boolean =>
  /\p{L}.*\p{Lu}/u.test(word) || (/\p{Lu}/u.test(word) && /\p{N}/u.test(word));
const ABBREVIATION = /^(?:\p{L}\.)+$/u;

/**
 * `text` with braces around words whose letter case must be kept. The engine would otherwise print "Nato’s", or "After"
 * within a title; where a style changes no case, the braces have no effect.
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
        // A separate particle would be missing from short forms.
        name: name.prefix === undefined ? name.family : `${name.prefix} ${name.family}`,
        'given-name': name.given,
        ...(name.suffix === undefined ? {} : { suffix: name.suffix }),
      };

/**
 * The language for Hayagriva; empty if it is not a valid tag. It makes titles in other languages keep their capitals.
 */
const languageOf = (language: string | null): object => {
  const tag = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?/u.exec(language ?? '');
  return tag === null ? {} : { language: tag[2] === undefined ? tag[1] : `${tag[1]}-${tag[2]}` };
};

/** A placeholder for the address of a source: the engine would not write the address as it was typed. */
const ADDRESS = /https:\/\/precis\.invalid\/(\d+)\/?/u;
const addressFor = (number: number): string => `https://precis.invalid/${number}`;

/** The output of the engine without the characters that only help the engine. */
export const withoutHelp = (text: string): string => text.replaceAll(NOTHING, '');

/** `text` in parts: words, alternating with the number of a source whose address is at that place. */
export const splitAddresses = (text: string): readonly (string | number)[] =>
  text.split(ADDRESS).map((part, at) => (at % 2 === 0 ? part : Number(part)));

/** The key of a source in the bibliography. */
export const keyOf = (source: number): string => `s${source}`;

/** The container of the work. Without a parent some types would be taken for another kind. */
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

/** The bibliography of `works`; with `keepsCase`, words of titles whose case must be kept are marked. */
export const printBibliography = (
  works: readonly CitedWork[],
  { keepsCase }: { readonly keepsCase: boolean },
): string => {
  const print = keepsCase ? keepCase : plain;
  return JSON.stringify(Object.fromEntries(works.map((work) => [keyOf(work.number), entryOf(work, print)])));
};

/**
 * The cited works as Typst's engine reads them: a bibliography in Hayagriva's YAML, written as JSON, which YAML holds.
 * Which kind of work the engine takes an entry for follows from its type and that of its parent.
 */
import type { WorkName } from '#domain/memo/citation-style/author-names.ts';
import type { CitedWork } from '#domain/memo/citation-style/cited-work.ts';

type Kind = {
  readonly type: string;
  readonly parent?: string;
  readonly saysGenre?: true;
  /** Whether the publication is the publisher, and not what the work is part of. */
  readonly isPublished?: true;
};

const kinds: Readonly<Record<CitedWork['type'], Kind>> = {
  'article-newspaper': { type: 'article', parent: 'newspaper' },
  // The engine has no magazine: a journal would lose the day of it.
  'article-magazine': { type: 'article', parent: 'newspaper' },
  'article-journal': { type: 'article', parent: 'periodical' },
  webpage: { type: 'web', parent: 'web' },
  post: { type: 'post', parent: 'web' },
  report: { type: 'report' },
  // It prints no title of what carries a broadcast.
  broadcast: { type: 'video', parent: 'video', isPublished: true },
  // Nor has it any of these: what is nearest says the most of them.
  interview: { type: 'article', parent: 'newspaper', saysGenre: true },
  speech: { type: 'misc', saysGenre: true },
  hearing: { type: 'misc', saysGenre: true },
  treaty: { type: 'misc', saysGenre: true },
  legislation: { type: 'legislation' },
  dataset: { type: 'repository', saysGenre: true },
  personal_communication: { type: 'misc', saysGenre: true },
};

/** Signs that Hayagriva reads as mathematics, as a verbatim part, or as what lifts the meaning of the next one. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\{}$]/gu, '\\$&');

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

/** `text` in parts: words, and at every second place the number of the source whose address stands there. */
export const splitAddresses = (text: string): readonly (string | number)[] =>
  text.split(ADDRESS).map((part, at) => (at % 2 === 0 ? part : Number(part)));

/** The key of a source in the bibliography. */
export const keyOf = (source: number): string => `s${source}`;

/** What carries the work. Without a parent some types would be taken for another kind. */
const carrierOf = ({ container }: CitedWork, { parent, isPublished }: Kind): object => {
  const name = container === null ? null : plain(container);
  const isPublisher = parent === undefined || isPublished === true;
  const named = name === null || isPublisher ? {} : { title: name };
  return {
    ...(name === null || !isPublisher ? {} : { publisher: name }),
    ...(parent === undefined ? {} : { parent: { type: parent, ...named } }),
  };
};

const addressesOf = ({ number, url, accessed, doi }: CitedWork): object => {
  const value = addressFor(number);
  return {
    ...(url === null ? {} : { url: accessed === null ? value : { value, date: accessed.slice(0, 10) } }),
    ...(doi === null ? {} : { 'serial-number': { doi } }),
  };
};

const entryOf = (work: CitedWork): object => {
  const { title, authors, published, genre, language } = work;
  const kind = kinds[work.type];
  return {
    type: kind.type,
    title: plain(title),
    ...(authors.length === 0 ? {} : { author: authors.map(nameOf) }),
    ...(published === null ? {} : { date: published }),
    ...(kind.saysGenre === true ? { genre } : {}),
    ...addressesOf(work),
    ...languageOf(language),
    ...carrierOf(work, kind),
  };
};

/** The bibliography of `works`. */
export const printBibliography = (works: readonly CitedWork[]): string =>
  JSON.stringify(Object.fromEntries(works.map((work) => [keyOf(work.number), entryOf(work)])));

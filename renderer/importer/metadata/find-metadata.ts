/**
 * The metadata of a page's article, with their places. Publishers repeat themselves: JSON-LD is written for machines
 * and comes first, then OpenGraph, then the older meta elements, then the displayed text.
 */
import type { FoundIn, FoundMetadata } from '#domain/article/article.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { doiOfUrl } from '#domain/article/bibliography/doi.ts';
import { statedByline } from '#domain/article/stated/stated-byline.ts';
import { statedDates } from '#domain/article/stated/stated-date.ts';
import { datesOfTimeElements, findHeadline, linesAtHeadline, namesInBylines } from './article-elements.ts';
import { type Candidate, type Candidates, chooseFound, listNames, shownText } from './found-value.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { rankBylines } from './names-of-byline.ts';

import { type PageTitles, titleCandidates } from './title-candidates.ts';

/** What the `<meta>` elements of a page say, by their name, property or itemprop in lower case. */
type MetaElements = ReadonlyMap<string, readonly string[]>;

const keysOf = (meta: Element): readonly string[] =>
  ['name', 'property', 'itemprop', 'http-equiv']
    .map((attribute) => meta.getAttribute(attribute)?.trim().toLowerCase() ?? '')
    .flatMap((names) => names.split(/\s+/))
    // Digital Commons prefixes Highwire's tags.
    .map((name) => name.replace(/^bepress_(?=citation_)/, ''))
    .filter((name) => name !== '');

/** Reads all meta elements of `page`, without empty ones. */
const readMetaElements = (page: Document): MetaElements => {
  const values = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    if (content === '') continue;
    for (const key of keysOf(meta)) values.set(key, [...(values.get(key) ?? []), content]);
  }
  return values;
};

/** The values under `names`, in the order of the names. */
const metaValues = (meta: MetaElements, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => meta.get(name) ?? []);

const from = (foundIn: FoundIn, raws: readonly (string | null | undefined)[]): readonly Candidate[] =>
  raws.flatMap((raw) => (raw === null || raw === undefined ? [] : [{ raw, foundIn }]));

const textOf = (element: Element | null): readonly string[] => (element === null ? [] : [shownText(element)]);

/**
 * The kind of publication that an article is in: by its schema.org type, or by tags that only such publications use
 * (Highwire, as Google Scholar asks for them; PRISM).
 */

type ArticleType = Bibliography['type'];

const ofSchema: readonly (readonly [RegExp, ArticleType])[] = [
  [/ScholarlyArticle$/, 'article-journal'],
  [/NewsArticle$/, 'article-newspaper'],
  [/Posting$/, 'post'],
  [/^Report$/, 'report'],
];

/** The CSL types for the page's data; none for an unknown kind. */
const typesOfData = ({ types }: LinkedData): readonly ArticleType[] =>
  types.flatMap((type) => ofSchema.filter(([pattern]) => pattern.test(type)).map(([, kind]) => kind));

const ofTags: readonly (readonly [tag: string, ArticleType])[] = [
  ['citation_journal_title', 'article-journal'],
  ['prism.publicationname', 'article-journal'],
  ['citation_technical_report_institution', 'report'],
];

/** The types that follow from the page's tags. */
const typesOfMeta = (meta: MetaElements): readonly ArticleType[] =>
  ofTags.filter(([tag]) => metaValues(meta, tag).length > 0).map(([, type]) => type);

/** The publication that the article appeared in, which is cited, not its owner. */
const containersOf = (meta: MetaElements): readonly string[] =>
  metaValues(meta, ...ofTags.map(([tag]) => tag), 'citation_conference_title');

const publisherCandidates = (data: LinkedData, meta: MetaElements): readonly Candidate[] => [
  ...from('meta-tag', containersOf(meta)),
  ...from('json-ld', data.publisher),
  ...from('open-graph', metaValues(meta, 'og:site_name')),
  ...from(
    'meta-tag',
    metaValues(
      meta,
      'dc.publisher',
      'dcterms.publisher',
      'citation_publisher',
      'publisher',
      'application-name',
    ),
  ),
];

/** The site's names, its publisher's, and its host as a fallback. */
const siteNames = (
  page: Document,
  data: LinkedData,
  meta: MetaElements,
  publisher: string,
): readonly string[] => {
  const addresses = addressCandidates(page, data, meta).map(({ raw }) => raw);
  const hosts = addresses
    .filter((raw) => URL.canParse(raw))
    .map((raw) => new URL(raw).hostname.replace(/^www\./, ''));
  const names = [publisher, ...data.siteNames, ...metaValues(meta, 'og:site_name', 'application-name')];
  return [...names, ...hosts].filter((name) => name !== '');
};

const titlesOf = (page: Document, data: LinkedData, meta: MetaElements, publisher: string): PageTitles => ({
  shown: from('heading', textOf(findHeadline(page, publisher))),
  names: from('json-ld', data.names),
  declared: [
    ...from('json-ld', data.headlines),
    ...from('open-graph', metaValues(meta, 'og:title')),
    ...from(
      'meta-tag',
      metaValues(
        meta,
        'citation_title',
        'dc.title',
        'dcterms.title',
        'parsely-title',
        'sailthru.title',
        'twitter:title',
        'title',
      ),
    ),
  ],
  windowTitle: from('html-title', [page.title]),
  siteNames: siteNames(page, data, meta, publisher),
});

/** Each element names one author; together they are the authors. The address of a profile is not a name. */
const graphAuthors = (meta: MetaElements): readonly string[] =>
  ['article:author', 'og:article:author']
    .map((name) => metaValues(meta, name).filter((value) => !/^\s*(?:https?:|www\.|@)/i.test(value)))
    .filter((names) => names.length > 0)
    .map((names) => listNames([...new Set(names)]));

const namesIn = (raw: string): readonly string[] =>
  raw
    .replace(/^\s*by\s/i, '')
    .split(/\s*[,;|]\s*|\s+(?:and|und|et|y|e|&)\s+/iu)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');

/** A candidate with the first one's authors and more comes before it: machine data often has only one. */
const completeFirst = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const [first] = candidates;
  if (first === undefined) return candidates;
  const named = namesIn(first.raw);
  const complete = candidates.filter(({ raw }) => {
    const names = namesIn(raw);
    return names.length > named.length && named.every((name) => names.includes(name));
  });
  return [...complete.slice(0, 1), ...candidates];
};

/**
 * "Smith, John" as printed: "John Smith". Highwire's tag names one author, Dublin Core's often two, so that there a
 * comma only separates family and given name if a single word precedes it.
 */
const asPrinted = (name: string, isOneAuthor: boolean): string => {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  const isTurned = given !== '' && more.length === 0 && (isOneAuthor || !family.includes(' '));
  return isTurned ? `${given} ${family}` : name;
};

const namesOf = (meta: MetaElements, tag: string): readonly string[] => {
  if (tag === 'citation_authors') return metaValues(meta, tag).flatMap((names) => names.split(';'));
  return metaValues(meta, tag);
};

const tags = [
  'citation_author',
  // An older tag for all authors in one.
  'citation_authors',
  'author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
] as const;

const mayBeTurned: ReadonlySet<string> = new Set([
  'citation_author',
  'citation_authors',
  'dc.creator',
  'dcterms.creator',
]);

/** The authors by each tag with any. If several elements name one author each, they are all authors. */
const metaAuthors = (meta: MetaElements): readonly string[] =>
  tags
    .map((tag) => {
      const names = namesOf(meta, tag).map((name) =>
        mayBeTurned.has(tag) ? asPrinted(name, tag.startsWith('citation_')) : name,
      );
      return listNames([...new Set(names.map((name) => name.trim()))].filter((name) => name !== ''));
    })
    .filter((names) => names !== '');

const bylineCandidates = (
  page: Document,
  data: LinkedData,
  meta: MetaElements,
  lines: readonly string[],
): readonly Candidate[] =>
  completeFirst([
    ...from('json-ld', data.byline),
    ...from('open-graph', graphAuthors(meta)),
    ...from('meta-tag', metaAuthors(meta)),
    ...from('byline-element', namesInBylines(page)),
    ...from(
      'byline-element',
      lines.flatMap((line) => statedByline(line, [])?.names ?? []),
    ),
  ]);

/** The date that many papers include in an article's address: `/2024/04/22/`, `/2024/apr/22/`. */
const dayInAddress = (address: string): string | null => {
  const [, year, month = '', day] =
    /\/((?:19|20)\d{2})\/(\d{2}|[a-z]{3})\/(\d{2})(?=\/|$)/i.exec(address) ?? [];
  if (year === undefined) return null;
  return /^\d/.test(month) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`;
};

const dateCandidates = (
  page: Document,
  data: LinkedData,
  meta: MetaElements,
  lines: readonly string[],
): readonly Candidate[] => [
  ...from('json-ld', data.publishedAt),
  ...from(
    'open-graph',
    metaValues(meta, 'article:published_time', 'og:article:published_time', 'og:published_time'),
  ),
  ...from(
    'meta-tag',
    metaValues(
      meta,
      'datepublished',
      'article.published',
      'parsely-pub-date',
      'sailthru.date',
      'citation_publication_date',
      'citation_date',
      'citation_online_date',
      'prism.publicationdate',
      'dcterms.issued',
      'dc.date.issued',
      'dcterms.date',
      'dc.date',
      'dcterms.created',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'published',
      'date',
    ),
  ),
  ...from('time-element', [...datesOfTimeElements(page), ...statedDates(lines)]),
  ...addressCandidates(page, data, meta).flatMap(({ raw, foundIn }) => from(foundIn, [dayInAddress(raw)])),
];

const NOTES: readonly RegExp[] = [
  // Chromium and Internet Explorer: "saved from url=(0023)https://a.example/b"
  /^\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*$/i,
  // SingleFile: "Page saved with SingleFile", then "url: https://a.example/b"
  /^\s*Page saved with SingleFile\s+url:\s*(https?:\/\/\S+)/i,
];

const COMMENT_NODE = 8;

/** "saved date: Tue Apr 23 2024 10:07:11 GMT+0200 (Central European Summer Time)" */
const SAVED_ON =
  /^\s*Page saved with SingleFile\s[\s\S]{0,4000}?saved date:\s*\w{3} (\w{3} \d{1,2}) (\d{4})/i;

const notesOf = (page: Document): readonly string[] =>
  [...page.childNodes, ...page.documentElement.childNodes]
    .filter(({ nodeType }) => nodeType === COMMENT_NODE)
    .map(({ nodeValue }) => nodeValue ?? '');

/** The day on which SingleFile saved the page, in local time: "Apr 23, 2024". */
const savedPageDays = (page: Document): readonly string[] =>
  notesOf(page).flatMap((note) => {
    const [, day, year] = SAVED_ON.exec(note) ?? [];
    return day === undefined ? [] : [`${day}, ${year}`];
  });

/** The address that a browser wrote into a comment at the top of a saved page. */
const savedPageAddresses = (page: Document): readonly string[] =>
  notesOf(page)
    .flatMap((note) => NOTES.map((pattern) => pattern.exec(note)?.[1] ?? ''))
    .filter((address) => address !== '');

const addressCandidates = (page: Document, data: LinkedData, meta: MetaElements): readonly Candidate[] => [
  ...from(
    'canonical-link',
    [...page.querySelectorAll('link[rel~="canonical" i][href]')].map((link) => link.getAttribute('href')),
  ),
  ...from('open-graph', metaValues(meta, 'og:url')),
  ...from('json-ld', data.url),
  ...from('saved-page', savedPageAddresses(page)),
  ...from(
    'meta-tag',
    metaValues(
      meta,
      'citation_public_url',
      'citation_abstract_html_url',
      'citation_fulltext_html_url',
      'prism.url',
      'dc.identifier',
      'dcterms.identifier',
    ),
  ),
];

const doiCandidates = (page: Document, data: LinkedData, meta: MetaElements): readonly Candidate[] => [
  ...from(
    'meta-tag',
    metaValues(
      meta,
      'citation_doi',
      'prism.doi',
      'doi',
      'dc.identifier',
      'dc.identifier.doi',
      'dcterms.identifier',
    ),
  ),
  ...from('json-ld', data.doi),
  // An address that contains a DOI is a candidate too.
  ...addressCandidates(page, data, meta).filter(({ raw }) => doiOfUrl(raw) !== null),
];

const languageCandidates = (page: Document, data: LinkedData, meta: MetaElements): readonly Candidate[] => [
  ...from(
    'html-lang',
    ['lang', 'xml:lang'].map((name) => page.documentElement.getAttribute(name)),
  ),
  ...from('json-ld', data.language),
  ...from('open-graph', metaValues(meta, 'og:locale')),
  ...from(
    'meta-tag',
    metaValues(meta, 'content-language', 'citation_language', 'dc.language', 'dcterms.language', 'language'),
  ),
];

/** The metadata of `page`, which is not changed. */
export const findMetadata = (page: Document): FoundMetadata => {
  const data = readLinkedData(page);
  const meta = readMetaElements(page);
  const publisher = publisherCandidates(data, meta);
  const name = chooseFound({ publisher }).publisher?.value ?? '';
  const lines = linesAtHeadline(page, name);
  const candidates: Candidates = {
    type: [...from('json-ld', typesOfData(data)), ...from('meta-tag', typesOfMeta(meta))],
    title: titleCandidates(titlesOf(page, data, meta, name)),
    byline: rankBylines(bylineCandidates(page, data, meta, lines), siteNames(page, data, meta, name)),
    publisher,
    publishedAt: dateCandidates(page, data, meta, lines),
    url: addressCandidates(page, data, meta),
    doi: doiCandidates(page, data, meta),
    accessedAt: from('saved-page', savedPageDays(page)),
    language: languageCandidates(page, data, meta),
  };
  return chooseFound(candidates);
};

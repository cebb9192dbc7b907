/**
 * What a page says of its article, and where. Publishers repeat themselves: JSON-LD is written for machines and
 * is asked first, then OpenGraph, then the older meta elements, then what the page shows.
 */
import type { FoundIn, FoundMetadata } from '#domain/article/article.ts';
import { datesOfTimeElements, findByline, findHeadline, namesInByline } from './article-elements.ts';
import { type Candidate, type Candidates, chooseFound } from './found-value.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { type MetaElements, metaValues, readMetaElements } from './meta-elements.ts';
import { savedPageAddresses } from './saved-page-address.ts';
import { shownText } from './shown-text.ts';

const from = (foundIn: FoundIn, raws: readonly (string | null | undefined)[]): readonly Candidate[] =>
  raws.flatMap((raw) => (raw === null || raw === undefined ? [] : [{ raw, foundIn }]));

const textOf = (element: Element | null): readonly string[] => (element === null ? [] : [shownText(element)]);

const SEPARATOR = /\s+(?:[|–—:»·•-]|::)\s+/gu;

/** The title of the window without the name of the publisher that stands at either end of it. */
const withoutPublisher = (title: string, publisher: string): string => {
  const isPublisher = (part: string): boolean => part.trim().toLowerCase() === publisher.toLowerCase();
  const separators = [...title.matchAll(SEPARATOR)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  const [[headEnd = 0, headRest = 0] = []] = separators;
  const [tailEnd = 0, tailStart = 0] = separators.at(-1) ?? [];
  if (separators.length === 0 || publisher === '') return title;
  if (isPublisher(title.slice(tailStart))) return title.slice(0, tailEnd);
  return isPublisher(title.slice(0, headEnd)) ? title.slice(headRest) : title;
};

const publisherCandidates = (data: LinkedData, meta: MetaElements): readonly Candidate[] => [
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

const titleCandidates = (
  page: Document,
  data: LinkedData,
  meta: MetaElements,
  publisher: string,
): readonly Candidate[] => [
  ...from('json-ld', data.title),
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
  ...from('heading', textOf(findHeadline(page, publisher))),
  ...from('html-title', [withoutPublisher(page.title, publisher)]),
];

/** Where several elements name one author each, all are the authors. */
const metaAuthors = (meta: MetaElements): readonly string[] =>
  ['author', 'byl', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'citation_author']
    .map((name) => [...new Set(metaValues(meta, name))].join(', '))
    .filter((names) => names !== '');

const bylineCandidates = (page: Document, data: LinkedData, meta: MetaElements): readonly Candidate[] => {
  const shown = findByline(page);
  return [
    ...from('json-ld', data.byline),
    ...from('open-graph', metaValues(meta, 'article:author', 'og:article:author')),
    ...from('meta-tag', metaAuthors(meta)),
    ...from('byline-element', shown === null ? [] : [namesInByline(shown)]),
  ];
};

const dateCandidates = (page: Document, data: LinkedData, meta: MetaElements): readonly Candidate[] => [
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
  ...from('time-element', datesOfTimeElements(page)),
];

const addressCandidates = (page: Document, data: LinkedData, meta: MetaElements): readonly Candidate[] => [
  ...from(
    'canonical-link',
    [...page.querySelectorAll('link[rel~="canonical" i][href]')].map((link) => link.getAttribute('href')),
  ),
  ...from('open-graph', metaValues(meta, 'og:url')),
  ...from('json-ld', data.url),
  ...from('saved-page', savedPageAddresses(page)),
];

const languageCandidates = (page: Document, data: LinkedData, meta: MetaElements): readonly Candidate[] => [
  ...from(
    'html-lang',
    ['lang', 'xml:lang'].map((name) => page.documentElement.getAttribute(name)),
  ),
  ...from('json-ld', data.language),
  ...from('open-graph', metaValues(meta, 'og:locale')),
  ...from('meta-tag', metaValues(meta, 'content-language', 'dc.language', 'dcterms.language', 'language')),
];

/** The metadata of `page`. Nothing in it is changed. */
export const findMetadata = (page: Document): FoundMetadata => {
  const data = readLinkedData(page);
  const meta = readMetaElements(page);
  const publisher = publisherCandidates(data, meta);
  const name = chooseFound({ publisher }).publisher?.value ?? '';
  const candidates: Candidates = {
    title: titleCandidates(page, data, meta, name),
    byline: bylineCandidates(page, data, meta),
    publisher,
    publishedAt: dateCandidates(page, data, meta),
    url: addressCandidates(page, data, meta),
    language: languageCandidates(page, data, meta),
  };
  return chooseFound(candidates);
};

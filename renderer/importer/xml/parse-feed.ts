/**
 * A feed: RSS 0.91 to 2.0, RSS 1.0 (RDF) and Atom (RFC 4287). A file with several items is split before it gets here
 * (electron/import/parts-of-file.ts); one that could not be is read with its items one below the other. The text of an
 * item is HTML and sanitised like any page.
 */
import type { FoundMetadata } from '#domain/article/article.ts';
import type { BlockNode } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { countWords } from '#domain/article/draft/count-words.ts';
import {
  foundRemarks,
  MAX_ATTACHMENT_NAME_LENGTH,
  MAX_ATTACHMENTS,
} from '#domain/article/draft/import-remarks.ts';
import type { HiddenPart, ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { parseHtmlFragment } from '../html/parse-html-fragment.ts';
import { type Candidate, chooseFound, listNames } from '../metadata/found-value.ts';
import { languageOf, lineOf, parseArticleXml } from './article-xml.ts';

/** More items from one file would not be an article. */
const MAX_ITEMS = 200;
/** A shorter description without further content is a teaser, not the text of an article. */
const TEASER_WORDS = 200;
/** Endings of a text that continues elsewhere. */
const GOES_ON =
  /(?:…|\.\.\.|\[[^\]]{0,3}\]|(?:read|continue|see|view|learn)\s+(?:more|reading|full)[^.]{0,80}|weiterlesen|mehr lesen|lire la suite|leer más|читать далее)[\s.»›→>]*$/iu;

/** Their elements have the same names as those of the feed, but a different meaning. */
const BESIDE: ReadonlySet<string> = new Set([
  'http://search.yahoo.com/mrss/',
  'http://www.itunes.com/dtds/podcast-1.0.dtd',
]);

const childrenOf = (element: Element, ...names: readonly string[]): readonly Element[] =>
  names.flatMap((name) =>
    [...element.children].filter(
      ({ localName, namespaceURI }) => localName === name && !BESIDE.has(namespaceURI ?? ''),
    ),
  );

const linesOf = (element: Element, ...names: readonly string[]): readonly string[] =>
  childrenOf(element, ...names)
    .map(lineOf)
    .filter((line) => line !== '');

/** Titles are plain text in some feeds and HTML in others. */
const plain = (line: string): string =>
  /[&<]/u.test(line)
    ? (new DOMParser().parseFromString(line, 'text/html').body.textContent ?? '').replace(/\s+/gu, ' ').trim()
    : line;

const stated = (...values: readonly (string | null | undefined)[]): readonly Candidate[] =>
  values.flatMap((raw) =>
    raw === null || raw === undefined || raw === '' ? [] : [{ raw, foundIn: 'feed' as const }],
  );

/** "editor@example.org (Jane Roe)" in RSS, an element of its own in Atom. An address alone is not a name. */
const nameOf = (author: Element): string => {
  const [name] = linesOf(author, 'name');
  const line = name ?? lineOf(author);
  return plain(/^\S+@\S+\s+\((.+)\)$/u.exec(line)?.[1] ?? line);
};

const namesIn = (element: Element): string =>
  listNames(
    [...new Set(childrenOf(element, 'creator', 'author').map(nameOf))].filter((name) =>
      /^[^@]+$/u.test(name),
    ),
  );

const addressOf = (item: Element): readonly (string | null)[] => {
  const links = childrenOf(item, 'link');
  return [
    ...linesOf(item, 'origLink'),
    ...links
      .filter((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate')
      .map((link) => link.getAttribute('href') ?? lineOf(link)),
    ...childrenOf(item, 'guid')
      .filter((guid) => guid.getAttribute('isPermaLink') !== 'false')
      .map(lineOf),
    item.getAttributeNS('http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'about'),
  ];
};

/** The publication of the source that an item names, before that of the aggregating feed. */
const publicationOf = (item: Element, channel: Element): readonly string[] => [
  ...linesOf(item, 'publicationName'),
  ...childrenOf(item, 'source').flatMap((source) => [...linesOf(source, 'title'), lineOf(source)]),
  ...linesOf(channel, 'title'),
];

const metadataOf = (item: Element, channel: Element): FoundMetadata =>
  chooseFound({
    title: stated(...linesOf(item, 'title').map(plain)),
    byline: stated(namesIn(item), namesIn(channel)),
    publisher: stated(...publicationOf(item, channel).map(plain)),
    publishedAt: stated(...linesOf(item, 'pubDate', 'published', 'issued', 'date', 'updated', 'modified')),
    url: stated(...addressOf(item)),
    doi: stated(...linesOf(item, 'doi', 'identifier')),
    language: stated(languageOf(item), ...linesOf(channel, 'language'), languageOf(channel)),
  });

/** The content of a text element, as HTML. */
const markupOf = (element: Element): string => {
  const type = element.getAttribute('type') ?? 'html';
  const text = element.textContent ?? '';
  if (type === 'xhtml' || element.childElementCount > 0)
    return element.innerHTML.replace(/<(\/?)[\w.-]+:(?=\w)/gu, '<$1');
  return type === 'text' || type === 'text/plain' ? `<p>${escapeHtml(text)}</p>` : text;
};

const isSaid = (element: Element): boolean => (element.textContent ?? '').trim() !== '';

type ItemText = {
  readonly blocks: readonly BlockNode[];
  readonly hidden: readonly HiddenPart[];
  /** The number of words if it is only a teaser; 0 for a full text. */
  readonly teaserWords: number;
};

/** The text of an item, and whether it is marked as content rather than a summary. */
const textOf = (item: Element): { readonly element: Element; readonly isContent: boolean } | null => {
  const [content] = childrenOf(item, 'encoded', 'content', 'body').filter(isSaid);
  if (content !== undefined) return { element: content, isContent: true };
  const [summary] = childrenOf(item, 'description', 'summary').filter(isSaid);
  return summary === undefined ? null : { element: summary, isContent: false };
};

/** The title and the text of an item. */
const readItem = (item: Element, address: string | null, level: 1 | 2): ItemText => {
  const said = textOf(item);
  const title = plain(linesOf(item, 'title')[0] ?? '');
  const head = title === '' ? null : parseHtmlFragment(`<h${level}>${escapeHtml(title)}</h${level}>`, null);
  const text = said === null ? null : parseHtmlFragment(markupOf(said.element), address);
  const words = text === null ? '' : canonicalText(text.body).replaceAll('\uFFFC', ' ').trim();
  const count = countWords(words, null);
  const isTeaser = GOES_ON.test(words) || (said?.isContent !== true && count < TEASER_WORDS);
  return {
    blocks: [head, text].flatMap((part) => part?.body.content ?? []),
    hidden: text?.hidden ?? [],
    teaserWords: isTeaser ? Math.max(1, count) : 0,
  };
};

/** The enclosures of an item, by file name. */
const enclosuresOf = (item: Element): readonly string[] =>
  [
    ...childrenOf(item, 'enclosure').map((each) => each.getAttribute('url') ?? ''),
    ...childrenOf(item, 'link')
      .filter((link) => link.getAttribute('rel') === 'enclosure')
      .map((link) => link.getAttribute('href') ?? ''),
  ]
    .map((address) => (address.split(/[?#]/u)[0] ?? '').split('/').at(-1)?.trim() ?? '')
    .filter((name) => name !== '');

/** Null if no item has text. Throws a DocumentError if the file is unsafe or not XML. */
export const parseFeed = (text: string): ParsedArticle | null => {
  const root = parseArticleXml(text);
  const channel = childrenOf(root, 'channel')[0] ?? root;
  const within = /^(?:item|entry)$/u.test(root.localName) ? [root] : childrenOf(channel, 'item', 'entry');
  const items = within.length > 0 ? within : childrenOf(root, 'item');
  const [first] = items;
  if (first === undefined) return null;
  const isOne = items.length === 1;
  const read = items
    .slice(0, MAX_ITEMS)
    .map((item) => readItem(item, metadataOf(item, channel).url?.value ?? null, isOne ? 1 : 2));
  const names = items.flatMap(enclosuresOf).map((name) => name.slice(0, MAX_ATTACHMENT_NAME_LENGTH));
  return {
    body: { type: 'doc', content: read.flatMap(({ blocks }) => blocks) },
    hidden: read.flatMap(({ hidden }) => hidden).slice(0, 20),
    found: isOne ? metadataOf(first, channel) : metadataOf(channel, channel),
    remarks: foundRemarks([
      { kind: 'teaser', count: read.reduce((sum, { teaserWords }) => sum + teaserWords, 0) },
      { kind: 'attachments', names: names.slice(0, MAX_ATTACHMENTS) },
      { kind: 'cut-short', what: 'items', read: Math.min(items.length, MAX_ITEMS), of: items.length },
    ]),
  };
};

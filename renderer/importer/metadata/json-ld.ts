/**
 * The JSON-LD (schema.org) of a page's article. Pages write it in many shapes: one object, an array, a graph whose
 * nodes refer to each other by `@id`, names as strings, objects or arrays of both.
 */

import { parseMarkup } from '../html/parse-markup.ts';
import { listNames } from './found-value.ts';

/** The raw values of the first article that a page describes; empty if it describes none. */
export type LinkedData = {
  /** Of schema.org, without its address. */
  readonly types: readonly string[];
  readonly names: readonly string[];
  readonly headlines: readonly string[];
  readonly byline: readonly string[];
  readonly publisher: readonly string[];
  readonly siteNames: readonly string[];
  readonly publishedAt: readonly string[];
  readonly url: readonly string[];
  readonly doi: readonly string[];
  readonly language: readonly string[];
  /** The whole text, as markup or plain. */
  readonly bodies: readonly string[];
};

type LinkedNode = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review)$/;
const MAX_DEPTH = 8;

const isNode = (value: unknown): value is LinkedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asList = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
};

/** All nodes below `value`, including those of graphs and of properties. */
const nodesIn = (value: unknown, depth = 0): readonly LinkedNode[] => {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((each) => nodesIn(each, depth + 1));
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap((each) => nodesIn(each, depth + 1))];
};

const typesOf = (node: LinkedNode): readonly string[] =>
  asList(node['@type']).map((type) => String(type).replace(/^.*[/#:]/, ''));

const isArticle = (node: LinkedNode): boolean => typesOf(node).some((type) => ARTICLE_TYPE.test(type));

const parseScript = (script: Element): unknown => {
  const json = (script.textContent ?? '')
    .replace(/^\s*(?:<!--|\/[/*]\s*<!\[CDATA\[(?:\s*\*\/)?|<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/[/*]\s*)?\]\]>(?:\s*\*\/)?|;)\s*$/, '');
  try {
    return JSON.parse(json);
  } catch {
    // Many pages have invalid JSON-LD; the next source has the same data.
    return null;
  }
};

const MARKUP = /&(?:[a-z]+\d*|#\d+|#x[\da-f]+);|<\/?[a-z][^<>]*>/i;

/** Many publishers write HTML into JSON-LD: its visible text is what they mean. */
const readMarkup = (text: string): string =>
  MARKUP.test(text) ? (parseMarkup(text).body.textContent ?? text) : text;

/** The strings in `value`: the value itself, or its node's `key`, there or at the node that its `@id` refers to. */
const stringsIn = (value: unknown, key: string, byId: ReadonlyMap<string, LinkedNode>): readonly string[] =>
  asList(value).flatMap((each) => {
    if (typeof each === 'string') return [readMarkup(byIdName(each, key, byId) ?? each)];
    if (!isNode(each)) return [];
    const described = key in each ? each : byId.get(String(each['@id']));
    return asList(described?.[key])
      .filter((name) => typeof name === 'string')
      .map(readMarkup);
  });

const byIdName = (id: string, key: string, byId: ReadonlyMap<string, LinkedNode>): string | null => {
  const name = byId.get(id)?.[key];
  return typeof name === 'string' ? name : null;
};

const describedById = (nodes: readonly LinkedNode[]): ReadonlyMap<string, LinkedNode> =>
  new Map(
    nodes
      .filter((node) => typeof node['@id'] === 'string' && Object.keys(node).length > 1)
      .map((node) => [String(node['@id']), node]),
  );

/** A byline has each name once, in page order. */
const joinNames = (names: readonly string[]): readonly string[] => {
  const people = [...new Set(names.map((name) => name.trim()))].filter(
    (name) => name !== '' && !/^https?:/i.test(name),
  );
  return people.length === 0 ? [] : [listNames(people)];
};

/** The journal of an article, possibly above its issue and volume: it is cited, not its owner. */
const journalsOf = (article: LinkedNode, byId: ReadonlyMap<string, LinkedNode>): readonly string[] => {
  // Each once: nodes of a page may be parts of each other.
  const containers = new Set([article]);
  const isJournal = (node: LinkedNode): boolean => node !== article && typesOf(node).includes('Periodical');
  for (const node of containers) {
    if (isJournal(node)) continue;
    for (const part of asList(node.isPartOf).filter(isNode))
      containers.add(byId.get(String(part['@id'])) ?? part);
  }
  return [...containers].filter(isJournal).flatMap((node) => stringsIn(node, 'name', byId));
};

/** A page that lists other articles may describe them too: its own is the one named in its title. */
const chooseArticle = (articles: readonly LinkedNode[], pageTitle: string): LinkedNode =>
  articles.find(({ headline, name }) =>
    [headline, name].some((title) => typeof title === 'string' && title !== '' && pageTitle.includes(title)),
  ) ??
  articles[0] ??
  {};

/** The JSON-LD of `page`, as far as it describes an article. */
export const readLinkedData = (page: Document): LinkedData => {
  const scripts = [...page.querySelectorAll('script[type*="ld+json" i]')];
  const nodes = scripts.flatMap((script) => nodesIn(parseScript(script)));
  const byId = describedById(nodes);
  const article = chooseArticle(nodes.filter(isArticle), page.title);
  const site = nodes.find((node) => typesOf(node).includes('WebSite')) ?? {};
  const strings = (value: unknown, key: string) => stringsIn(value, key, byId);
  return {
    types: typesOf(article),
    names: strings(article.name, 'name'),
    headlines: strings(article.headline, 'name'),
    byline: joinNames(strings(article.author, 'name')),
    publisher: [
      ...journalsOf(article, byId),
      ...strings(article.publisher, 'name'),
      ...strings(site.name, 'name'),
    ],
    siteNames: strings(site.name, 'name'),
    publishedAt: [...strings(article.datePublished, '@value'), ...strings(article.dateCreated, '@value')],
    url: [...strings(article.url, '@id'), ...strings(article.mainEntityOfPage, '@id')],
    doi: [
      ...strings(article.doi, '@value'),
      ...strings(article.identifier, 'value'),
      ...strings(article.identifier, '@id'),
      ...strings(article.sameAs, '@id'),
      ...strings(article['@id'], '@id'),
    ],
    bodies: asList(article.articleBody).filter((text) => typeof text === 'string'),
    language: [...strings(article.inLanguage, 'alternateName'), ...strings(article.inLanguage, 'name')],
  };
};

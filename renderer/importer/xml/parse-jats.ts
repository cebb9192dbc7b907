/**
 * A journal article in JATS (ANSI/NISO Z39.96, and the NLM DTD before it): its abstract, body, notes and references as
 * HTML, which is sanitised like any document. Its front matter is metadata and not text, except title and abstract.
 */
import type { FoundMetadata } from '#domain/article/article.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { noteReference, withNotes } from '../markup/markup-parts.ts';
import { chooseFound, listNames } from '../metadata/found-value.ts';
import {
  cellMarkup,
  childAt,
  childrenNamed,
  createWriter,
  headingOf,
  hrefOf,
  languageOf,
  lineOf,
  linkTo,
  nodesBut,
  parseArticleXml,
  type Rule,
  type Rules,
  type Writer,
} from './article-xml.ts';

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

const nameOf = (contributor: Element): string => {
  const name = contributor.querySelector('name, string-name');
  if (name === null) return lineOf(contributor.querySelector('collab, institution') ?? undefined);
  const parts = ['prefix', 'given-names', 'surname', 'suffix'].map((part) =>
    lineOf(childrenNamed(name, part)[0]),
  );
  const spelled = parts.filter((part) => part !== '').join(' ');
  const isFamilyFirst = attribute(name, 'name-style') === 'eastern';
  const [, given = '', family = ''] = parts;
  return isFamilyFirst && family !== '' ? `${family} ${given}`.trim() : spelled || lineOf(name);
};

const isAuthor = (contributor: Element): boolean =>
  ['', 'author'].includes(attribute(contributor, 'contrib-type'));

const authorsOf = (meta: Element): readonly string[] =>
  childrenNamed(meta, 'contrib-group')
    .flatMap((group) => childrenNamed(group, 'contrib'))
    .filter(isAuthor)
    .map(nameOf)
    .filter((name) => name !== '');

/** Of several dates that of first publication: online before print, an issue's last. */
const DATE_KINDS = ['epub', 'pub', 'epub-ppub', 'ppub', 'collection'];

const dayOf = (date: Element): string => {
  const [year, month, day] = ['year', 'month', 'day'].map((name) => lineOf(childrenNamed(date, name)[0]));
  if (year === undefined || !/^\d{4}$/u.test(year)) return '';
  const number = (part: string | undefined): string =>
    /^\d{1,2}$/u.test(part ?? '') ? `-${part?.padStart(2, '0')}` : '';
  const withMonth = `${year}${number(month)}`;
  return withMonth === year ? year : `${withMonth}${number(day)}`;
};

const datesOf = (meta: Element): readonly string[] => {
  const dates = childrenNamed(meta, 'pub-date');
  const kindOf = (date: Element): string => attribute(date, 'pub-type') || attribute(date, 'date-type');
  const rank = (date: Element): number =>
    (DATE_KINDS.indexOf(kindOf(date)) + DATE_KINDS.length + 1) % (DATE_KINDS.length + 1);
  return dates.toSorted((a, b) => rank(a) - rank(b)).map(dayOf);
};

const stated = (...values: readonly string[]) =>
  values.filter((raw) => raw !== '').map((raw) => ({ raw, foundIn: 'text-header' as const }));

const titleOf = (meta: Element): string => {
  const group = childAt(meta, 'title-group');
  const title = lineOf(group === undefined ? undefined : childrenNamed(group, 'article-title')[0]);
  const subtitle = lineOf(group === undefined ? undefined : childrenNamed(group, 'subtitle')[0]);
  return subtitle === '' ? title : `${title}: ${subtitle}`;
};

const metadataOf = (article: Element, meta: Element): FoundMetadata => {
  const journal = childAt(article, 'front', 'journal-meta');
  const id = (kind: string): string =>
    lineOf(childrenNamed(meta, 'article-id').find((each) => attribute(each, 'pub-id-type') === kind));
  const doi = id('doi');
  return chooseFound({
    type: journal === undefined ? [] : stated('article-journal'),
    title: stated(titleOf(meta)),
    byline: stated(listNames(authorsOf(meta))),
    publisher: stated(
      lineOf(journal?.querySelector('journal-title') ?? undefined),
      lineOf(childrenNamed(meta, 'conference').flatMap((each) => childrenNamed(each, 'conf-name'))[0]),
    ),
    publishedAt: stated(...datesOf(meta)),
    doi: stated(doi),
    url: stated(
      ...childrenNamed(meta, 'self-uri').map((uri) => hrefOf(uri) ?? lineOf(uri)),
      doi === '' ? '' : `https://doi.org/${doi}`,
    ),
    language: stated(languageOf(article) ?? ''),
  });
};

/** The depth of a section: that of the article itself is 1. */
const levelOf = (element: Element): number => {
  let level = 1;
  for (let at = element.parentElement; at !== null; at = at.parentElement)
    if (
      /^(?:sec|abstract|trans-abstract|app|ack|boxed-text|sub-article|response|ref-list|fn-group|glossary)$/u.test(
        at.localName,
      )
    )
      level += 1;
  return level;
};

const SECTION_NAMES: Readonly<Record<string, string>> = {
  abstract: 'Abstract',
  'trans-abstract': 'Abstract',
  ack: 'Acknowledgements',
  'ref-list': 'References',
  'fn-group': 'Notes',
};

const labelOf = (element: Element): string => escapeHtml(lineOf(childrenNamed(element, 'label')[0]));

/** The content of the children with that name. */
const within = (element: Element, ...names: readonly string[]): readonly Node[] =>
  childrenNamed(element, ...names).flatMap(({ childNodes }) => [...childNodes]);

const joined = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join(' ');

/** A part with its title, preceded by its number: "2.1 Method". Empty parts are dropped. */
const section: Rule = (element, _, write) => {
  const title = write.all(within(element, 'title'));
  const named = title.trim() === '' ? (SECTION_NAMES[element.localName] ?? '') : title;
  const rest = write.all(nodesBut(element, 'label', 'title'));
  const heading = headingOf(levelOf(element) + 1, joined([labelOf(element), named]));
  return rest.trim() === '' ? '' : `<section>${heading}${rest}</section>`;
};

/** A figure, a table or a box: its number and its caption above its content. */
const float: Rule = (element, _, write) => {
  const label = labelOf(element);
  const caption = write.all(within(element, 'caption'), {
    title: (_t, inner) => `<strong>${inner()}</strong> `,
    p: (_p, inner) => `${inner()} `,
  });
  const head = joined([label === '' ? '' : `<strong>${label}</strong>`, caption]);
  return `${head === '' ? '' : `<p>${head}</p>`}${write.all(nodesBut(element, 'label', 'caption'))}`;
};

/** Of several alternatives the readable one. */
const bestOf = (element: Element, write: Writer): string => {
  const [best] = ['table', 'math', 'textual-form', 'tex-math'].flatMap((name) =>
    childrenNamed(element, name),
  );
  return write.all(best === undefined ? nodesBut(element, 'label') : [best]);
};

const alternatives: Rule = (element, _, write) => bestOf(element, write);

/** TeX as journals have it, without the document wrapper around a formula. */
const tex: Rule = (element) => {
  const said = lineOf(element).replace(/^.*\\begin\{document\}|\\end\{document\}.*$/gu, '');
  return `<code>${escapeHtml(said.replace(/^\$+|\$+$/gu, '').trim())}</code>`;
};

const nameWithin = (name: Element): string => {
  if (name.localName === 'etal') return 'et al.';
  const [family, given] = ['surname', 'given-names'].map((part) => lineOf(childrenNamed(name, part)[0]));
  return family === '' || family === undefined ? lineOf(name) : `${family} ${given ?? ''}`.trim();
};

/** The parts of a cited work, in their usual order, if there is no text in between. */
const CITED =
  'label person-group name collab year article-title chapter-title part-title data-title source publisher-name volume fpage comment ext-link uri pub-id'.split(
    ' ',
  );

const citedPart = (part: Element, pages: string, write: Writer): string => {
  if (part.localName === 'person-group')
    return escapeHtml(listNames([...part.children].map(nameWithin).filter((name) => name !== '')));
  if (part.localName === 'name') return escapeHtml(nameWithin(part));
  const words = write.all([part]).trim();
  return part.localName === 'fpage' && pages !== '' && pages !== lineOf(part)
    ? `${words}–${escapeHtml(pages)}`
    : words;
};

/** A cited work as printed, or, if only its parts are given, those on one line. */
const cited: Rule = (citation, inner, write) => {
  const isPrinted = [...citation.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && /\S/u.test(node.nodeValue ?? ''),
  );
  if (isPrinted) return inner();
  const last = lineOf(childrenNamed(citation, 'lpage')[0]);
  return CITED.flatMap((name) => childrenNamed(citation, name))
    .map((part) => citedPart(part, last, write).replace(/\.$/u, ''))
    .filter((part) => part !== '')
    .join('. ');
};

/** Separate notes stay where they are; one within the text goes below it, leaving its sign in place. */
const note: Rule = (element, _, write) => {
  const text = write.all(nodesBut(element, 'label'));
  const label = labelOf(element);
  const isApart = ['fn-group', 'table-wrap-foot', 'author-notes'].includes(
    element.parentElement?.localName ?? '',
  );
  if (isApart) return `<p>${joined([label, text.replace(/<\/?p>/gu, ' ')])}</p>`;
  write.notes.push(text);
  return noteReference(write.notes.length, label || String(write.notes.length));
};

const cell =
  (tag: 'td' | 'th'): Rule =>
  (element, inner) =>
    cellMarkup(tag, inner(), [element.getAttribute('colspan'), element.getAttribute('rowspan')]);

const rules: Rules = {
  p: 'p',
  sec: section,
  abstract: section,
  'trans-abstract': section,
  app: section,
  ack: section,
  glossary: section,
  notes: section,
  'fn-group': section,
  'ref-list': section,
  'boxed-text': (element, _, write) =>
    `<blockquote>${write.all(within(element, 'caption'))}${write.all(nodesBut(element, 'caption'))}</blockquote>`,
  title: (element, inner) => headingOf(levelOf(element) + 1, inner()),
  italic: 'em',
  bold: 'strong',
  sub: 'sub',
  sup: 'sup',
  underline: 'u',
  strike: 's',
  monospace: 'code',
  preformat: 'pre',
  code: 'pre',
  break: () => '<br>',
  list: (element, inner) =>
    /^(?:order|alpha|roman)/u.test(attribute(element, 'list-type'))
      ? `<ol>${inner()}</ol>`
      : `<ul>${inner()}</ul>`,
  'list-item': (element, _, write) => `<li>${write.all(nodesBut(element, 'label'))}</li>`,
  'def-list': 'ul',
  'def-item': (element, _, write) =>
    `<li>${joined([write.all(within(element, 'term')), write.all(within(element, 'def'), { p: 'span' })])}</li>`,
  'disp-quote': 'blockquote',
  speech: 'blockquote',
  'verse-group': 'p',
  'verse-line': (_, inner) => `${inner()}<br>`,
  attrib: 'p',
  fig: float,
  'table-wrap': float,
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: cell('th'),
  td: cell('td'),
  alternatives,
  'inline-formula': alternatives,
  'disp-formula': (element, _, write) => `<p>${joined([bestOf(element, write), labelOf(element)])}</p>`,
  math: (element) => new XMLSerializer().serializeToString(element).replace(/<(\/?)[\w.-]+:(?=\w)/gu, '<$1'),
  'tex-math': tex,
  'ext-link': (element, inner) => linkTo(hrefOf(element), inner()),
  uri: (element, inner) => linkTo(hrefOf(element) ?? lineOf(element), inner()),
  email: (element, inner) => linkTo(`mailto:${lineOf(element)}`, inner()),
  // The raised number of a note or a work is not an exponent.
  xref: (element, inner) =>
    /^(?:bibr|fn|table-fn)$/u.test(attribute(element, 'ref-type')) ? linkTo('#note', inner()) : inner(),
  fn: note,
  label: (_, inner) => `${inner()} `,
  etal: () => 'et al.',
  ref: 'p',
  'element-citation': cited,
  'mixed-citation': cited,
  citation: cited,
  'nlm-citation': cited,
  graphic: null,
  'inline-graphic': null,
  media: null,
  'supplementary-material': null,
  'object-id': null,
  'processing-meta': null,
  'alt-text': null,
  'sec-meta': null,
  'front-stub': (element) => headingOf(2, escapeHtml(titleOf(element))),
  front: (element) => headingOf(2, escapeHtml(titleOf(childAt(element, 'article-meta') ?? element))),
};

const articleMarkup = (article: Element, meta: Element): string => {
  const write = createWriter(rules);
  const title = headingOf(1, escapeHtml(titleOf(meta)));
  const parts = [
    ...childrenNamed(meta, 'abstract', 'trans-abstract'),
    ...childrenNamed(article, 'body', 'floats-group', 'back', 'sub-article', 'response'),
  ];
  return title + withNotes(write.all(parts), write.notes);
};

/** Null if no article of the file contains text. Throws a DocumentError if it is unsafe or not XML. */
export const parseJats = (text: string): ParsedArticle | null => {
  const root = parseArticleXml(text);
  const all = root.localName === 'article' ? [root] : [...root.getElementsByTagNameNS('*', 'article')];
  const articles = all.flatMap((article) => {
    const meta = childAt(article, 'front', 'article-meta') ?? childAt(article, 'front');
    return meta === undefined ? [] : [{ article, meta }];
  });
  const [first] = articles;
  if (first === undefined) return null;
  const parsed = articleFromMarkup(
    articles.map(({ article, meta }) => articleMarkup(article, meta)).join(''),
    {},
  );
  return parsed === null
    ? null
    : { ...parsed, found: { ...parsed.found, ...metadataOf(first.article, first.meta) } };
};

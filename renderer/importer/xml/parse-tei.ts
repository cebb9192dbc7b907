/**
 * A text in TEI (P5): front, body and back as HTML, which is sanitised like any document. The words are those of the
 * source: an editor's alternative readings are left out.
 */
import type { FoundMetadata } from '#domain/article/article.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { noteReference, withinTags, withNotes } from '../markup/markup-parts.ts';
import { chooseFound, listNames } from '../metadata/found-value.ts';
import {
  cellMarkup,
  childAt,
  childrenNamed,
  createWriter,
  headingOf,
  languageOf,
  lineOf,
  linkTo,
  parseArticleXml,
  type Rule,
  type Rules,
} from './article-xml.ts';

const stated = (...values: readonly (string | null | undefined)[]) =>
  values.flatMap((raw) =>
    raw === null || raw === undefined || raw === '' ? [] : [{ raw, foundIn: 'text-header' as const }],
  );

/** A catalogue's "Roe, Jane" stays as it is; separate parts of a name are put in order. */
const personOf = (author: Element): string => {
  const name = author.querySelector('persName') ?? author;
  const parts = ['forename', 'surname'].map((part) => childrenNamed(name, part).map(lineOf).join(' '));
  const spelled = parts.filter((part) => part !== '').join(' ');
  return spelled || lineOf(name);
};

const dayOf = (date: Element | undefined): string =>
  ['when', 'when-iso', 'notBefore', 'from']
    .map((name) => date?.getAttribute(name) ?? '')
    .find((each) => each !== '')
    ?.slice(0, 10) ?? lineOf(date);

const within = (element: Element | undefined, name: string): readonly Element[] =>
  element === undefined ? [] : [...element.getElementsByTagNameNS('*', name)];

type ArticleType = Bibliography['type'];

/** Genre names in a header: from catalogues, Zotero and the classes of collections. */
const genres: readonly (readonly [RegExp, ArticleType])[] = [
  [/news ?paper/iu, 'article-newspaper'],
  [/magazine/iu, 'article-magazine'],
  [/journal ?article|scholarly/iu, 'article-journal'],
  [/\b(?:blog|forum) ?post\b/iu, 'post'],
  [/\bweb ?(?:page|site)\b/iu, 'webpage'],
  [/interview|oral history/iu, 'interview'],
  [/broadcast/iu, 'broadcast'],
  [/\b(?:letter|correspondence)\b/iu, 'personal_communication'],
  [/\b(?:speech|address|sermon)\b/iu, 'speech'],
  [/\btreaty\b/iu, 'treaty'],
  [/\b(?:act|statute|legislation)\b/iu, 'legislation'],
  [/\breport\b/iu, 'report'],
];

/** Candidates from a header for the type of its text, the clearest first; empty if nothing is known. */
const typesOf = (header: Element | undefined, source: Element | undefined): readonly ArticleType[] => {
  const has = (name: string): boolean => within(header, name).length > 0;
  const named = [
    ...[...within(source, 'biblStruct'), ...within(source, 'bibl')].map((each) => each.getAttribute('type')),
    ...[...within(header, 'textClass')]
      .flatMap((each) => [...within(each, 'term'), ...within(each, 'catRef')])
      .map(lineOf),
  ].flatMap((words) => genres.filter(([sign]) => sign.test(words ?? '')).map(([, type]) => type));
  const isInJournal = within(source, 'title').some((title) => title.getAttribute('level') === 'j');
  return [
    ...named.slice(0, 1),
    ...(has('correspDesc') ? ['personal_communication' as const] : []),
    ...(has('broadcast') ? ['broadcast' as const] : []),
    ...(has('recordingStmt') ? ['interview' as const] : []),
    ...(isInJournal ? ['article-journal' as const] : []),
  ];
};

/** The source description says when and where the work was published; the file itself was made later. */
const metadataOf = (tei: Element): FoundMetadata => {
  const file = childAt(tei, 'teiHeader', 'fileDesc');
  const statement = file === undefined ? undefined : childAt(file, 'titleStmt');
  const publication = file === undefined ? undefined : childAt(file, 'publicationStmt');
  const source = file === undefined ? undefined : childAt(file, 'sourceDesc');
  const [analytic] = within(source, 'analytic');
  const [monograph] = within(source, 'monogr');
  const titles = statement === undefined ? [] : childrenNamed(statement, 'title');
  const main = titles.find((title) => title.getAttribute('type') === 'main') ?? titles[0];
  const authors = within(analytic ?? monograph, 'author');
  const named = authors.length > 0 ? authors : within(statement, 'author');
  const ids = [...within(source, 'idno'), ...within(publication, 'idno')];
  const idOf = (kind: RegExp): string => lineOf(ids.find((id) => kind.test(id.getAttribute('type') ?? '')));
  const journal = analytic === undefined ? '' : lineOf(within(monograph, 'title')[0]);
  return chooseFound({
    type: stated(...typesOf(childAt(tei, 'teiHeader'), source)),
    title: stated(lineOf(within(analytic, 'title')[0]), lineOf(main)),
    byline: stated(listNames([...new Set(named.map(personOf))].filter((name) => name !== ''))),
    publisher: stated(
      journal,
      ...within(monograph, 'publisher').map(lineOf),
      ...within(publication, 'publisher').map(lineOf),
    ),
    publishedAt: stated(...within(source, 'date').map(dayOf), ...within(publication, 'date').map(dayOf)),
    doi: stated(idOf(/^doi$/iu)),
    url: stated(idOf(/^ur[il]$/iu), ...within(publication, 'ptr').map((each) => each.getAttribute('target'))),
    language: stated(
      languageOf(childrenNamed(tei, 'text')[0]),
      within(childAt(tei, 'teiHeader'), 'language')[0]?.getAttribute('ident'),
      languageOf(tei),
    ),
  });
};

/** The formatting for values of `rend`. */
const SET: readonly (readonly [RegExp, string])[] = [
  [/ital|\bit?\b|emph/iu, 'em'],
  [/bold|\bb\b|strong/iu, 'strong'],
  [/\bsup/iu, 'sup'],
  [/\bsub/iu, 'sub'],
  [/underl|\bu\b/iu, 'u'],
];

const setAs = (element: Element, inner: string): string => {
  const rend = `${element.getAttribute('rend') ?? ''} ${element.getAttribute('rendition') ?? ''} ${element.getAttribute('style') ?? ''}`;
  return withinTags(
    SET.filter(([sign]) => sign.test(rend)).map(([, tag]) => tag),
    inner,
  );
};

const BLOCKS = 'p, ab, lg, l, div, list, table, quote, sp, head';

const levelOf = (element: Element): number => {
  let level = 1;
  for (let at = element.parentElement; at !== null; at = at.parentElement)
    if (/^div\d?$/u.test(at.localName)) level += 1;
  return level;
};

/** Of an editor's two forms, the one of the source. */
const AS_IN_SOURCE = ['sic', 'orig', 'abbr', 'unclear', 'seg'];

const paragraph: Rule = (element, inner) =>
  element.querySelector(':scope > list, :scope > table, :scope > quote p, :scope > figure') === null
    ? `<p>${setAs(element, inner())}</p>`
    : `<div>${inner()}</div>`;

/** The speaker, in a transcript of speech. */
const spoken: Rule = (element, inner) => {
  const name = (element.getAttribute('who') ?? '').replace(/^#/u, '');
  return `<p>${name === '' ? '' : `<strong>${escapeHtml(name)}:</strong> `}${inner()}</p>`;
};

const item: Rule = (element, inner, write) => {
  const label = element.previousElementSibling;
  return `<li>${label?.localName === 'label' ? `${write.all(label.childNodes)} ` : ''}${inner()}</li>`;
};

const table: Rule = (element, _, write) =>
  `${write.all(childrenNamed(element, 'head'))}<table>${write.all(childrenNamed(element, 'row'))}</table>`;

const cell: Rule = (element, inner) =>
  cellMarkup(
    [element, element.parentElement].some((each) => each?.getAttribute('role') === 'label') ? 'th' : 'td',
    inner(),
    [element.getAttribute('cols'), element.getAttribute('rows')],
  );

const choice: Rule = (element, inner, write) => {
  const [source] = AS_IN_SOURCE.flatMap((name) => childrenNamed(element, name));
  return source === undefined ? inner() : write.all([source]);
};

/** Within a line of text a note goes below the text; elsewhere it is a paragraph. */
const note: Rule = (element, inner, { notes }) => {
  if (element.parentElement?.closest('p, ab, l, head, item, cell, quote') == null) return `<p>${inner()}</p>`;
  notes.push(inner());
  return noteReference(notes.length, escapeHtml(element.getAttribute('n') ?? String(notes.length)));
};

const isTitleOf = /^(?:list|table|figure|lg)$/u;
const ORDERED = /order|numb/iu;

const rules: Rules = {
  teiHeader: null,
  facsimile: null,
  standOff: null,
  sourceDoc: null,
  fw: null,
  pb: null,
  cb: null,
  milestone: null,
  anchor: null,
  index: null,
  graphic: null,
  p: paragraph,
  ab: paragraph,
  head: (element, inner) =>
    isTitleOf.test(element.parentElement?.localName ?? '')
      ? `<p><strong>${inner()}</strong></p>`
      : headingOf(levelOf(element), inner()),
  lb: (element) => (element.getAttribute('break') === 'no' ? '' : ' '),
  lg: (element, inner) => (element.querySelector(':scope > lg') === null ? `<p>${inner()}</p>` : inner()),
  l: (element, inner) => (element.parentElement?.localName === 'lg' ? `${inner()}<br>` : `<p>${inner()}</p>`),
  sp: 'div',
  speaker: (_, inner) => `<p><strong>${inner()}</strong></p>`,
  stage: (element, inner) =>
    element.closest('p, l, ab') === null ? `<p><em>${inner()}</em></p>` : `<em>${inner()}</em>`,
  u: spoken,
  byline: 'p',
  dateline: 'p',
  salute: 'p',
  signed: 'p',
  trailer: 'p',
  epigraph: 'blockquote',
  argument: 'div',
  docTitle: 'div',
  titlePart: 'p',
  docAuthor: 'p',
  docImprint: 'p',
  docDate: 'p',
  list: (element, inner) =>
    ORDERED.test(`${element.getAttribute('rend')} ${element.getAttribute('type')}`)
      ? `<ol>${inner()}</ol>`
      : `<ul>${inner()}</ul>`,
  item,
  castList: 'ul',
  castItem: 'li',
  label: (element, inner) => (element.nextElementSibling?.localName === 'item' ? '' : inner()),
  table,
  row: 'tr',
  cell,
  quote: (element, inner) =>
    element.querySelector(BLOCKS) !== null || element.parentElement?.closest('p, ab, l, note') == null
      ? `<blockquote>${inner()}</blockquote>`
      : inner(),
  hi: (element, inner) => setAs(element, inner()),
  emph: 'em',
  title: (element, inner) => (element.getAttribute('level') === 'a' ? inner() : `<em>${inner()}</em>`),
  del: 's',
  add: 'ins',
  gap: () => '[…]',
  choice,
  note,
  ref: (element, inner) => linkTo(element.getAttribute('target'), inner()),
  ptr: (element) => linkTo(element.getAttribute('target'), escapeHtml(element.getAttribute('target') ?? '')),
  formula: 'code',
  figDesc: 'p',
  listBibl: 'ul',
  bibl: (element, inner) =>
    element.parentElement?.localName === 'listBibl' ? `<li>${inner()}</li>` : inner(),
  biblStruct: (element) => `<li>${escapeHtml(citedOf(element))}</li>`,
};

/** A work cited part by part, on one line. */
const citedOf = (work: Element): string => {
  const authors = listNames(within(work, 'author').map(personOf));
  const titles = within(work, 'title').map(lineOf);
  const [date] = within(work, 'date').map(dayOf);
  const places = within(work, 'biblScope').map(
    (scope) =>
      [scope.getAttribute('from'), scope.getAttribute('to')].filter((each) => each !== null).join('–') ||
      lineOf(scope),
  );
  return [authors, date ?? '', ...titles, ...places].filter((part) => part !== '').join('. ');
};

const textMarkup = (tei: Element): string => {
  const write = createWriter(rules);
  const abstracts = within(childAt(tei, 'teiHeader', 'profileDesc'), 'abstract').map((each) =>
    write.all(each.childNodes),
  );
  const abstract = abstracts.filter((each) => each.trim() !== '').map((each) => `<h2>Abstract</h2>${each}`);
  return withNotes(`${abstract.join('')}${write.all(childrenNamed(tei, 'text'))}`, write.notes);
};

/** Null if no text of the file contains words. Throws a DocumentError if it is unsafe or not XML. */
export const parseTei = (text: string): ParsedArticle | null => {
  const root = parseArticleXml(text);
  const all = root.localName === 'teiCorpus' ? [...root.getElementsByTagNameNS('*', 'TEI')] : [root];
  const [first] = all;
  if (first === undefined) return null;
  const found = metadataOf(first);
  const title = found.title === undefined ? '' : headingOf(1, escapeHtml(found.title.value));
  const parsed = articleFromMarkup(`${title}${all.map(textMarkup).join('')}`, {});
  return parsed === null ? null : { ...parsed, found: { ...parsed.found, ...found } };
};

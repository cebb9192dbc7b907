/**
 * XML formats of articles: feeds, JATS, TEI. Files that declare entities are refused, and no document type is loaded.
 * Common faults of feeds (a bare "&", HTML entity names, undeclared prefixes, control characters) are corrected;
 * anything that is still invalid XML is damaged.
 */
import { xmlTags } from '#domain/article/formats/xml-tags.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { DocumentError } from '../document-error.ts';

/** Deeper than any article that people or programs write. */
const MAX_DEPTH = 250;
/** More than can be read within ten seconds. */
const MAX_TAGS = 1_000_000;

const checkSize = (xml: string): void => {
  let depth = 0;
  let tags = 0;
  for (const { kind } of xmlTags(xml)) {
    tags += 1;
    if (kind !== 'is-empty') depth += kind === 'opens' ? 1 : -1;
    if (depth > MAX_DEPTH) throw new DocumentError('nested-too-deep');
    if (tags > MAX_TAGS) throw new DocumentError('too-many-elements');
  }
};

const PROLOG = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>/iy;

/** `xml` from its root element on. A document type with declarations is refused. */
const withoutProlog = (xml: string): string => {
  let at = xml.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    PROLOG.lastIndex = at;
    const found = PROLOG.exec(xml);
    if (found === null) break;
    at = PROLOG.lastIndex;
  }
  if (/^<!DOCTYPE/iu.test(xml.slice(at, at + 9))) throw new DocumentError('document-unsafe');
  return xml.slice(at);
};

/** Characters that XML 1.0 does not allow, literally and as references. */
const NO_CHARACTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]));/giu;
const OWN_NAMES: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const AMPERSAND = /&(?!#\d+;|#x[\da-f]+;)(?:([a-z][a-z\d]*);)?/giu;
const CDATA = /(<!\[CDATA\[[\s\S]*?\]\]>)/u;

const characterOf = (name: string): string =>
  new DOMParser().parseFromString(`&${name};`, 'text/html').body.textContent ?? '';

/** The meaning of an "&" that begins no numeric reference: a named character of XML or HTML, or the "&" itself. */
const meantBy = (all: string, name: string | undefined): string => {
  if (name === undefined) return '&amp;';
  const character = OWN_NAMES.has(name) ? all : characterOf(name);
  if (character !== all) return escapeHtml(character);
  return OWN_NAMES.has(name) ? all : `&amp;${name};`;
};

/** `xml` with HTML's named characters replaced, and every other "&" escaped. */
const withCharacters = (xml: string): string =>
  xml
    .split(CDATA)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(AMPERSAND, meantBy)))
    .join('');

/** `xml` with all prefixes declared in its root element. */
const withPrefixes = (xml: string): string => {
  const used = [...xml.matchAll(/[<\s/]([\p{L}_][\p{L}\p{N}_.-]*):[\p{L}_]/gu)].map(
    ([, prefix = '']) => prefix,
  );
  const missing = [...new Set(used)].filter(
    (prefix) => !/^xml/iu.test(prefix) && !xml.includes(`xmlns:${prefix}=`),
  );
  const declared = missing.map((prefix) => ` xmlns:${prefix}="urn:undeclared:${prefix}"`).join('');
  return xml.replace(/^<[^\s/>]+/u, (root) => root + declared);
};

const parse = (xml: string): Document | null => {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  return parsed.getElementsByTagName('parsererror').length > 0 ? null : parsed;
};

/** The root element of an XML text. Throws a DocumentError if it is unsafe, too large or damaged. */
export const parseArticleXml = (text: string): Element => {
  const bare = withoutProlog(text).replace(NO_CHARACTER, '');
  checkSize(bare);
  const xml = withCharacters(bare);
  const root = (parse(xml) ?? parse(withPrefixes(xml)))?.documentElement;
  if (root === undefined) throw new DocumentError('document-damaged');
  return root;
};

/** The children of `element` with these names, whatever their prefix. */
export const childrenNamed = (element: Element, ...names: readonly string[]): readonly Element[] =>
  [...element.children].filter(({ localName }) => names.includes(localName));

/** The first element at this path of names. */
export const childAt = (element: Element, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>(
    (at, name) => (at === undefined ? undefined : childrenNamed(at, name)[0]),
    element,
  );

/** The text of an element on one line; empty for none. */
export const lineOf = (element: Element | undefined): string =>
  element?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';

/** The notes of a text as HTML, in order of reference. */
export type Notes = string[];

/** The conversion of an element: an HTML tag around its content, or markup made from both; null drops it. */
export type Rule = string | ((element: Element, inner: () => string, write: Writer) => string) | null;
export type Rules = Readonly<Record<string, Rule>>;

/** Writes nodes as HTML, by the rules of a format. */
export type Writer = {
  readonly notes: Notes;
  /** All `nodes`, by the same rules, overridden by those in `otherwise`. */
  all(nodes: Iterable<Node>, otherwise?: Rules): string;
};

const isText = ({ nodeType }: Node): boolean =>
  nodeType === Node.TEXT_NODE || nodeType === Node.CDATA_SECTION_NODE;

/** A writer by `rules`. An element without a rule is replaced by its content. */
export const createWriter = (rules: Rules, notes: Notes = []): Writer => {
  const writer: Writer = {
    notes,
    all: (nodes, otherwise) =>
      otherwise === undefined
        ? [...nodes].map(write).join('')
        : createWriter({ ...rules, ...otherwise }, notes).all(nodes),
  };
  const writeElement = (element: Element): string => {
    const inner = (): string => writer.all(element.childNodes);
    const rule = Object.hasOwn(rules, element.localName) ? rules[element.localName] : undefined;
    if (rule === null) return '';
    if (rule === undefined) return inner();
    return typeof rule === 'string' ? `<${rule}>${inner()}</${rule}>` : rule(element, inner, writer);
  };
  const write = (node: Node): string => {
    if (isText(node)) return escapeHtml(node.nodeValue ?? '');
    return node.nodeType === Node.ELEMENT_NODE ? writeElement(node as Element) : '';
  };
  return writer;
};

/** The nodes of `element` except its children with these names. */
export const nodesBut = (element: Element, ...names: readonly string[]): readonly Node[] =>
  [...element.childNodes].filter((node) => !names.includes((node as Element).localName ?? ''));

/** A heading of that level, within HTML's limits. */
export const headingOf = (level: number, words: string): string =>
  words.trim() === '' ? '' : `<h${Math.min(6, level)}>${words}</h${Math.min(6, level)}>`;

/** A link to `address`, if it is a web address or a place in the file: raised, the latter is the sign of a note. */
export const linkTo = (address: string | null | undefined, words: string): string =>
  /^(?:https?:|mailto:|#)/iu.test(address ?? '')
    ? `<a href="${escapeHtml(address ?? '')}">${words}</a>`
    : words;

/** An XLink `href`, whose prefix varies. */
export const hrefOf = (element: Element): string | null =>
  element.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? element.getAttribute('xlink:href');

export const languageOf = (element: Element | undefined): string | null =>
  element?.getAttributeNS('http://www.w3.org/XML/1998/namespace', 'lang') ?? null;

/** A cell of a table as HTML, with its row and column spans. */
export const cellMarkup = (
  tag: 'td' | 'th',
  inner: string,
  [columns, rows]: readonly [columns: string | null, rows: string | null],
): string => {
  const span = (name: string, count: string | null): string =>
    /^\d{1,3}$/u.test(count ?? '') ? ` ${name}="${count}"` : '';
  return `<${tag}${span('colspan', columns)}${span('rowspan', rows)}>${inner}</${tag}>`;
};

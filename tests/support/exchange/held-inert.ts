/** Checks that a file written from hostile words contains them as text only; each check fails the test itself. */
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { expect } from 'vitest';
import { parseCsv } from '#domain/exchange/read/parse-csv.ts';
import { type MarkdownNode, parseMarkdown } from '../../unit/export/formats/read-markdown.ts';

const leading = /^(?:https?:|mailto:|#)/iu;
const { window } = new JSDOM('');

const childrenOf = (node: MarkdownNode): readonly MarkdownNode[] => [
  node,
  ...(node.children ?? []).flatMap(childrenOf),
];

/** The elements that are written for a memo. */
const known = new Set(
  'html head meta title style body div header main nav footer section p h1 h2 h3 h4 b strong em bdi br a sup span ol ul li table thead tbody tr th td figure figcaption blockquote dl dt dd mark img'.split(
    ' ',
  ),
);

export const expectInertHtml = (html: string): void => {
  const { document } = new JSDOM(html).window;
  const all = [...document.querySelectorAll('*')];
  expect(all.map(({ localName }) => localName).filter((name) => !known.has(name))).toEqual([]);
  expect(
    all.flatMap(({ attributes }) =>
      [...attributes].map(({ name }) => name).filter((name) => /^on|^srcdoc|autofocus/u.test(name)),
    ),
  ).toEqual([]);
  expect(
    [...document.querySelectorAll('[href]')]
      .map((each) => each.getAttribute('href') ?? '')
      .filter((href) => !leading.test(href)),
  ).toEqual([]);
  expect(
    [...document.images].map(({ src }) => src.slice(0, 11)).filter((src) => src !== 'data:image/'),
  ).toEqual([]);
  const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent ?? '').join('');
  // Outside of strings there is nothing but what was written.
  const rules = styles.replace(/"(?:\\.|[^"\\\n])*"/gu, '""');
  expect(rules).not.toMatch(/zq|url\(|@import|expression\(|javascript:/iu);
};

export const parseXml = (xml: string): Document => {
  expect(xml).not.toContain('<!DOCTYPE');
  expect(xml).not.toContain('<!ENTITY');
  const parsed = new window.DOMParser().parseFromString(xml, 'application/xml');
  expect([...parsed.getElementsByTagName('parsererror')].map(({ textContent }) => textContent)).toEqual([]);
  return parsed;
};

export const namesOf = (parsed: Document): readonly string[] => [
  ...new Set([...parsed.getElementsByTagName('*')].map(({ nodeName }) => nodeName)),
];

/** Elements that would bring another file, program or command into a Word document. */
const outside = /^(?:w:(?:object|control|altChunk|subDoc|attachedTemplate|fldSimple|dde\w*)|o:OLEObject)$/u;
/** Element names have a prefix there, except those of properties, types and relationships. */
const unprefixed = new Set([
  'Types',
  'Default',
  'Override',
  'Relationships',
  'Relationship',
  'Properties',
  'property',
]);

/** Each part is XML, no element is one of the words, and only links lead out. */
export const expectInertDocx = (bytes: Uint8Array): void => {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/u.test(name)) continue;
    const parsed = parseXml(strFromU8(part));
    const strange = namesOf(parsed).filter(
      (each) => outside.test(each) || !(each.includes(':') || unprefixed.has(each)),
    );
    expect(strange, name).toEqual([]);
    for (const relation of parsed.getElementsByTagName('Relationship')) {
      if (relation.getAttribute('TargetMode') !== 'External') continue;
      expect(relation.getAttribute('Type')).toMatch(/\/hyperlink$/u);
      expect(relation.getAttribute('Target')).toMatch(leading);
    }
    for (const field of parsed.getElementsByTagName('w:instrText'))
      expect(field.textContent).not.toMatch(/DDE|INCLUDE|zq/u);
  }
};

const live = new Set(['image', 'imageReference', 'linkReference', 'definition', 'inlineCode', 'code']);

export const expectInertMarkdown = (markdown: string): void => {
  const all = childrenOf(parseMarkdown(markdown));
  expect(all.filter(({ type, value }) => type === 'html' && value !== '<!-- -->')).toEqual([]);
  expect(all.filter(({ type }) => live.has(type))).toEqual([]);
  expect(all.filter(({ type, url }) => type === 'link' && !leading.test(url ?? ''))).toEqual([]);
  // The beginnings of templates and comments in Obsidian.
  expect(markdown).not.toMatch(/<%|%%/u);
};

/** The same number of cells in each row, and none that a spreadsheet evaluates. */
export const expectInertCsv = (csv: string, rows?: number): void => {
  const [head = [], ...body] = parseCsv(csv) ?? [];
  if (rows !== undefined) expect(body).toHaveLength(rows);
  for (const row of body) expect(row).toHaveLength(head.length);
  expect(body.flat().filter((cell) => /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell))).toEqual([]);
};

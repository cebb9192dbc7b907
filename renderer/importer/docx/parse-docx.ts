/**
 * Word documents: mammoth reads them, and what it would ignore is converted first: tracked changes, hidden words,
 * formulas. It gets a rebuilt package of checked parts: XML of limited size without entities, pictures, and no embedded
 * files or external addresses.
 */
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { foundRemarks, type ImportRemark } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { DocumentError } from '../document-error.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { mathText } from '../markup/markup-parts.ts';
import { foundInDublinCore } from '../package/document-properties.ts';
import { isPicturePart, openPackage, type Package } from '../package/open-package.ts';
import { xmlPart } from '../package/package-parts.ts';
import { elementsNamed } from '../package/parse-xml.ts';
import { UNREADABLE_PICTURE } from '../picture/embed-pictures.ts';
import { valueItems, writeListNumbers } from './word-lists.ts';

/** The parts that contain words. */
const TEXT_PARTS = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;
const OTHER_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:styles|numbering|comments)\.xml|word\/_rels\/[a-z]+\d*\.xml\.rels)$/;

/** Charts, and embedded documents of other kinds. */
const UNREAD = /^word\/(?:charts\/chart[^/]*\.xml|afchunk[^/]*)$/i;

const isMedia = (name: string): boolean => name.startsWith('word/media/') && isPicturePart(name);

/**
 * Tracked changes as text that shows both sides. mammoth accepts insertions and drops deletions; here both become plain
 * runs, insertions with a special mark, deletions with strikethrough. Hidden text is removed and counted.
 */

/** A highlight colour that Word does not have: it marks insertions for mammoth's style map. */
const INSERTED = 'precis-inserted';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const make = (of: Element, name: string): Element => of.ownerDocument.createElementNS(WORD, name);

const childNamed = (element: Element, name: string): Element | undefined =>
  [...element.children].find((child) => child.tagName === name);

/** The properties of a run, created if missing. */
const propertiesOf = (run: Element): Element => {
  const there = childNamed(run, 'w:rPr');
  if (there !== undefined) return there;
  const made = make(run, 'w:rPr');
  run.prepend(made);
  return made;
};

const unwrap = (element: Element): void => {
  element.replaceWith(...element.childNodes);
};

const setProperty = (run: Element, name: string, value: string | null): void => {
  const properties = propertiesOf(run);
  childNamed(properties, name)?.remove();
  const property = make(run, name);
  if (value !== null) property.setAttributeNS(WORD, 'w:val', value);
  properties.append(property);
};

/** Renames an element. */
const rename = (element: Element, name: string): void => {
  const other = make(element, name);
  other.append(...element.childNodes);
  element.replaceWith(other);
};

/** Converts every change with that name; returns how many contain words. */
const show = (root: Document, name: string, say: (run: Element) => void): number => {
  let count = 0;
  for (const range of elementsNamed(root, name)) {
    const runs = elementsNamed(range, 'w:r');
    for (const run of runs) say(run);
    if ((range.textContent ?? '') !== '') count += 1;
    if (runs.length > 0) unwrap(range);
    // A change to a paragraph mark or a row: both sides stay.
    else range.remove();
  }
  return count;
};

const strike = (run: Element): void => {
  setProperty(run, 'w:strike', null);
  for (const text of elementsNamed(run, 'w:delText')) rename(text, 'w:t');
};
const markInserted = (run: Element): void => setProperty(run, 'w:highlight', INSERTED);

const isOn = (property: Element | undefined): boolean =>
  property !== undefined && !['false', '0', 'off'].includes(property.getAttribute('w:val') ?? 'true');

const dropHidden = (root: Document): number => {
  let words = 0;
  for (const run of elementsNamed(root, 'w:r')) {
    const properties = childNamed(run, 'w:rPr');
    if (properties === undefined || !isOn(childNamed(properties, 'w:vanish'))) continue;
    words += (run.textContent ?? '').match(/\S+/gu)?.length ?? 0;
    run.remove();
  }
  return words;
};

/** The changes in a part of a document, and its hidden text. */
type Changes = {
  readonly insertions: number;
  readonly deletions: number;
  readonly hiddenWords: number;
};

/** Converts `root`, a part of a Word document, and returns the facts for remarks. */
const showChanges = (root: Document): Changes => ({
  hiddenWords: dropHidden(root),
  insertions: show(root, 'w:ins', markInserted) + show(root, 'w:moveTo', markInserted),
  deletions: show(root, 'w:del', strike) + show(root, 'w:moveFrom', strike),
});

const STYLE_MAP = [
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  `highlight[color='${INSERTED}'] => ins`,
  'strike => s',
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
];

/** A note's link back has an arrow that the document does not contain. */
const WAY_BACK = / ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g;

const encode = (xml: Document): Uint8Array =>
  new TextEncoder().encode(new XMLSerializer().serializeToString(xml));

/** The converted parts, and the remarks. */
type Made = { readonly parts: Record<string, Uint8Array>; readonly remarks: readonly ImportRemark[] };

const picturesOf = ({ names, part }: Package): Record<string, Uint8Array> =>
  Object.fromEntries(
    names.filter(isMedia).flatMap((name) => {
      const bytes = part(name);
      return bytes === null ? [] : [[name, bytes]];
    }),
  );

/** Writes the formulas of a part of a Word document as runs of text, which mammoth reads. */
const writeMath = (root: Document): void => {
  for (const formula of elementsNamed(root, 'm:oMath')) {
    const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const run = root.createElementNS(space, 'w:r');
    const text = root.createElementNS(space, 'w:t');
    text.textContent = mathText(formula);
    run.append(text);
    const outer = formula.parentElement;
    formula.replaceWith(run);
    if (outer?.tagName === 'm:oMathPara') outer.replaceWith(run);
  }
};

/** Headings whose numbers Word generates: they are printed but not part of the text, which needs a remark. */

const valueIn = (root: Element | Document, name: string): string | null =>
  elementsNamed(root, name)[0]?.getAttribute('w:val') ?? null;

/** The list that numbers `element`; null if it names none, '0' if it is excluded from numbering. */
const listOf = (element: Element): string | null =>
  elementsNamed(element, 'w:numPr').length === 0 ? null : (valueIn(element, 'w:numId') ?? '1');

type HeadingStyles = ReadonlyMap<string, { readonly isCounted: boolean }>;

const isHeadingStyle = (style: Element): boolean =>
  style.getAttribute('w:type') === 'paragraph' &&
  (/^heading \d/i.test(valueIn(style, 'w:name') ?? '') || valueIn(style, 'w:outlineLvl') !== null);

/** The styles of headings, and whether they are numbered. */
const headingStyles = (styles: Document): HeadingStyles =>
  new Map(
    elementsNamed(styles, 'w:style')
      .filter(isHeadingStyle)
      .map((style) => {
        const list = listOf(style);
        return [style.getAttribute('w:styleId') ?? '', { isCounted: list !== null && list !== '0' }];
      }),
  );

/** How many headings of the part `words` have a number that is not in their text. */
const countNumberedHeadings = (words: Document, headings: HeadingStyles): number =>
  elementsNamed(words, 'w:p').filter((paragraph) => {
    const style = headings.get(valueIn(paragraph, 'w:pStyle') ?? '');
    if (style === undefined || (paragraph.textContent ?? '').trim() === '') return false;
    const own = listOf(paragraph);
    return own === null ? style.isCounted : own !== '0';
  }).length;

/** Unwraps words of a Word document that mammoth would ignore because of the element around them. */

/** Fields written as one element, and runs with another direction. */
const WRAPPERS = ['w:fldSimple', 'w:dir', 'w:bdo'] as const;

/** Of ruby text only the base characters stay: the reading would be words within words. */
const unwrapRuby = (ruby: Element): void => {
  const bases = elementsNamed(ruby, 'w:rubyBase').flatMap((base) => [...base.children]);
  const run = ruby.parentElement;
  // The ruby element and its base text are both in runs.
  if (run?.tagName === 'w:r') run.before(...bases);
  ruby.remove();
};

/** A text box without its fallback for older programs. */
const showTextBoxes = (alternatives: Element): void => {
  if (elementsNamed(alternatives, 'mc:Fallback').length > 0) return;
  const boxes = elementsNamed(alternatives, 'w:txbxContent');
  if (boxes.length > 0) alternatives.replaceWith(...boxes);
};

/** The drop cap of a paragraph is in a frame before it: it is joined to its word. */
const joinDropCap = (frame: Element): void => {
  const letter = frame.closest('w\\:p');
  const paragraph = letter?.nextElementSibling;
  if (!letter || paragraph?.tagName !== 'w:p') return;
  const properties = [...paragraph.children].find(({ tagName }) => tagName === 'w:pPr');
  const runs = [...letter.children].filter(({ tagName }) => tagName !== 'w:pPr');
  if (properties === undefined) paragraph.prepend(...runs);
  else properties.after(...runs);
  letter.remove();
};

/** Converts `root`, a part of a Word document. */
const unwrapWords = (root: Document): void => {
  for (const name of WRAPPERS)
    for (const wrapper of elementsNamed(root, name)) wrapper.replaceWith(...wrapper.childNodes);
  for (const frame of elementsNamed(root, 'w:framePr'))
    if (/^(?:drop|margin)$/.test(frame.getAttribute('w:dropCap') ?? '')) joinDropCap(frame);
  for (const ruby of elementsNamed(root, 'w:ruby')) unwrapRuby(ruby);
  for (const alternatives of elementsNamed(root, 'mc:AlternateContent')) showTextBoxes(alternatives);
};

/** Converts the words of all parts. Comments are counted but are not text. */
const makeParts = (document: Package): Made => {
  const parts = picturesOf(document);
  const found = { insertions: 0, deletions: 0, hiddenWords: 0, comments: 0, numbered: 0 };
  const styles = xmlPart(document, 'word/styles.xml');
  const lists = { styles, numbering: xmlPart(document, 'word/numbering.xml') };
  const headings: HeadingStyles = styles === null ? new Map() : headingStyles(styles);
  const isHeading = (paragraph: Element): boolean => headings.has(valueIn(paragraph, 'w:pStyle') ?? '');
  for (const name of document.names.filter((each) => !isMedia(each))) {
    const xml = xmlPart(document, name);
    if (xml === null) continue;
    if (TEXT_PARTS.test(name)) {
      unwrapWords(xml);
      writeMath(xml);
      found.numbered += countNumberedHeadings(xml, headings);
      writeListNumbers(xml, lists, isHeading);
      const { insertions, deletions, hiddenWords } = showChanges(xml);
      found.insertions += insertions;
      found.deletions += deletions;
      found.hiddenWords += hiddenWords;
    }
    const comments = elementsNamed(xml, 'w:comment').length;
    found.comments += comments;
    if (comments === 0) parts[name] = encode(xml);
  }
  const { insertions, deletions, hiddenWords, comments, numbered } = found;
  return {
    parts,
    remarks: foundRemarks([
      { kind: 'tracked-changes', insertions, deletions },
      { kind: 'hidden-words', count: hiddenWords },
      { kind: 'comments', count: comments },
      { kind: 'numbered-headings', count: numbered },
      { kind: 'parts-unreadable', count: document.names.filter((name) => UNREAD.test(name)).length },
    ]),
  };
};

/** A picture that is external, or was not unpacked, can't be read. */
const addressOf = async (image: { readAsBase64String(): Promise<string> }): Promise<string> => {
  try {
    return `data:;base64,${await image.readAsBase64String()}`;
  } catch {
    return UNREADABLE_PICTURE;
  }
};

const toMarkup = async (parts: Record<string, Uint8Array>): Promise<string> => {
  const packed = zipSync(parts, { level: 0 });
  const { buffer } = new Uint8Array(packed);
  // One property is for its browser build, the other for Node's.
  const input = { arrayBuffer: buffer, buffer: packed } as unknown as { arrayBuffer: ArrayBuffer };
  const convertImage = mammoth.images.imgElement(async (image) => ({ src: await addressOf(image) }));
  const { value } = await mammoth.convertToHtml(input, {
    styleMap: STYLE_MAP,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    convertImage,
  });
  return valueItems(value.replace(WAY_BACK, ''));
};

/** A Word document (.docx); null if it contains no text. Throws a DocumentError if it can't be read. */
export const parseDocx = async (bytes: Uint8Array): Promise<ParsedArticle | null> => {
  const document = openPackage(bytes, (name) => TEXT_PARTS.test(name) || OTHER_PARTS.test(name), isMedia);
  if (document.names.every((name) => !/^word\/document\d*\.xml$/.test(name))) {
    throw new DocumentError('document-damaged');
  }
  const found = foundInDublinCore(xmlPart(document, 'docProps/core.xml'));
  const { parts, remarks } = makeParts(document);
  const parsed = articleFromMarkup(await toMarkup(parts), found);
  return parsed === null ? null : { ...parsed, remarks };
};

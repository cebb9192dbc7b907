/**
 * Cleans a part of a Word template, which may contain words, formatting, pictures and shapes. Anything active,
 * external, or left by reviewers is removed; wrappers around text (controls, smart tags) are replaced by their content.
 */
import { DocumentError } from '../../document-error.ts';

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const COMPATIBLE = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';
const GROUP = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

const elements: ReadonlySet<string> = new Set([
  ...[WORD, COMPATIBLE, DRAWING, SHAPE, GROUP, PICTURE],
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  ...['urn:schemas-microsoft-com:vml', 'urn:schemas-microsoft-com:office:word'],
]);
const attributes: ReadonlySet<string> = new Set([WORD, RELATED, 'http://www.w3.org/XML/1998/namespace']);
/** Allowed in a drawing. */
const drawn: ReadonlySet<string> = new Set([SHAPE, GROUP, PICTURE]);
/** Alternatives that are kept, by the namespace that a program has to support. */
const known: ReadonlySet<string> = new Set([SHAPE, GROUP]);

/** Removed with their content. */
const gone: ReadonlySet<string> = new Set([
  ...['del', 'moveFrom', 'moveFromRangeStart', 'moveFromRangeEnd', 'moveToRangeStart', 'moveToRangeEnd'],
  ...['pPrChange', 'rPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'sectPrChange', 'tblGridChange'],
  ...['numberingChange', 'cellIns', 'cellDel', 'cellMerge', 'tblPrExChange'],
  ...['commentRangeStart', 'commentRangeEnd', 'commentReference', 'annotationRef', 'footnoteReference'],
  ...['endnoteReference', 'bookmarkStart', 'bookmarkEnd', 'permStart', 'permEnd', 'proofErr', 'altChunk'],
  ...['subDoc', 'object', 'control', 'contentPart', 'sdtPr', 'sdtEndPr', 'customXmlPr', 'smartTagPr'],
  ...[
    'divId',
    'lastRenderedPageBreak',
    'lang',
    'rsid',
    'extLst',
    'hlinkClick',
    'hlinkHover',
    'fldData',
    'ffData',
  ],
]);
/** Counted as objects that are not copied. */
const objects: ReadonlySet<string> = new Set(['object', 'control', 'altChunk', 'subDoc', 'contentPart']);
/** Replaced by their content. */
const holders: ReadonlySet<string> = new Set([
  ...['sdt', 'sdtContent', 'smartTag', 'customXml', 'ins', 'moveTo'],
]);

/** Deeper than any page laid out by a person. */
const MAX_DEPTH = 120;

/** Content of a template that a memo does not use. */
export type Found = { objects: boolean; pictures: boolean };

const unwrap = (element: Element): void => {
  element.replaceWith(...element.childNodes);
};

/** An alternative needs its required prefixes declared, so that the part is valid by itself. */
const cleanChoice = (choice: Element): boolean => {
  const prefixes = (choice.getAttribute('Requires') ?? '').split(/\s+/u).filter((each) => each !== '');
  const spaces = prefixes.map((prefix) => [prefix, choice.lookupNamespaceURI(prefix)] as const);
  if (spaces.length === 0 || spaces.some(([, space]) => space === null || !known.has(space))) return false;
  for (const [prefix, space] of spaces) choice.setAttributeNS(XMLNS, `xmlns:${prefix}`, space ?? '');
  return true;
};

const cleanAlternatives = (element: Element): void => {
  for (const child of [...element.children])
    if (child.localName === 'Choice' && !cleanChoice(child)) child.remove();
  if (element.children.length === 0) element.remove();
  else if (![...element.children].some(({ localName }) => localName === 'Choice'))
    unwrap(element.children[0] ?? element);
};

/** Drops link targets within the template, and what a shape would open. */
const isKept = ({ localName, namespaceURI }: Attr, element: Element): boolean => {
  if (localName === 'href' || localName === 'src') return false;
  if (namespaceURI === XMLNS) return element.localName === 'Choice';
  if (namespaceURI === WORD) return !localName.startsWith('rsid') && localName !== 'docLocation';
  return namespaceURI === null || attributes.has(namespaceURI);
};

const cleanAttributes = (element: Element): void => {
  for (const attribute of [...element.attributes])
    if (!isKept(attribute, element)) element.removeAttribute(attribute.name);
};

const isForeignDrawing = (element: Element): boolean =>
  element.namespaceURI === DRAWING &&
  element.localName === 'graphicData' &&
  !drawn.has(element.getAttribute('uri') ?? '');

/** The nearest ancestor with that name in Word's namespace. */
export const ancestorNamed = (node: Element, name: string): Element | null => {
  for (let at = node.parentElement; at !== null; at = at.parentElement)
    if (at.localName === name && at.namespaceURI === WORD) return at;
  return null;
};

const isTakenOut = (element: Element, found: Found): boolean => {
  if (objects.has(element.localName)) found.objects = true;
  return gone.has(element.localName) || !elements.has(element.namespaceURI ?? '');
};

const unfold = (element: Element): void => {
  const { localName, namespaceURI } = element;
  if (namespaceURI === WORD && holders.has(localName)) unwrap(element);
  else if (namespaceURI === COMPATIBLE && localName === 'AlternateContent') cleanAlternatives(element);
  else if (namespaceURI === COMPATIBLE && localName === 'Fallback' && !element.hasChildNodes())
    element.remove();
};

const cleanElement = (element: Element, found: Found, depth: number): void => {
  if (isForeignDrawing(element)) {
    found.objects = true;
    ancestorNamed(element, 'drawing')?.remove();
  } else if (isTakenOut(element, found)) element.remove();
  else {
    cleanAttributes(element);
    cleanXml(element, found, depth + 1);
    unfold(element);
  }
};

/** Cleans everything below `root`, in place. Throws `nested-too-deep`. */
export const cleanXml = (root: Element, found: Found, depth = 0): void => {
  if (depth > MAX_DEPTH) throw new DocumentError('nested-too-deep');
  for (const node of [...root.childNodes]) {
    if (node.nodeType === Node.ELEMENT_NODE) cleanElement(node as Element, found, depth);
    else if (node.nodeType !== Node.TEXT_NODE) node.remove();
  }
};

const serializer = new XMLSerializer();

/** An element as XML that declares all namespaces it uses. */
export const printXml = (element: Element): string => serializer.serializeToString(element);
export const printAll = (list: Iterable<Element>): string => [...list].map(printXml).join('');

/** The children with that name in Word's namespace. */
export const wordChildren = (element: Element | null | undefined, name: string): readonly Element[] =>
  [...(element?.children ?? [])].filter(
    ({ localName, namespaceURI }) => localName === name && namespaceURI === WORD,
  );
export const wordChild = (element: Element | null | undefined, name: string): Element | null =>
  wordChildren(element, name)[0] ?? null;
export const wordValue = (element: Element | null | undefined, name = 'val'): string | null =>
  element?.getAttributeNS(WORD, name) ?? null;
export const wordNamed = (root: Document | Element, name: string): readonly Element[] => [
  ...root.getElementsByTagNameNS(WORD, name),
];
export const isOn = (property: Element | null): boolean =>
  property !== null && !['false', '0', 'off', 'none'].includes(wordValue(property) ?? 'true');

/**
 * What Readability would keep of a page, told of the page's own elements: it works on a copy whose elements are
 * numbered. So the text is read from the page as it was and not from what Readability makes of it, and what it
 * leaves out can be shown.
 */
import { Readability } from '@mozilla/readability';

/** On the copies alone: an element that Readability makes anew gets the attributes of the one that it replaces. */
const NUMBER_ATTRIBUTE = 'data-precis-number';

const TEXT_NODE = 3;
const SHOW_TEXT = 4;

const cloneDocument = (page: Document): Document => page.cloneNode(true) as Document;

/** Words that stand in no element can't be numbered. */
const wrapLooseText = (body: Element): void => {
  for (const node of [...body.childNodes]) {
    if (node.nodeType !== TEXT_NODE || !/\S/.test(node.nodeValue ?? '')) continue;
    const frame = body.ownerDocument.createElement('span');
    node.replaceWith(frame);
    frame.append(node);
  }
};

/** Numbers the elements of `copy`, which has the elements of `page`, and answers whose copy one is. */
const numberElements = (copy: Document, page: Document): ((element: Element) => Element | undefined) => {
  const elements = [...page.querySelectorAll('*')];
  const originals = new Map<Element, Element | undefined>();
  for (const [number, element] of [...copy.querySelectorAll('*')].entries()) {
    element.setAttribute(NUMBER_ATTRIBUTE, String(number));
    originals.set(element, elements[number]);
  }
  // Where Readability merges a frame into the one element in it, that one has the number of the frame: it is itself first.
  return (element) =>
    originals.get(element) ?? elements[Number(element.getAttribute(NUMBER_ATTRIBUTE) ?? -1)];
};

/** The texts in `root`, in the order of the page. */
const textsIn = (root: Document | Element): readonly Text[] => {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text);
  return texts;
};

/**
 * Answers in which element of `page` a text of `copy` stands: Readability puts texts into paragraphs of its own and
 * drops what they stood in. Where it has parsed the copy again, only a text that stands once can be told.
 */
const locateTexts = (copy: Document, page: Document): ((text: Text) => Element | null) => {
  const originals = textsIn(page);
  const parents = new Map<Text, Element | null>();
  for (const [index, text] of textsIn(copy).entries())
    parents.set(text, originals[index]?.parentElement ?? null);
  const byWords = new Map<string, Element | null>();
  for (const { data, parentElement } of originals)
    byWords.set(data, byWords.has(data) ? null : parentElement);
  return (text) => parents.get(text) ?? byWords.get(text.data) ?? null;
};

/** The elements of `page` that Readability takes for its article, none where no article stands out. */
export const survivingElements = (page: Document): ReadonlySet<Element> => {
  wrapLooseText(page.body);
  const copy = cloneDocument(page);
  const originalOf = numberElements(copy, page);
  const parentOf = locateTexts(copy, page);
  const options = { disableJSONLD: true, serializer: (node: Node) => node };
  const content = new Readability<Node>(copy, options).parse()?.content as Element | undefined;
  if (content === undefined) return new Set();
  const texts = textsIn(content).filter(({ data }) => /\S/.test(data));
  const surviving = new Set([
    ...[...content.querySelectorAll('*')].map(originalOf),
    ...texts
      .filter(({ parentElement }) => parentElement !== null && originalOf(parentElement) === undefined)
      .map(parentOf),
  ]);
  return new Set([...surviving].filter((element) => element !== undefined && element !== null));
};

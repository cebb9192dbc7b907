/**
 * What Readability would keep of a page, told of the page's own elements: it works on a copy whose elements are
 * numbered. So the text is read from the page as it was and not from what Readability makes of it, and what it
 * leaves out can be shown.
 */
import { Readability } from '@mozilla/readability';

// A name for each and not one name with a value: where Readability merges two elements, it merges their attributes.
const NUMBER = /^data-precis-n(\d+)$/;

const TEXT_NODE = 3;

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

/** The elements of `page` that Readability takes for its article, none where no article stands out. */
export const survivingElements = (page: Document): ReadonlySet<Element> => {
  wrapLooseText(page.body);
  const copy = cloneDocument(page);
  const elements = [...page.querySelectorAll('*')];
  for (const [number, element] of [...copy.querySelectorAll('*')].entries()) {
    element.setAttribute(`data-precis-n${number}`, '');
  }
  const options = { disableJSONLD: true, serializer: (node: Node) => node };
  const content = new Readability<Node>(copy, options).parse()?.content as Element | undefined;
  const surviving = new Set<Element>();
  for (const each of content?.querySelectorAll('*') ?? []) {
    for (const name of each.getAttributeNames()) {
      const element = elements[Number(NUMBER.exec(name)?.[1] ?? -1)];
      if (element !== undefined) surviving.add(element);
    }
  }
  return surviving;
};

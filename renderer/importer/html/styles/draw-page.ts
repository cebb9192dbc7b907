/**
 * Rebuilds a page for the browser to style: its elements with the attributes that selectors test, and one letter for
 * each text. Nothing of it loads, links, names or runs anything, and no word of the page is in it.
 */
import { UNSEEN_ELEMENTS } from '../../body/element-style.ts';

/** Stands for a text. */
export const LETTER = 'x';

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** HTML attributes that selectors and default styles test, and that have no effect. */
const HARMLESS: ReadonlySet<string> = new Set(
  (
    'align bgcolor border cellpadding cellspacing checked class color cols colspan dir disabled face for height hidden ' +
    'hspace id lang open role rows rowspan size span title type valign vspace width'
  ).split(' '),
);
const NAME = /^[a-z_][\w.-]*$/;

/** The names of all properties that make an HTML element do something. */
const findKnownNames = (): ReadonlySet<string> => {
  const prototypes = Object.getOwnPropertyNames(window)
    .filter((name) => /^(?:HTML.*)?Element$|^Node$/.test(name))
    .map((name): unknown => Reflect.get(window, name).prototype);
  const names = prototypes.flatMap((prototype) => Object.getOwnPropertyNames(prototype));
  return new Set([...names.map((name) => name.toLowerCase()), 'http-equiv', 'accept-charset']);
};

/** Decides which attributes are copied. An attribute without an HTML property has no effect: it is the page's own. */
const createAttributeChoice = (known: ReadonlySet<string>): ((name: string) => boolean) => {
  const chosen = new Map<string, boolean>();
  return (name) => {
    const isChosen = chosen.get(name) ?? (HARMLESS.has(name) || (NAME.test(name) && !known.has(name)));
    chosen.set(name, isChosen);
    return isChosen;
  };
};

/** Computed once: the names are the same for every page. */
let knownNames: ReadonlySet<string> | null = null;

/** Elements that embed a document, which is not needed to know their position. */
const FRAMES: ReadonlySet<string> = new Set(
  'embed fencedframe frame frameset iframe object portal webview'.split(' '),
);

const drawEmpty = (frame: Document, name: string): HTMLElement => {
  try {
    return frame.createElement(FRAMES.has(name) ? 'precis-frame' : name);
  } catch {
    // The parser accepts names that DOM methods refuse.
    return frame.createElement('precis-unnamed');
  }
};

type IsDrawn = (attribute: string) => boolean;

const copyAttributes = (element: Element, drawn: HTMLElement, isDrawn: IsDrawn): void => {
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    if (name === 'style') drawn.style.cssText = value;
    else if (name === 'href') drawn.setAttribute('href', '#');
    else if (isDrawn(name)) drawn.setAttribute(name, value);
  }
  // Content that a reader can unfold is text.
  if (element.getAttribute('hidden') === 'until-found') drawn.removeAttribute('hidden');
  if (element.localName === 'details') drawn.setAttribute('open', '');
};

/** Rebuilds `page` in the empty document `frame`; returns the original of each element and text. */
export const drawPage = (page: Document, frame: Document): ReadonlyMap<Node, ChildNode> => {
  const originals = new Map<Node, ChildNode>();
  knownNames ??= findKnownNames();
  const isDrawn = createAttributeChoice(knownNames);
  const drawText = (text: Text, into: HTMLElement): void => {
    const isBlank = !/\S/.test(text.data);
    // It only matters to selectors such as `:empty`.
    if (isBlank && (text.previousSibling !== null || text.nextSibling !== null)) return;
    const drawn = frame.createTextNode(isBlank ? ' ' : LETTER);
    originals.set(drawn, text);
    into.appendChild(drawn);
  };
  const drawChildren = (element: Element, into: HTMLElement): void => {
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === TEXT_NODE) drawText(child as Text, into);
      else if (child.nodeType === ELEMENT_NODE) {
        const { localName } = child as Element;
        into.appendChild(drawElement(child as Element, drawEmpty(frame, localName)));
      }
    }
  };
  const drawElement = (element: Element, drawn: HTMLElement): HTMLElement => {
    originals.set(drawn, element);
    if (element.hasAttributes()) copyAttributes(element, drawn, isDrawn);
    if (!UNSEEN_ELEMENTS.has(element.localName)) drawChildren(element, drawn);
    return drawn;
  };
  copyAttributes(page.documentElement, frame.documentElement, isDrawn);
  originals.set(frame.documentElement, page.documentElement);
  drawElement(page.body, frame.body);
  return originals;
};

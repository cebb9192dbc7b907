/**
 * A page drawn for the browser to style: its elements by their names and by what selectors ask of them, and a letter
 * for each text. Nothing of it loads, links, names or does anything, and no word of the page stands in it.
 */
import { UNSEEN_ELEMENTS } from '../../body/element-style.ts';

/** Stands for a text. */
export const LETTER = 'x';

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Attributes of HTML's own that selectors and a browser's own styles ask for, and that do nothing. */
const HARMLESS: ReadonlySet<string> = new Set(
  (
    'align bgcolor border cellpadding cellspacing checked class color cols colspan dir disabled face for height hidden ' +
    'hspace id lang open role rows rowspan size span title type valign vspace width'
  ).split(' '),
);
const NAME = /^[a-z_][\w.-]*$/;

/** The names of all that any element of HTML can be told to do. */
const findKnownNames = (): ReadonlySet<string> => {
  const prototypes = Object.getOwnPropertyNames(window)
    .filter((name) => /^(?:HTML.*)?Element$|^Node$/.test(name))
    .map((name): unknown => Reflect.get(window, name).prototype);
  const names = prototypes.flatMap((prototype) => Object.getOwnPropertyNames(prototype));
  return new Set([...names.map((name) => name.toLowerCase()), 'http-equiv', 'accept-charset']);
};

/** Tells which attributes are drawn. What HTML has no property for does nothing: it is the page's own. */
const createAttributeChoice = (known: ReadonlySet<string>): ((name: string) => boolean) => {
  const chosen = new Map<string, boolean>();
  return (name) => {
    const isChosen = chosen.get(name) ?? (HARMLESS.has(name) || (NAME.test(name) && !known.has(name)));
    chosen.set(name, isChosen);
    return isChosen;
  };
};

/** Found once: which names there are does not change from page to page. */
let knownNames: ReadonlySet<string> | null = null;

/** Elements that have a document of their own, which is not needed to know where they stand. */
const FRAMES: ReadonlySet<string> = new Set(
  'embed fencedframe frame frameset iframe object portal webview'.split(' '),
);

const drawEmpty = (frame: Document, name: string): HTMLElement => {
  try {
    return frame.createElement(FRAMES.has(name) ? 'precis-frame' : name);
  } catch {
    // The parser takes names that nothing else does.
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
  // What a reader unfolds is text.
  if (element.getAttribute('hidden') === 'until-found') drawn.removeAttribute('hidden');
  if (element.localName === 'details') drawn.setAttribute('open', '');
};

/** Draws `page` into the empty document `frame`; answers what each element and text in it stands for. */
export const drawPage = (page: Document, frame: Document): ReadonlyMap<Node, ChildNode> => {
  const originals = new Map<Node, ChildNode>();
  knownNames ??= findKnownNames();
  const isDrawn = createAttributeChoice(knownNames);
  const drawText = (text: Text, into: HTMLElement): void => {
    const isBlank = !/\S/.test(text.data);
    // It makes a difference only to whoever asks for what is empty.
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

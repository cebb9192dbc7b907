/**
 * A drawing of the window as an SVG file: shapes and text only, each with its computed style, in light colours.
 * Anything that could run, load or link is left out: only what the lists name is copied.
 */

const SVG = 'http://www.w3.org/2000/svg';

const elements: readonly string[] = [
  ...['svg', 'g', 'defs', 'pattern', 'title'],
  ...['rect', 'circle', 'line', 'path', 'text', 'tspan'],
];

const attributes: readonly string[] = [
  ...[
    'id',
    'x',
    'y',
    'dx',
    'dy',
    'width',
    'height',
    'rx',
    'ry',
    'cx',
    'cy',
    'r',
    'd',
    'x1',
    'y1',
    'x2',
    'y2',
  ],
  ...['viewBox', 'transform', 'patternUnits', 'patternTransform'],
];

/** Style properties that are copied; `usual` is the default, which is not written. */
const looks: readonly { readonly name: string; readonly usual: string }[] = [
  { name: 'fill', usual: 'rgb(0, 0, 0)' },
  { name: 'fill-opacity', usual: '1' },
  { name: 'stroke', usual: 'none' },
  { name: 'stroke-width', usual: '1px' },
  { name: 'stroke-dasharray', usual: 'none' },
  { name: 'stroke-linecap', usual: 'butt' },
  { name: 'stroke-linejoin', usual: 'miter' },
  { name: 'paint-order', usual: 'normal' },
];
const looksOfText: typeof looks = [
  { name: 'font-family', usual: '' },
  { name: 'font-size', usual: '16px' },
  { name: 'font-weight', usual: '400' },
  { name: 'font-style', usual: 'normal' },
  { name: 'text-anchor', usual: 'start' },
];
const withoutLook: readonly string[] = ['svg', 'g', 'defs', 'pattern', 'title'];

/** XML allows no control characters except white space, and no lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what is taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Only a colour or a reference into this drawing passes; nothing that could be fetched. */
const safeLook = (value: string): string => {
  if (!value.includes('url(')) return value;
  const [, id] = /^url\("?(?:[^"#)]*)#([\w-]+)"?\)/u.exec(value) ?? [];
  return id === undefined ? 'none' : `url(#${id})`;
};

const copyLook = (from: Element, to: Element): void => {
  const style = getComputedStyle(from);
  const isText = to.localName === 'text' || to.localName === 'tspan';
  for (const { name, usual } of isText ? [...looks, ...looksOfText] : looks) {
    const value = safeLook(style.getPropertyValue(name));
    if (value !== '' && value !== usual) to.setAttribute(name, value);
  }
};

const copyAttributes = (from: Element, to: Element, names: readonly string[]): void => {
  for (const name of names) {
    const value = from.getAttribute(name);
    if (value !== null) to.setAttribute(name, value);
  }
};

const copyInto = (from: Element, parent: Element): void => {
  if (from.namespaceURI !== SVG || !elements.includes(from.localName)) return;
  const to = parent.ownerDocument.createElementNS(SVG, from.localName);
  copyAttributes(from, to, attributes);
  if (!withoutLook.includes(from.localName)) copyLook(from, to);
  parent.append(to);
  for (const node of from.childNodes) {
    if (node instanceof Element) copyInto(node, to);
    else if (node.nodeType === Node.TEXT_NODE) to.append((node.nodeValue ?? '').replace(unwritable, '�'));
  }
};

/** The text of the file; `fontFace` is a style sheet with the font of its texts, or empty. */
export const inertSvg = (drawing: SVGSVGElement, fontFace = ''): string => {
  const page = document.implementation.createDocument(SVG, 'svg', null);
  const root = page.documentElement;
  copyAttributes(drawing, root, ['width', 'height', 'viewBox']);
  for (const child of drawing.children) copyInto(child, root);
  const written = new XMLSerializer().serializeToString(page);
  // Inserted as text: as a node, the style sheet would be subject to the window's content security policy.
  const styled = fontFace === '' ? written : written.replace('>', () => `><style>${fontFace}</style>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${styled}\n`;
};

import type { Mark } from '#domain/article/body/body.ts';
import type { Marks, WhiteSpace } from './inline-run.ts';

/** The styles of an element from the page's own sheets, as `name:value;name:value`; only apply-page-styles sets it. */
export const STYLE_ATTRIBUTE = 'data-precis-style';

type PlainMark = Exclude<Mark['type'], 'link' | 'page' | 'machine'>;

/** The order of marks in the article's schema. */
const markOrder: readonly Mark['type'][] = [
  'link',
  'bold',
  'italic',
  'strike',
  'inserted',
  'code',
  'superscript',
  'subscript',
  'caption',
];

const marksByElement: Readonly<Record<string, PlainMark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  ins: 'inserted',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
  figcaption: 'caption',
};

const styleOf = (element: Element): string => element.getAttribute(STYLE_ATTRIBUTE) ?? '';

const displayOf = (element: Element): string => /(?:^|;)display:([\w-]+)/.exec(styleOf(element))?.[1] ?? '';

/** Inline styles as word processors write them to the clipboard. */
const styleRules: readonly { readonly says: RegExp; readonly mark: PlainMark; readonly isOn: boolean }[] = [
  { says: /(?:^|;)font-weight:(?:bold|[6-9]00)/i, mark: 'bold', isOn: true },
  { says: /(?:^|;)font-weight:(?:normal|[1-4]00)/i, mark: 'bold', isOn: false },
  { says: /(?:^|;)font-style:(?:italic|oblique)/i, mark: 'italic', isOn: true },
  { says: /(?:^|;)font-style:normal/i, mark: 'italic', isOn: false },
  { says: /(?:^|;)text-decoration:[^;]*line-through/i, mark: 'strike', isOn: true },
  { says: /(?:^|;)vertical-align:super/i, mark: 'superscript', isOn: true },
  { says: /(?:^|;)vertical-align:sub(?:\s|;|$)/i, mark: 'subscript', isOn: true },
];

const withMark = (marks: Marks, mark: Mark): Marks =>
  [...marks.filter(({ type }) => type !== mark.type), mark].sort(
    (a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type),
  );

/** Schemes that a link may keep. Any other may do something else than navigate. */
const isLeading = (address: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(address);

/** The marks inside `element`, given the `marks` around it. */
export const marksInside = (element: Element, marks: Marks): Marks => {
  const href = element.localName === 'a' ? (element.getAttribute('href')?.trim() ?? '') : '';
  const linked = isLeading(href) ? withMark(marks, { type: 'link', attrs: { href } }) : marks;
  const own = marksByElement[element.localName];
  const marked = own === undefined ? linked : withMark(linked, { type: own });
  const style = styleOf(element);
  if (style === '') return marked;
  return styleRules
    .filter(({ says }) => says.test(style))
    .reduce<Marks>(
      (sum, { mark, isOn }) =>
        isOn ? withMark(sum, { type: mark }) : sum.filter(({ type }) => type !== mark),
      marked,
    );
};

/** The treatment of white space inside `element`, given that `around` it. */
export const whiteSpaceInside = (element: Element, around: WhiteSpace): WhiteSpace => {
  switch (/(?:^|;)white-space:([\w-]+)/.exec(styleOf(element))?.[1]) {
    case 'pre':
    case 'pre-wrap':
    case 'break-spaces':
      return 'keep';
    case 'pre-line':
      return 'keep-lines';
    case 'normal':
    case 'nowrap':
      return 'collapse';
    default:
      return around;
  }
};

/** Elements that are invisible on a page, or only a control. */
export const UNSEEN_ELEMENTS: ReadonlySet<string> = new Set([
  'audio',
  'button',
  'canvas',
  'datalist',
  'embed',
  'frame',
  'frameset',
  'head',
  'iframe',
  'input',
  'link',
  'math',
  'meta',
  'noframes',
  'noscript',
  'object',
  'script',
  'select',
  'source',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'track',
  'video',
]);

/** Whether a browser would show nothing of `element`. Elements hidden by styles have been removed before. */
export const isUnseen = (element: Element): boolean =>
  UNSEEN_ELEMENTS.has(element.localName) ||
  (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') ||
  element.hasAttribute('popover') ||
  (element.localName === 'dialog' && !element.hasAttribute('open'));

const blockElements: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'html',
  'legend',
  'li',
  'main',
  'nav',
  'p',
  'search',
  'section',
  'summary',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
]);

/** The children of such a box are separate blocks, whatever they are. */
const PARTING = /^(?:flex|grid)$/;
const BLOCK = /^(?:block|flex|grid|list-item|flow-root|table|table-cell|table-row|table-caption)$/;

/** Whether `element` begins and ends a line. */
export const isBlock = (element: Element): boolean => {
  const display = displayOf(element);
  if (BLOCK.test(display)) return true;
  if (element.parentElement !== null && PARTING.test(displayOf(element.parentElement))) return true;
  return display !== 'inline' && display !== 'contents' && blockElements.has(element.localName);
};

const readAsBlocks: ReadonlySet<string> = new Set([
  'blockquote',
  'dir',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'menu',
  'ol',
  'pre',
  'table',
  'ul',
]);

/** Whether the content of `element` is separate from what is around it. */
export const standsApart = (element: Element): boolean =>
  readAsBlocks.has(element.localName) || isBlock(element);

/** Whether this `display` is the element's default. */
export const isShownAsNamed = ({ localName }: Element, display: string): boolean =>
  !PARTING.test(display) &&
  BLOCK.test(display) === (readAsBlocks.has(localName) || blockElements.has(localName));

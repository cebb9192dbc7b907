import type { Mark } from '#domain/article/body.ts';
import type { Marks, WhiteSpace } from './inline-run.ts';

type PlainMark = Exclude<Mark['type'], 'link'>;

/** The order of marks in the article's schema. */
const markOrder: readonly Mark['type'][] = [
  'link',
  'bold',
  'italic',
  'strike',
  'code',
  'superscript',
  'subscript',
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
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
};

/** What an inline style says, as word processors write it into the clipboard. */
const styleRules: readonly { readonly says: RegExp; readonly mark: PlainMark; readonly isOn: boolean }[] = [
  { says: /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i, mark: 'bold', isOn: true },
  { says: /(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)/i, mark: 'bold', isOn: false },
  { says: /(?:^|;)\s*font-style\s*:\s*(?:italic|oblique)/i, mark: 'italic', isOn: true },
  { says: /(?:^|;)\s*font-style\s*:\s*normal/i, mark: 'italic', isOn: false },
  { says: /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i, mark: 'strike', isOn: true },
  { says: /(?:^|;)\s*vertical-align\s*:\s*super/i, mark: 'superscript', isOn: true },
  { says: /(?:^|;)\s*vertical-align\s*:\s*sub(?:\s|;|$)/i, mark: 'subscript', isOn: true },
];

const withMark = (marks: Marks, mark: Mark): Marks =>
  [...marks.filter(({ type }) => type !== mark.type), mark].sort(
    (a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type),
  );

/** Addresses that a link may keep. Every other scheme can do something else than lead somewhere. */
const isLeading = (address: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(address);

/** The marks of what stands inside `element`, where `marks` are those of what stands around it. */
export const marksInside = (element: Element, marks: Marks): Marks => {
  const href = element.localName === 'a' ? (element.getAttribute('href')?.trim() ?? '') : '';
  const linked = isLeading(href) ? withMark(marks, { type: 'link', attrs: { href } }) : marks;
  const own = marksByElement[element.localName];
  const marked = own === undefined ? linked : withMark(linked, { type: own });
  const style = element.getAttribute('style');
  if (style === null) return marked;
  return styleRules
    .filter(({ says }) => says.test(style))
    .reduce<Marks>(
      (sum, { mark, isOn }) =>
        isOn ? withMark(sum, { type: mark }) : sum.filter(({ type }) => type !== mark),
      marked,
    );
};

/** How white space inside `element` is treated, where `around` holds around it. */
export const whiteSpaceInside = (element: Element, around: WhiteSpace): WhiteSpace => {
  const value = /(?:^|;)\s*white-space\s*:\s*([\w-]+)(?!.*white-space)/is.exec(
    element.getAttribute('style') ?? '',
  )?.[1];
  switch (value?.toLowerCase()) {
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

/** Elements of which a reader of the page sees nothing, or only a control. */
const unseenElements: ReadonlySet<string> = new Set([
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

/** Whether a browser would show nothing of `element`. Style sheets are not asked: there are none here. */
export const isUnseen = (element: Element): boolean =>
  unseenElements.has(element.localName) ||
  (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') ||
  (element.localName === 'dialog' && !element.hasAttribute('open')) ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '');

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

/** Whether `element` begins and ends a line. */
export const isBlock = (element: Element): boolean =>
  blockElements.has(element.localName) ||
  /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item)/i.test(element.getAttribute('style') ?? '');

/** Writes beside the elements of a page what the walk to its body has to know of their styles. */
import { childElementsOf } from '../../body/children-of.ts';
import { isShownAsNamed, STYLE_ATTRIBUTE, UNSEEN_ELEMENTS } from '../../body/element-style.ts';
import type { InertFrame, States } from './page-sheets.ts';

/** White space as the walk knows it. */
const WHITE_SPACE: Readonly<Record<string, string>> = {
  collapse: 'normal',
  preserve: 'pre-wrap',
  'break-spaces': 'pre-wrap',
  'preserve-breaks': 'pre-line',
};

type Said = (element: HTMLElement, style: CSSStyleDeclaration, around: CSSStyleDeclaration) => string;
type Written = { readonly name: string; readonly by: readonly string[]; readonly said: Said };

/** What floats or stands out of the flow is a box of its own, whatever it is else: it is asked for in its line. */
const displayInLine = ({ style }: HTMLElement, computed: CSSStyleDeclaration): string => {
  if (computed.float === 'none' && !isOutOfFlow(computed)) return computed.display;
  style.setProperty('float', 'none', 'important');
  style.setProperty('position', 'static', 'important');
  return computed.display;
};

/** What is written of an element, each only where it is stated and another than without. */
const WRITTEN: readonly Written[] = [
  {
    name: 'display',
    by: ['display', 'float', 'position'],
    said(element, style) {
      if (isShownAsNamed(element, style.display)) return '';
      const display = displayInLine(element, style);
      return isShownAsNamed(element, display) ? '' : display;
    },
  },
  {
    name: 'list-style-type',
    by: ['list-style-type'],
    said: ({ localName }, { listStyleType }) =>
      localName === 'ol' && /^(?:lower|upper)-/.test(listStyleType) ? listStyleType : '',
  },
  // How heavy and slanted a whole kind of text is set says nothing of the words; what one element says of itself may.
  {
    name: 'font-style',
    by: ['font-style'],
    said: ({ style }, { fontStyle }) => (style.fontStyle === '' ? '' : fontStyle),
  },
  {
    name: 'font-weight',
    by: ['font-weight'],
    said: ({ style }, { fontWeight }) => (style.fontWeight === '' ? '' : fontWeight),
  },
  {
    name: 'text-decoration',
    by: ['text-decoration-line'],
    said: (_, { textDecorationLine }) => (textDecorationLine.includes('line-through') ? 'line-through' : ''),
  },
  {
    name: 'vertical-align',
    by: ['vertical-align'],
    said: (_, { verticalAlign }) => (/^su(?:per|b)$/.test(verticalAlign) ? verticalAlign : ''),
  },
  {
    name: 'white-space',
    by: ['white-space-collapse'],
    said: (_, { whiteSpaceCollapse }, around) =>
      whiteSpaceCollapse === around.whiteSpaceCollapse ? '' : (WHITE_SPACE[whiteSpaceCollapse] ?? ''),
  },
];

/** Writes the styles of the elements that are drawn in `frame` to those of the page that they stand for. */
export const writeStyles = (
  { document, window }: InertFrame,
  states: States,
  originals: ReadonlyMap<Node, ChildNode>,
): void => {
  const written = WRITTEN.filter(({ by }) => states(by));
  const writeInto = (parent: Element, around: CSSStyleDeclaration): void => {
    for (const element of childElementsOf(parent)) {
      if (UNSEEN_ELEMENTS.has(element.localName)) continue;
      const style = window.getComputedStyle(element);
      const said = written.flatMap(({ name, said: say }) => {
        const value = say(element as HTMLElement, style, around);
        return value === '' ? [] : [`${name}:${value}`];
      });
      const original = originals.get(element) as Element | undefined;
      if (said.length > 0) original?.setAttribute(STYLE_ATTRIBUTE, said.join(';'));
      writeInto(element, style);
    }
  };
  if (written.length > 0) writeInto(document.body, window.getComputedStyle(document.body));
};

/** Whether a box of this computed style takes no room among those around it. */
export const isOutOfFlow = ({ position }: CSSStyleDeclaration): boolean =>
  /^(?:absolute|fixed)$/.test(position);

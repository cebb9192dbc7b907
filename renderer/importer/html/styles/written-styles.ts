/** Writes the styles that the conversion to a body needs to the elements of a page. */
import { childElementsOf } from '../../body/children-of.ts';
import { isShownAsNamed, STYLE_ATTRIBUTE, UNSEEN_ELEMENTS } from '../../body/element-style.ts';
import type { InertFrame, States } from './page-sheets.ts';

/** White space modes of the conversion. */
const WHITE_SPACE: Readonly<Record<string, string>> = {
  collapse: 'normal',
  preserve: 'pre-wrap',
  'break-spaces': 'pre-wrap',
  'preserve-breaks': 'pre-line',
};

type Said = (element: HTMLElement, style: CSSStyleDeclaration, around: CSSStyleDeclaration) => string;
type Written = { readonly name: string; readonly by: readonly string[]; readonly said: Said };

/** Whatever floats or is out of flow is computed as a block: its inline display is queried. */
const displayInLine = ({ style }: HTMLElement, computed: CSSStyleDeclaration): string => {
  if (computed.float === 'none' && !isOutOfFlow(computed)) return computed.display;
  style.setProperty('float', 'none', 'important');
  style.setProperty('position', 'static', 'important');
  return computed.display;
};

/** The properties that are written, each only if set and different from the default. */
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
  // Weight and slant of a whole kind of text say nothing about the words; those of a single element may.
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

/** Writes the styles of elements rendered in `frame` to their originals in the page. */
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

/** Whether a box with this computed style is out of flow. */
export const isOutOfFlow = ({ position }: CSSStyleDeclaration): boolean =>
  /^(?:absolute|fixed)$/.test(position);

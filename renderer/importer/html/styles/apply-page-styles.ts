/**
 * Hidden text is not text. The page's own styles are read (never applied to ours): what they hide leaves the page,
 * and what the walk to the body has to know of the rest is written beside each element.
 */
import { STYLE_ATTRIBUTE } from '../../body/element-style.ts';
import { type HiddenNode, toHiddenNodes } from '../hidden-parts.ts';
import { cascadeStyles, type ElementStyle, type PageStyles } from './cascade.ts';
import { findHidden, isZero, MAX_SHARE, outermost } from './find-hidden.ts';
import { lengthInPixels } from './length-in-pixels.ts';
import type { StyleProperty } from './style-properties.ts';
import { measureTexts, type TextLengths } from './text-lengths.ts';

const READ_BY_BODY: readonly StyleProperty[] = [
  'display',
  'font-style',
  'font-weight',
  'text-decoration',
  'vertical-align',
  'white-space',
];

const TEXT_NODE = 3;

const writeStyles = (styles: PageStyles['styles']): void => {
  for (const [element, style] of styles) {
    const said = READ_BY_BODY.flatMap((name) => {
      const value = style.get(name)?.value;
      return value === undefined ? [] : [`${name}:${value}`];
    });
    if (said.length > 0) element.setAttribute(STYLE_ATTRIBUTE, said.join(';'));
  }
};

const isBlank = (style: ElementStyle | undefined, isBlankAround: boolean): boolean => {
  const visibility = style?.get('visibility')?.value ?? 'inherit';
  const fontSize = style?.get('font-size')?.value ?? 'inherit';
  if (
    isZero(fontSize) ||
    lengthInPixels(fontSize) <= 1 ||
    visibility === 'hidden' ||
    visibility === 'collapse'
  )
    return true;
  return isBlankAround && visibility !== 'visible' && fontSize === 'inherit';
};

/** The texts and pictures that take their place and are not seen; what stands in them may be seen again. */
const findBlank = ({ elements, styles }: PageStyles): readonly ChildNode[] => {
  const blank = new Set<Element>();
  for (const element of elements) {
    const isBlankAround = element.parentElement !== null && blank.has(element.parentElement);
    if (isBlank(styles.get(element), isBlankAround)) blank.add(element);
  }
  return [...blank].flatMap((element) =>
    element.localName === 'img'
      ? [element]
      : [...element.childNodes].filter(({ nodeType }) => nodeType === TEXT_NODE),
  );
};

const removeNodes = (nodes: readonly ChildNode[]): readonly HiddenNode[] => {
  const hidden = toHiddenNodes(nodes);
  for (const node of nodes) node.remove();
  return hidden;
};

/** Takes out what takes its place and is not seen, and answers it. */
const removeBlank = (styles: PageStyles, { total }: TextLengths): readonly HiddenNode[] => {
  const blank = findBlank(styles).filter(({ isConnected }) => isConnected);
  const length = blank.reduce(
    (sum, node) => sum + (node.nodeType === TEXT_NODE ? (node.nodeValue ?? '').trim().length : 0),
    0,
  );
  return length <= total * MAX_SHARE ? removeNodes(blank) : [];
};

/**
 * Takes out of `page` what its styles hide, and resolves its style attributes and style sheets to attributes of ours.
 * Answers what was taken out, the elements whole.
 */
export const applyPageStyles = (page: Document): readonly HiddenNode[] => {
  for (const element of page.querySelectorAll(`[${STYLE_ATTRIBUTE}]`))
    element.removeAttribute(STYLE_ATTRIBUTE);
  if (page.querySelector('style, [style]') === null) return [];
  const styles = cascadeStyles(page);
  const lengths = measureTexts(styles.elements);
  const elements = removeNodes(outermost(findHidden(styles, lengths)));
  const blank = removeBlank(styles, lengths);
  writeStyles(styles.styles);
  for (const element of page.querySelectorAll('[style]')) element.removeAttribute('style');
  return [...elements, ...blank];
};

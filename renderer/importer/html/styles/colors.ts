/** Text that is transparent or has the colour of its background. */
import { isOutOfFlow } from './written-styles.ts';

/** Less opaque text can't be read. */
export const FAINTEST = 0.05;

type Color = { readonly channels: readonly number[]; readonly alpha: number };

const colors = new Map<string, Color | null>();

/** A computed colour; null for one in another colour space. */
const readColor = (value: string): Color | null => {
  const known = colors.get(value);
  if (known !== undefined) return known;
  const numbers = /^rgba?\(([^()]*)\)$/.exec(value)?.[1]?.split(', ').map(Number);
  const color = numbers === undefined ? null : { channels: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
  colors.set(value, color);
  return color;
};

/** Whether a colour is fully transparent. */
export const isClear = (value: string): boolean =>
  (readColor(value)?.alpha ?? Number(/\/ ([\d.]+)\)$/.exec(value)?.[1] ?? 1)) <= FAINTEST;

/** Colours with a smaller difference look the same. */
const MAX_DIFFERENCE = 6;

const areAlike = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [one, other] = [readColor(a), readColor(b)];
  if (one === null || other === null) return false;
  return one.channels.every((channel, at) => {
    const under = other.channels[at] ?? Number.NaN;
    return Math.abs(channel - under) * one.alpha <= MAX_DIFFERENCE;
  });
};

const PICTURES = 'img, svg, canvas, video, precis-frame';

type StyleOf = (element: Element, pseudo?: string) => CSSStyleDeclaration;

const isPainted = ({ backgroundImage, backgroundColor }: CSSStyleDeclaration): boolean =>
  backgroundImage !== 'none' || !isClear(backgroundColor);

/** Detects whether something else may be between an element's background and its content. */
const createCoverReader = (styleOf: StyleOf) => {
  const known = new Map<Element, boolean>();
  const isPictureOutOfFlow = (picture: Element): boolean =>
    [picture, picture.parentElement].some((element) => element !== null && isOutOfFlow(styleOf(element)));
  const isPaintedBefore = (element: Element): boolean =>
    ['::before', '::after'].some((pseudo) => {
      const style = styleOf(element, pseudo);
      return style.content !== 'none' && isPainted(style);
    });
  const read = (element: Element): boolean => {
    const style = styleOf(element);
    const pictures = [...element.querySelectorAll(PICTURES)];
    return (
      isOutOfFlow(style) ||
      (pictures.length > 0 && style.display.endsWith('grid')) ||
      pictures.some(isPictureOutOfFlow) ||
      isPaintedBefore(element) ||
      [...element.children].some((child) => isOutOfFlow(styleOf(child)) && isPainted(styleOf(child)))
    );
  };
  return (element: Element): boolean => {
    const mayBe = known.get(element) ?? read(element);
    known.set(element, mayBe);
    return mayBe;
  };
};

/** Detects whether text in an element is visible on its background. */
export const createColorReader = (styleOf: StyleOf) => {
  const givers = new Map<Element, Element | null>();
  const mayBeCovered = createCoverReader(styleOf);

  const findGiver = (element: Element): Element | null => {
    const { backgroundImage, backgroundColor, backgroundClip } = styleOf(element);
    if (backgroundImage !== 'none' || backgroundClip.includes('text')) return null;
    if (!isClear(backgroundColor)) return element;
    return element.parentElement === null ? null : giverOf(element.parentElement);
  };
  /** The element whose background is under `element`; null if there is none, or not a plain colour. */
  const giverOf = (element: Element): Element | null => {
    const known = givers.get(element);
    const giver = known === undefined ? findGiver(element) : known;
    givers.set(element, giver);
    return giver;
  };

  const isCovered = (element: Element, giver: Element): boolean =>
    element !== giver &&
    (mayBeCovered(element) || element.parentElement === null || isCovered(element.parentElement, giver));

  const isOnItsColor = (element: Element, color: string): boolean => {
    const giver = giverOf(element);
    if (giver === null) return false;
    const under = styleOf(giver).backgroundColor;
    return readColor(under)?.alpha === 1 && areAlike(color, under) && !isCovered(element, giver);
  };

  const clipsToText = (element: Element | null): boolean =>
    element !== null &&
    (styleOf(element).backgroundClip.includes('text') || clipsToText(element.parentElement));

  return (element: Element, style: CSSStyleDeclaration): boolean => {
    const color = style.webkitTextFillColor;
    const isGone = isClear(color) ? !clipsToText(element) : isOnItsColor(element, color);
    return isGone && style.textShadow === 'none' && style.webkitTextStrokeWidth === '0px';
  };
};

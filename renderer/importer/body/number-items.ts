/** The numbers of the items of an `<ol>`, as a browser counts and prints them (HTML, 4.4.5 and 15.3.8). */
import { STYLE_ATTRIBUTE } from './element-style.ts';

/** `sign` is printed before an item whose number no plain list can express; null otherwise. */
export type ItemNumber = { readonly value: number; readonly sign: string | null };

type Print = (value: number) => string;

/** Like spreadsheet columns: a to z, then aa. */
const letters: Print = (value) =>
  value < 1
    ? String(value)
    : (value > 26 ? letters(Math.floor((value - 1) / 26)) : '') +
      String.fromCharCode(97 + ((value - 1) % 26));

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const roman: Print = (value) => {
  if (value < 1 || value > 3999) return String(value);
  const [size, sign] = ROMAN.find(([each]) => each <= value) ?? [1, 'i'];
  return sign + (value > size ? roman(value - size) : '');
};

const upper =
  (print: Print): Print =>
  (value) =>
    print(value).toUpperCase();

/** By the attribute `type`, and by `list-style-type`. */
const printers: Readonly<Record<string, Print>> = {
  a: letters,
  A: upper(letters),
  i: roman,
  I: upper(roman),
  'lower-alpha': letters,
  'lower-latin': letters,
  'upper-alpha': upper(letters),
  'upper-latin': upper(letters),
  'lower-roman': roman,
  'upper-roman': upper(roman),
};

const styleType = (element: Element): string =>
  /(?:^|;)\s*list-style(?:-type)?\s*:\s*([\w-]+)/.exec(
    `${element.getAttribute(STYLE_ATTRIBUTE) ?? ''};${element.getAttribute('style') ?? ''}`,
  )?.[1] ?? '';

const printerOf = (list: Element): Print | null =>
  printers[styleType(list)] ?? printers[list.getAttribute('type') ?? ''] ?? null;

const integer = (element: Element | undefined, name: string): number | null => {
  const value = Number.parseInt(element?.getAttribute(name) ?? '', 10);
  return Number.isSafeInteger(value) ? value : null;
};

/** The numbers of the items of `list`. */
export const numberItems = (list: Element): ReadonlyMap<Element, ItemNumber> => {
  const items = [...list.children].filter(({ localName }) => localName === 'li');
  const isReversed = list.hasAttribute('reversed');
  const print = printerOf(list);
  let next = integer(list, 'start') ?? (isReversed ? items.length : 1);
  const numbers = new Map<Element, ItemNumber>();
  for (const item of items) {
    const value = integer(item, 'value') ?? next;
    next = value + (isReversed ? -1 : 1);
    const sign = print === null && value >= 0 ? null : `${(print ?? String)(value)}.`;
    numbers.set(item, { value, sign });
  }
  return numbers;
};

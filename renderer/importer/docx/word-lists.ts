/**
 * The numbers of lists in a Word document, as Word counts and prints them. mammoth only knows that a list is numbered:
 * “(d)” would become 4, and a list that continues after a paragraph would start at 1 again. So anything other than a
 * plain number is written before the words, and plain numbers become the values of their items (see valueItems).
 */
import { elementsNamed } from '../package/parse-xml.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

type Level = {
  readonly format: string;
  /** The printed form: `%1` is the number of the first level. */
  readonly text: string;
  readonly start: number;
  /** The style whose paragraphs have this level; null for none. */
  readonly style: string | null;
  /** All of its numbers are decimal, whatever their levels say. */
  readonly isLegal: boolean;
};

type List = {
  /** Lists of one kind share their counters, whichever of them a paragraph names. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Start values where this list restarts, by level. */
  readonly restarts: ReadonlyMap<number, number>;
};

type Print = (value: number) => string;

/** a to z, then aa, bb. */
const lettersOf =
  (alphabet: string): Print =>
  (value) => {
    const letters = [...alphabet];
    const letter = letters[(value - 1) % letters.length] ?? '';
    return value < 1 ? String(value) : letter.repeat(Math.ceil(value / letters.length));
  };

const ROMAN = Object.entries({
  ...{ m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90, l: 50, xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 },
});

const roman: Print = (value) => {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let printed = '';
  for (const [sign, size] of ROMAN) {
    printed += sign.repeat(Math.floor(rest / size));
    rest %= size;
  }
  return printed;
};

const latin = lettersOf('abcdefghijklmnopqrstuvwxyz');
const russian = lettersOf('абвгдежзиклмнопрстуфхцчшщыэюя');

const ordinalEnd = (value: number): string => {
  if (Math.floor(value / 10) % 10 === 1) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
};

const printers: Readonly<Record<string, Print>> = {
  lowerLetter: latin,
  upperLetter: (value) => latin(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  russianLower: russian,
  russianUpper: (value) => russian(value).toUpperCase(),
  decimalZero: (value) => String(value).padStart(2, '0'),
  ordinal: (value) => `${value}${ordinalEnd(value)}`,
  numberInDash: (value) => `- ${value} -`,
  none: () => '',
};

/** Only a number with punctuation around it. */
const isPlain = ({ format, text }: Level): boolean =>
  !(format in printers) && format !== 'bullet' && /^[^\p{L}\p{N}%]*%\d[^\p{L}\p{N}%]*$/u.test(text);

const childNamed = (element: Element | undefined, name: string): Element | undefined =>
  [...(element?.children ?? [])].find(({ tagName }) => tagName === name);

const saidBy = (element: Element | undefined, name: string): string | null =>
  childNamed(element, name)?.getAttribute('w:val') ?? null;

const numberOf = (element: Element | undefined, name: string): number | null => {
  const value = Number.parseInt(saidBy(element, name) ?? '', 10);
  return Number.isSafeInteger(value) ? value : null;
};

const depthOf = (element: Element): number => Number(element.getAttribute('w:ilvl') ?? 0);

const levelOf = (element: Element): Level => ({
  format: saidBy(element, 'w:numFmt') ?? 'decimal',
  text: saidBy(element, 'w:lvlText') ?? '',
  start: numberOf(element, 'w:start') ?? 1,
  style: saidBy(element, 'w:pStyle'),
  isLegal: childNamed(element, 'w:isLgl') !== undefined,
});

const childrenNamed = (element: Element | undefined, name: string): readonly Element[] =>
  [...(element?.children ?? [])].filter(({ tagName }) => tagName === name);

const levelsOf = (element: Element | undefined): ReadonlyMap<number, Level> =>
  new Map(childrenNamed(element, 'w:lvl').map((level) => [depthOf(level), levelOf(level)]));

type Styles = ReadonlyMap<string, Element>;

const stylesIn = (styles: Document | null): Styles =>
  new Map(
    (styles === null ? [] : elementsNamed(styles, 'w:style')).map((style) => [
      style.getAttribute('w:styleId') ?? '',
      style,
    ]),
  );

/** The lists of a document by their ids. */
const listsIn = (numbering: Document, styles: Styles): ReadonlyMap<string, List> => {
  const kinds = new Map(
    elementsNamed(numbering, 'w:abstractNum').map((kind) => [
      kind.getAttribute('w:abstractNumId') ?? '',
      kind,
    ]),
  );
  const numbers = elementsNamed(numbering, 'w:num');
  /** A list definition that refers to a style takes its levels from that style's list. */
  const kindOf = (number: Element | undefined, isFollowed = false): string => {
    const kind = saidBy(number, 'w:abstractNumId') ?? '';
    const style = styles.get(saidBy(kinds.get(kind), 'w:numStyleLink') ?? '');
    const linked = saidBy(childNamed(childNamed(style, 'w:pPr'), 'w:numPr'), 'w:numId');
    if (isFollowed || linked === null) return kind;
    return kindOf(
      numbers.find((each) => each.getAttribute('w:numId') === linked),
      true,
    );
  };
  return new Map(
    numbers.map((number) => {
      const kind = kindOf(number);
      const overrides = childrenNamed(number, 'w:lvlOverride');
      const restarts = overrides.flatMap((each) => {
        const start = numberOf(each, 'w:startOverride');
        return start === null ? [] : [[depthOf(each), start] as const];
      });
      const own = overrides.flatMap((each) => [...levelsOf(each)]);
      const levels = new Map([...levelsOf(kinds.get(kind)), ...own]);
      return [number.getAttribute('w:numId') ?? '', { kind, levels, restarts: new Map(restarts) }];
    }),
  );
};

/** A paragraph's list and its level in it, from 0. */
type Item = { readonly id: string; readonly depth: number };

const MAX_STYLES = 20;

/** By its own properties, else by those of its style, or of the styles that it is based on. */
const itemOf = (paragraph: Element, styles: Styles, lists: ReadonlyMap<string, List>): Item | null => {
  const properties = childNamed(paragraph, 'w:pPr');
  let styleId = saidBy(properties, 'w:pStyle');
  let said = childNamed(properties, 'w:numPr');
  let id = saidBy(said, 'w:numId');
  let depth = numberOf(said, 'w:ilvl');
  for (let count = 0; id === null && styleId !== null && count < MAX_STYLES; count += 1) {
    const style = styles.get(styleId);
    said = childNamed(childNamed(style, 'w:pPr'), 'w:numPr');
    id = saidBy(said, 'w:numId');
    const levels = lists.get(id ?? '')?.levels ?? new Map<number, Level>();
    const named = [...levels].find(([, level]) => level.style === styleId)?.[0];
    depth ??= named ?? numberOf(said, 'w:ilvl');
    styleId = saidBy(style, 'w:basedOn');
  }
  return id === null || id === '0' ? null : { id, depth: depth ?? 0 };
};

type Counters = Map<string, number[]>;

/** Counts the item and returns the numbers of its levels, the first level first. */
const count = (
  { id, depth }: Item,
  { kind, levels, restarts }: List,
  counters: Counters,
  begun: Set<string>,
): readonly number[] => {
  const values = counters.get(kind) ?? [];
  counters.set(kind, values);
  for (let above = 0; above < depth; above += 1) values[above] ??= levels.get(above)?.start ?? 1;
  const key = `${id} ${depth}`;
  const restart = begun.has(key) ? undefined : restarts.get(depth);
  begun.add(key);
  const before = values[depth];
  values[depth] = restart ?? (before === undefined ? (levels.get(depth)?.start ?? 1) : before + 1);
  values.length = depth + 1;
  return values;
};

/** As printed before its words. */
const signOf = (values: readonly number[], level: Level, levels: List['levels']): string =>
  level.text.replace(/%(\d)/g, (_, place: string) => {
    const at = Number(place) - 1;
    const value = values[at];
    if (value === undefined) return '';
    const print = level.isLegal ? undefined : printers[levels.get(at)?.format ?? ''];
    return (print ?? String)(value);
  });

const make = (of: Element, name: string, value: string | null = null): Element => {
  const made = of.ownerDocument.createElementNS(WORD, name);
  if (value !== null) made.setAttributeNS(WORD, 'w:val', value);
  return made;
};

/** Inserts words before those of `paragraph`, in a run without properties. */
const putBefore = (paragraph: Element, words: string): void => {
  const run = make(paragraph, 'w:r');
  const text = make(paragraph, 'w:t');
  text.setAttribute('xml:space', 'preserve');
  text.textContent = words;
  run.append(text);
  const properties = childNamed(paragraph, 'w:pPr');
  if (properties === undefined) paragraph.prepend(run);
  else properties.after(run);
};

/** Sets the list of the paragraph explicitly; '0' for none. */
const setList = (paragraph: Element, { id, depth }: Item): void => {
  const properties = childNamed(paragraph, 'w:pPr') ?? make(paragraph, 'w:pPr');
  if (properties.parentNode === null) paragraph.prepend(properties);
  childNamed(properties, 'w:numPr')?.remove();
  const numbers = make(paragraph, 'w:numPr');
  numbers.append(make(paragraph, 'w:ilvl', String(depth)), make(paragraph, 'w:numId', id));
  properties.append(numbers);
};

/**
 * Delimiters around the number of an item until mammoth has made markup of it: no document contains such characters.
 */
const [BEGIN, END] = ['\uE0F0', '\uE0F1'];

/** Whether this level, or one above it, is printed as more than a plain number: its items can't be list items. */
const isSigned = ({ levels }: List, depth: number): boolean =>
  [...levels].some(([at, level]) => at <= depth && level.format !== 'bullet' && !isPlain(level));

export type ListParts = { readonly numbering: Document | null; readonly styles: Document | null };

/** A numbered paragraph, with its numbers. */
type Numbered = Item & {
  readonly paragraph: Element;
  readonly list: List;
  readonly level: Level;
  readonly values: readonly number[];
};

/** The numbered paragraphs of `words` in order; bullets and empty lines have no number. */
const numberedIn = (words: Document, numbering: Document, styles: Styles): readonly Numbered[] => {
  const lists = listsIn(numbering, styles);
  const [counters, begun]: [Counters, Set<string>] = [new Map(), new Set()];
  return elementsNamed(words, 'w:p').flatMap((paragraph) => {
    const item = itemOf(paragraph, styles, lists);
    const list = lists.get(item?.id ?? '');
    const level = list?.levels.get(item?.depth ?? 0);
    if (item === null || list === undefined || level === undefined || level.format === 'bullet') return [];
    if ((paragraph.textContent ?? '').trim() === '') return [];
    return { ...item, paragraph, list, level, values: [...count(item, list, counters, begun)] };
  });
};

const writeNumber = ({ paragraph, id, depth, list, level, values }: Numbered): void => {
  if (!isSigned(list, depth)) {
    setList(paragraph, { id, depth });
    putBefore(paragraph, `${BEGIN}${values[depth]}${END}`);
    return;
  }
  const sign = signOf(values, level, list.levels).trim();
  setList(paragraph, { id: '0', depth: 0 });
  if (sign !== '') putBefore(paragraph, `${sign} `);
};

/**
 * Writes the list numbers in `words`, a part of a Word document. Paragraphs for which `isLeft` are counted but not
 * changed.
 */
export const writeListNumbers = (
  words: Document,
  { numbering, styles }: ListParts,
  isLeft: (paragraph: Element) => boolean,
): void => {
  if (numbering === null) return;
  for (const numbered of numberedIn(words, numbering, stylesIn(styles)))
    if (!isLeft(numbered.paragraph)) writeNumber(numbered);
};

const NUMBER = `${BEGIN}(\\d+)${END}`;

/** `markup` with the item numbers before the words turned into the values of the items. */
export const valueItems = (markup: string): string =>
  markup
    .replace(new RegExp(`<li>((?:<(?!li\\b)[^>]*>)*)${NUMBER}`, 'g'), '<li value="$2">$1')
    .replace(new RegExp(NUMBER, 'g'), '$1. ');

/**
 * Puts the values of a page's form fields among the texts that the page draws, so that each is read after its label.
 * A value is a text like the drawn ones, in the place of its field. All of it happens in user space, along the
 * direction in which the field is written.
 */
import { hasRightToLeftLetter } from '#domain/text/right-to-left.ts';
import { type Field, isBox, linesOfField } from './field-values.ts';

/** The font name of values; no font of a file has it. */
export const FORM_FONT = 'form-value';

/** A text as pdfjs gives it. */
export type DrawnItem = {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
};

type Vector = readonly [number, number];
/** `along` the line and `up` from it. */
type Frame = { readonly along: Vector; readonly up: Vector };

const dot = ([a, b]: Vector, x: number, y: number): number => a * x + b * y;

const frameOf = ({ rotation = 0 }: Field): Frame => {
  const radians = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(radians)), Math.round(Math.sin(radians))];
  return { along: [cos, sin], up: [-sin, cos] };
};

/** Edges in a frame: `low` and `high` upwards. */
type Edges = { readonly left: number; readonly right: number; readonly low: number; readonly high: number };

const edgesOf = ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], { along, up }: Frame): Edges => {
  const lengths = [dot(along, x1, y1), dot(along, x2, y2)];
  const heights = [dot(up, x1, y1), dot(up, x2, y2)];
  return {
    left: Math.min(...lengths),
    right: Math.max(...lengths),
    low: Math.min(...heights),
    high: Math.max(...heights),
  };
};

/** A text of the page; a value has the edges of its field. */
type Entry = { readonly item: DrawnItem; readonly field: Field | null };
type Seen = Edges & {
  readonly at: number;
  readonly base: number;
  readonly size: number;
  readonly isValue: boolean;
};

/** The texts that are written in the direction of a field. */
const seenFrom = (entries: readonly Entry[], frame: Frame): readonly Seen[] =>
  entries.flatMap(({ item, field }, at) => {
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform;
    const length = Math.hypot(a, b) || 1;
    if (item.str.trim() === '' || dot(frame.along, a, b) < 0.99 * length) return [];
    const size = Math.hypot(c, d);
    const base = dot(frame.up, x, y);
    const left = dot(frame.along, x, y);
    const edges =
      field?.rect == null
        ? { left, right: left + item.width, low: base - 0.25 * size, high: base + 0.75 * size }
        : edgesOf(field.rect, frame);
    return [{ ...edges, at, base, size, isValue: field !== null }];
  });

/** In letter heights: how far from its field a label stands on the same line, and above it. */
const NEAR_BESIDE = 3;
const NEAR_ABOVE = 1.6;
/** In letter heights: the text of a field is as good as on the line of its label. */
const SAME_LINE = 0.7;

const middle = ({ base, size }: Seen): number => base + 0.3 * size;

const nearest = (seen: readonly Seen[], distance: (each: Seen) => number): Seen | null =>
  seen.reduce<Seen | null>(
    (best, each) => (best === null || distance(each) <= distance(best) ? each : best),
    null,
  );

/** Where a value goes among the texts, and the text on whose line it stands. */
type Anchor = { readonly at: number; readonly beside: Seen | null };

/** The last text, in the order of the file, of the line that goes on from `first`. */
const endOfRow = (seen: readonly Seen[], first: Seen): number => {
  let last = first;
  for (const each of seen) {
    const isNext = each.at > last.at && each.left >= last.left;
    if (isNext && Math.abs(middle(each) - middle(first)) < 0.5 * first.size) last = each;
    else if (each.at > last.at) break;
  }
  return last.at;
};

const lengthGap = (a: Edges, b: Edges): number => Math.max(0, a.left - b.right, b.left - a.right);

/** The nearest texts around a field, and how far they are in their letter heights; Infinity if there is none. */
const neighboursOf = (seen: readonly Seen[], box: Edges) => {
  const gap = (each: Seen | null): number => (each === null ? Infinity : lengthGap(each, box) / each.size);
  const onLine = seen.filter((each) => middle(each) >= box.low && middle(each) <= box.high);
  const beside = (isLeft: boolean): Seen | null =>
    nearest(
      onLine.filter((each) => each.left < box.left + 1 === isLeft),
      (each) => lengthGap(each, box),
    );
  const over = seen.filter(
    (each) => middle(each) > box.high && each.left < box.right && each.right > box.left - each.size,
  );
  const upwards = ({ base }: Seen): number => base - box.high;
  const [left, right] = [beside(true), beside(false)];
  const label = nearest(
    over.filter(({ isValue }) => !isValue),
    upwards,
  );
  return {
    left,
    right,
    above: nearest(over, upwards),
    gapLeft: gap(left),
    gapRight: gap(right),
    /** To a label: the field above belongs to another one. */
    gapAbove: label === null ? Infinity : upwards(label) / label.size,
  };
};

/** Behind the row above a field, and behind the values that are in the field's own row already. */
const belowRow = (seen: readonly Seen[], above: Seen, left: Seen | null): Anchor => {
  const end = endOfRow(seen, above);
  return { at: Math.max(end, left?.isValue === true ? left.at : end) + 1, beside: null };
};

const anchorOf = (entries: readonly Entry[], field: Field, box: Edges): Anchor => {
  const seen = seenFrom(entries, frameOf(field));
  const { left, right, above, gapLeft, gapRight, gapAbove } = neighboursOf(seen, box);
  if (isBox(field) && right !== null && gapRight <= NEAR_BESIDE && gapRight <= gapLeft)
    return { at: right.at, beside: right };
  if (left !== null && (gapLeft <= NEAR_BESIDE || gapAbove > NEAR_ABOVE))
    return { at: left.at + 1, beside: left };
  if (above !== null) return belowRow(seen, above, left);
  if (right !== null) return { at: right.at, beside: right };
  const below = nearest(
    seen.filter(({ high }) => high <= box.low),
    ({ high }) => box.low - high,
  );
  return { at: below?.at ?? entries.length, beside: null };
};

/** The average width of a letter, in letter heights. */
const LETTER_WIDTH = 0.5;
const PADDING = 2;

/** Lines that are wider than their field, broken at spaces. */
const wrap = (line: string, most: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of line.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

const sizeIn = ({ defaultAppearanceData, multiLine }: Field, { low, high }: Edges): number => {
  const stated = defaultAppearanceData?.fontSize ?? 0;
  const fits = multiLine === true ? 10 : 0.65 * (high - low);
  return stated > 0 ? Math.min(stated, Math.max(4, high - low)) : Math.min(12, Math.max(4, fits));
};

const widthOf = (line: string, size: number, field: Field, room: number): number =>
  field.comb === true ? room : Math.min(room, [...line].length * LETTER_WIDTH * size);

/** Where the letters of each line begin and how large they are. */
const layLines = (
  lines: readonly string[],
  field: Field,
  box: Edges,
  beside: Seen | null,
): readonly DrawnItem[] => {
  const { along, up } = frameOf(field);
  const room = Math.max(1, box.right - box.left - 2 * PADDING);
  const wanted = sizeIn(field, box);
  const whole = isBox(field) || field.multiLine !== true;
  const broken = whole
    ? lines
    : lines.flatMap((line) => wrap(line, Math.floor(room / (LETTER_WIDTH * wanted))));
  const step = Math.min(1.2 * wanted, (box.high - box.low) / broken.length);
  const size = Math.min(wanted, broken.length === 1 ? wanted : step);
  const middleBase = (box.low + box.high) / 2 - 0.35 * size;
  const top = broken.length === 1 ? middleBase : box.high - size;
  const isOnLine = beside !== null && Math.abs(beside.base - top) <= SAME_LINE * Math.max(size, beside.size);
  const first = isOnLine && beside !== null ? beside.base : top;
  return broken.map((line, at) => {
    const width = widthOf(line, size, field, room);
    const free = room - width;
    const start = box.left + PADDING + ((field.textAlignment ?? 0) / 2) * free;
    const base = first - at * step;
    const [x, y] = [along[0] * start + up[0] * base, along[1] * start + up[1] * base];
    return {
      str: line,
      dir: hasRightToLeftLetter(line) ? 'rtl' : 'ltr',
      transform: [along[0] * size, along[1] * size, up[0] * size, up[1] * size, x, y],
      width,
      height: size,
      fontName: FORM_FONT,
    };
  });
};

const lettersOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the page itself draws the value in the place of the field, as some programs do. */
const isDrawnToo = (
  entries: readonly Entry[],
  lines: readonly string[],
  field: Field,
  box: Edges,
): boolean => {
  const letters = lettersOf(lines.join(''));
  if (letters === '') return false;
  const under = seenFrom(entries, frameOf(field)).filter(
    (each) =>
      middle(each) >= box.low && middle(each) <= box.high && each.left < box.right && each.right > box.left,
  );
  return lettersOf(under.map(({ at }) => entries[at]?.item.str ?? '').join('')).includes(letters);
};

/** From top to bottom, and each line from the left. */
const inReadingOrder = (fields: readonly Field[]): readonly Field[] => {
  const boxes = new Map(fields.map((field) => [field, edgesOf(field.rect ?? [], frameOf(field))]));
  return fields.toSorted((a, b) => {
    const [first, second] = [boxes.get(a), boxes.get(b)];
    if (first === undefined || second === undefined) return 0;
    const apart = second.high + second.low - first.high - first.low;
    const height = Math.min(first.high - first.low, second.high - second.low);
    return Math.abs(apart) < height ? first.left - second.left : apart;
  });
};

/** The texts of a page with the values of `fields` among them, in the order in which they are read. */
export const placeValues = (drawn: readonly DrawnItem[], fields: readonly Field[]): readonly DrawnItem[] => {
  const entries: Entry[] = drawn.map((item) => ({ item, field: null }));
  for (const field of inReadingOrder(fields.filter(({ rect }) => rect != null))) {
    const lines = linesOfField(field);
    if (lines.length === 0) continue;
    const box = edgesOf(field.rect ?? [], frameOf(field));
    if (isDrawnToo(entries, lines, field, box)) continue;
    const { at, beside } = anchorOf(entries, field, box);
    const laid = layLines(lines, field, box, beside);
    entries.splice(at, 0, ...laid.map((item) => ({ item, field })));
  }
  return entries.map(({ item }) => item);
};

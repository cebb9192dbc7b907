/**
 * Locates the letters of a page, by the widths of its own fonts. For a text pdfjs gives its start and length; its
 * operator list has the width of each letter. Both list the letters in the same order, so each text is found among the
 * drawn letters.
 */
import { AnnotationMode, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from '#domain/article/printed/printed-piece.ts';
import { type DrawnPiece, type DrawnText, type LetterShares, readPieces } from '#renderer/pdf/read-pieces.ts';
import { asNumbers, type Operators, walkOperators } from '../figures/walk-operators.ts';

/** A drawn letter: the character, and both ends of its width in page units. */
type Glyph = { readonly text: string; readonly from: Point; readonly to: Point };
type Point = readonly [x: number, y: number];

/** A letter in pdfjs's operator list. */
type ListedGlyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

/** The font properties that affect the width of drawn letters. */
type Font = { readonly scale: number; readonly isVertical: boolean };

/** The text state (ISO 32000-2, 9.3), and where the next letter is drawn. */
type TextState = {
  font: string;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
};

const UNTURNED: Matrix = [1, 0, 0, 1, 0, 0];

const initial: TextState = {
  ...{ font: '', size: 0, letterSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 },
  ...{ matrix: UNTURNED, x: 0, y: 0, lineX: 0, lineY: 0 },
};

type Step = (state: TextState, args: readonly unknown[]) => void;

const moveTo = (state: TextState, matrix: Matrix): void => {
  Object.assign(state, { matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
};

const move = (state: TextState, x: number, y: number): void => {
  state.lineX += x;
  state.lineY += y;
  [state.x, state.y] = [state.lineX, state.lineY];
};

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

const steps: ReadonlyMap<number, Step> = new Map<number, Step>([
  [OPS.beginText, (state) => moveTo(state, UNTURNED)],
  [
    OPS.setFont,
    (state, [name, size]) => {
      state.font = String(name);
      state.size = number(size);
    },
  ],
  [
    OPS.setTextMatrix,
    (state, args) => {
      const matrix = asNumbers(args, 6) ?? asNumbers(args[0], 6);
      if (matrix !== null) moveTo(state, matrix as unknown as Matrix);
    },
  ],
  [OPS.moveText, (state, [x, y]) => move(state, number(x), number(y))],
  [
    OPS.setLeadingMoveText,
    (state, [x, y]) => {
      state.leading = number(y);
      move(state, number(x), number(y));
    },
  ],
  [
    OPS.setLeading,
    (state, [leading]) => {
      state.leading = -number(leading);
    },
  ],
  [OPS.nextLine, (state) => move(state, 0, state.leading)],
  [
    OPS.setCharSpacing,
    (state, [spacing]) => {
      state.letterSpacing = number(spacing);
    },
  ],
  [
    OPS.setWordSpacing,
    (state, [spacing]) => {
      state.wordSpacing = number(spacing);
    },
  ],
  [
    OPS.setHScale,
    (state, [percent]) => {
      state.stretch = number(percent) / 100;
    },
  ],
  [
    OPS.setTextRise,
    (state, [rise]) => {
      state.rise = number(rise);
    },
  ],
]);

const isGlyph = (value: unknown): value is ListedGlyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;

/** Maps a position along a run to a point of the page. */
const lineOf = (
  { matrix, x, y, rise }: TextState,
  stretch: number,
  space: Matrix,
): ((along: number) => Point) => {
  const [a, b, c, d, e, f] = multiply(space, matrix);
  return (along) => {
    const [px, py] = [x + along * stretch, y + rise];
    return [a * px + c * py + e, b * px + d * py + f];
  };
};

const directionOf = ({ size }: TextState): number => (size < 0 ? -1 : 1);

/** The space after a letter besides its width. */
const spacingOf = (state: TextState, { isSpace }: ListedGlyph): number =>
  (state.letterSpacing + (isSpace ? state.wordSpacing : 0)) * directionOf(state);

/** Draws a run of letters and advances the state. Vertical letters are not returned. */
const drawRun = (state: TextState, run: unknown, font: Font, space: Matrix): readonly Glyph[] => {
  const glyphs: Glyph[] = [];
  const size = Math.abs(state.size);
  const stretch = state.stretch * directionOf(state);
  const at = lineOf(state, stretch, space);
  let along = 0;
  for (const each of Array.isArray(run) ? run : []) {
    if (!isGlyph(each)) {
      along -= (number(each) * size) / 1000;
      continue;
    }
    const width = number(each.width) * font.scale * size;
    if (!font.isVertical) glyphs.push({ text: each.unicode, from: at(along), to: at(along + width) });
    along += width + spacingOf(state, each);
  }
  state.x += along * stretch;
  return glyphs;
};

const EVERYWHERE = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const SAVES: ReadonlySet<number> = new Set([OPS.save, OPS.paintFormXObjectBegin]);
const RESTORES: ReadonlySet<number> = new Set([OPS.restore, OPS.paintFormXObjectEnd]);

/** The letters that a page draws, in file order, without vertical ones. */
const glyphsOf = (operators: Operators, fontOf: (name: string) => Font): readonly Glyph[] => {
  const all: Glyph[] = [];
  const saved: TextState[] = [];
  let state = { ...initial };
  walkOperators(operators, { current: UNTURNED, seen: EVERYWHERE }, (operator, args, { current }) => {
    if (SAVES.has(operator)) saved.push({ ...state });
    if (RESTORES.has(operator)) state = saved.pop() ?? state;
    if (operator === OPS.showText) all.push(...drawRun(state, args?.[0], fontOf(state.font), current));
    steps.get(operator)?.(state, args ?? []);
  });
  return all;
};

/** Normalised letters in which a text and its drawing agree. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/[\s\p{M}\p{Cc}\p{Cf}\p{Cs}\u{FFFD}]/gu, '');

/** The drawn letters of a right-to-left text are in visual order. */
const reversed = (text: string): string => [...text].reverse().join('');

/** How many drawn letters without a text are skipped. */
const MAX_PASSED = 400;

type Found = { readonly first: number; readonly end: number; readonly isReversed: boolean };

/** The run with as many letters as `sought`, from `first` on; null if they differ. */
const runFrom = (folded: readonly string[], first: number, sought: string): Found | null => {
  if (folded[first] === '') return null;
  let [run, end] = ['', first];
  while (run.length < sought.length && end < folded.length) {
    run += folded[end] ?? '';
    end += 1;
  }
  if (run === sought) return { first, end, isReversed: false };
  return run.length === sought.length && reversed(run) === sought ? { first, end, isReversed: true } : null;
};

/** In points: the maximum distance between the start of a text and its first letter. */
const NEAR = 1;

/** The letters by start and end position, in squares of the page. */
const squaresOf = (glyphs: readonly Glyph[]): ((point: Point) => readonly number[]) => {
  const squares = new Map<string, number[]>();
  const keyOf = ([x, y]: Point): string => `${Math.floor(x / NEAR)} ${Math.floor(y / NEAR)}`;
  const put = (key: string, at: number): void => {
    const there = squares.get(key);
    if (there === undefined) squares.set(key, [at]);
    else if (there.at(-1) !== at) there.push(at);
  };
  for (const [at, { from, to }] of glyphs.entries()) {
    put(keyOf(from), at);
    put(keyOf(to), at);
  }
  const around = [-NEAR, 0, NEAR].flatMap((dx) => [-NEAR, 0, NEAR].map((dy) => [dx, dy] as const));
  return ([x, y]) => around.flatMap(([dx, dy]) => squares.get(keyOf([x + dx, y + dy])) ?? []);
};

/** Finds texts among the drawn letters. */
class RunFinder {
  readonly #folded: readonly string[];
  readonly #near: (point: Point) => readonly number[];
  /** After the last run found: usually the next text is there. */
  #next = 0;

  constructor(glyphs: readonly Glyph[]) {
    this.#folded = glyphs.map(({ text }) => fold(text));
    this.#near = squaresOf(glyphs);
  }

  /**
   * The run that matches `sought` and begins at a point: text that is drawn several times, or partly off the page, is
   * identified by its place. If none begins there, the next match.
   */
  find(sought: string, origin: Point): Found | null {
    const found = this.#at(sought, origin) ?? this.#following(sought);
    if (found !== null) this.#next = found.end;
    return found;
  }

  #at(sought: string, origin: Point): Found | null {
    const runs = this.#near(origin).flatMap((first) => runFrom(this.#folded, first, sought) ?? []);
    const ahead = ({ first }: Found): number => Math.abs(first - this.#next);
    return runs.toSorted((a, b) => ahead(a) - ahead(b))[0] ?? null;
  }

  #following(sought: string): Found | null {
    const last = Math.min(this.#folded.length, this.#next + MAX_PASSED);
    for (let first = this.#next; first < last; first += 1) {
      const found = runFrom(this.#folded, first, sought);
      if (found !== null) return found;
    }
    return null;
  }
}

/** How far along a text a point is, as a share of its length. */
const alongOf = ({ transform, width }: DrawnText): ((point: Point) => number) => {
  const [a, b, , , x, y] = transform as unknown as Matrix;
  const length = (Math.hypot(a, b) || 1) * width;
  return ([px, py]) => ((px - x) * a + (py - y) * b) / length;
};

/** The shares of the letters of `item` that `run` draws; white space gets the room between its neighbours. */
const sharesIn = (item: DrawnText, run: readonly Glyph[]): LetterShares => {
  const along = alongOf(item);
  const spans = run.flatMap(({ text, from, to }) => {
    const letters = [...fold(text)];
    const [start, end] = [along(from), along(to)];
    const width = (end - start) / Math.max(1, letters.length);
    return letters.map((_, at) => [start + at * width, start + (at + 1) * width] as const);
  });
  let at = 0;
  let last = 0;
  return [...item.str].flatMap((letter) => {
    const count = [...fold(letter)].length;
    const [first, final] = [spans[at], spans[at + count - 1]];
    at += count;
    const share =
      count === 0 || first === undefined || final === undefined
        ? ([last, spans[at]?.[0] ?? last] as const)
        : ([Math.min(first[0], final[0]), Math.max(first[1], final[1])] as const);
    last = share[1];
    return Array.from({ length: letter.length }, () => share);
  });
};

const fontsOf = (page: PDFPageProxy): ((name: string) => Font) => {
  const known = new Map<string, Font>();
  const read = (name: string): Font => {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    const { fontMatrix, vertical } = (font ?? {}) as { fontMatrix?: readonly number[]; vertical?: boolean };
    return { scale: fontMatrix?.[0] || 0.001, isVertical: vertical === true };
  };
  return (name) => {
    const font = known.get(name) ?? read(name);
    known.set(name, font);
    return font;
  };
};

/**
 * Measures the texts of a page, in pdfjs's order: for each the shares of its letters in its length, or null if it is
 * not found among the drawn letters, is vertical, or has no length.
 */
const measureLetters = (
  page: PDFPageProxy,
  operators: Operators,
): ((item: DrawnText) => LetterShares | null) => {
  const glyphs = glyphsOf(operators, fontsOf(page));
  const finder = new RunFinder(glyphs);
  return (item) => {
    const sought = fold(item.str);
    const [, , , , x = 0, y = 0] = item.transform;
    const found = sought === '' || !(item.width > 0) ? null : finder.find(sought, [x, y]);
    if (found === null) return null;
    const run = glyphs.slice(found.first, found.end);
    return sharesIn(item, found.isReversed ? run.toReversed() : run);
  };
};

/** The text of a page, each letter in the place where its font draws it. */
export const readMeasured = async (page: PDFPageProxy): Promise<readonly DrawnPiece[]> => {
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  return readPieces(page, measureLetters(page, operators as unknown as Operators));
};

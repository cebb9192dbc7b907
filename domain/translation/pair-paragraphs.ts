/**
 * Pairs the paragraphs of an article with those of a translation that was pasted as a whole, or stands in another
 * article. Where both have as many, each belongs to its own, unless their lengths say loudly otherwise. Else they are
 * aligned by length (W. Gale and K. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational
 * Linguistics 19, 1993): a paragraph and its translation are about as long, whatever the languages, once their texts as
 * a whole are compared. Figures that both have count for a pair. What comes out of that is an offer: a person looks at
 * it.
 */

/** Paragraphs that belong together, by their places in the lists; a side can be empty. */
export type Pair = {
  readonly originals: readonly number[];
  readonly translated: readonly number[];
  /** Whether nothing speaks against it; what is not sure is to be looked at. */
  readonly isSure: boolean;
};

export type Pairing = {
  readonly pairs: readonly Pair[];
  readonly originalCount: number;
  readonly translatedCount: number;
  /** Whether each paragraph has just its own, in the order of both: nothing need be asked. */
  readonly isEven: boolean;
};

export const pairParagraphs = (originals: readonly string[], translated: readonly string[]): Pairing => {
  const counts = { originalCount: originals.length, translatedCount: translated.length };
  const [source, target] = [originals.map(measure), translated.map(measure)];
  const best = alignBest(source, target);
  if (originals.length === translated.length) {
    const model = { source, target, ratio: total(target) / total(source) };
    const straight = originals.reduce((sum, _, at) => sum + costOf(model, [at], [at]), 0);
    if (straight - best.cost <= STRAIGHT_MARGIN)
      return {
        ...counts,
        pairs: originals.map((_, at) => ({ originals: [at], translated: [at], isSure: true })),
        isEven: true,
      };
    return { ...counts, pairs: best.pairs, isEven: false };
  }
  return { ...counts, pairs: best.pairs, isEven: false };
};

/** The words for each paragraph of the original that a pairing gives some; several are joined by a line feed. */
export const textsOfPairing = (
  { pairs }: Pick<Pairing, 'pairs'>,
  translated: readonly string[],
): readonly { readonly original: number; readonly text: string }[] =>
  pairs.flatMap(({ originals: [original], translated: places }) => {
    const text = places.map((place) => translated[place] ?? '').join('\n');
    return original === undefined || text === '' ? [] : [{ original, text }];
  });

/**
 * A text that was pasted, as paragraphs: by its empty lines, or by all of its lines where that gives as many as the
 * original has, or where no line is empty.
 */
export const splitPasted = (text: string, wanted: number): readonly string[] => {
  const tidy = text.replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n');
  const byGaps = partsOf(tidy, /\n[^\S\n]*\n\s*/u);
  const byLines = partsOf(tidy, /\n/u);
  if (byGaps.length === wanted) return byGaps;
  return byLines.length === wanted || byGaps.length <= 1 ? byLines : byGaps;
};

const partsOf = (text: string, between: RegExp): readonly string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** By so much (in -ln of likelihood) another alignment has to be better before equal counts are doubted. */
const STRAIGHT_MARGIN = 12;

type Measured = { readonly length: number; readonly figures: ReadonlySet<string> };

/** What both languages write alike: numbers of two digits or more, in whatever digits, and words of Latin capitals. */
const measure = (text: string): Measured => ({
  length: [...text.replaceAll(/\s+/gu, ' ').trim()].length,
  figures: new Set(
    text
      .normalize('NFKC')
      .replaceAll(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
      .match(/\d{2,}|[A-Z][A-Z0-9]+/gu) ?? [],
  ),
});

type Model = {
  readonly source: readonly Measured[];
  readonly target: readonly Measured[];
  /** How long the translation of one character is. */
  readonly ratio: number;
};

const total = (texts: readonly Measured[]): number => texts.reduce((sum, { length }) => sum + length, 0) || 1;

/** Where much was left out, the lengths as a whole mislead: then those of what was paired say more. */
const alignBest = (source: readonly Measured[], target: readonly Measured[]): Aligned => {
  const whole = total(target) / total(source);
  const apiece = (whole * source.length) / (target.length || 1);
  const tries = [...new Set([whole, apiece])].flatMap((ratio) => {
    const first = align({ source, target, ratio });
    return [first, align({ source, target, ratio: ratioOf(source, target, first.pairs) })];
  });
  return tries.reduce((best, each) => (each.cost < best.cost ? each : best));
};

const ratioOf = (
  source: readonly Measured[],
  target: readonly Measured[],
  pairs: readonly Pair[],
): number => {
  const both = pairs.filter(({ originals, translated }) => originals.length > 0 && translated.length > 0);
  const of = gather(
    source,
    both.flatMap(({ originals }) => originals),
  );
  const to = gather(
    target,
    both.flatMap(({ translated }) => translated),
  );
  return (to.length || 1) / (of.length || 1);
};

/** How often paragraphs are translated so (Gale and Church, table 5), as -ln. */
const beads: readonly { readonly of: number; readonly to: number; readonly cost: number }[] = [
  { of: 1, to: 1, cost: -Math.log(0.89) },
  { of: 1, to: 0, cost: -Math.log(0.005) },
  { of: 0, to: 1, cost: -Math.log(0.005) },
  { of: 2, to: 1, cost: -Math.log(0.045) },
  { of: 1, to: 2, cost: -Math.log(0.045) },
  { of: 2, to: 2, cost: -Math.log(0.011) },
];

/** The variance of the length of a translation, a character. */
const VARIANCE = 6.8;
/** What a number that both sides have is worth, and one that only one side has. */
const SHARED_FIGURE = 2;
const LONE_FIGURE = 1;

const costOf = ({ source, target, ratio }: Model, of: readonly number[], to: readonly number[]): number => {
  const bead = beads.find((each) => each.of === of.length && each.to === to.length);
  const prior = bead?.cost ?? Infinity;
  const [mine, theirs] = [gather(source, of), gather(target, to)];
  if (of.length === 0 || to.length === 0)
    return prior + LONE_FIGURE * (mine.figures.size + theirs.figures.size);
  const mean = (mine.length + theirs.length / ratio) / 2;
  const delta = (theirs.length - mine.length * ratio) / Math.sqrt(Math.max(1, mean * VARIANCE * ratio));
  const shared = [...mine.figures].filter((figure) => theirs.figures.has(figure)).length;
  const lone = mine.figures.size + theirs.figures.size - 2 * shared;
  return (
    prior + tailCost(Math.abs(delta)) + LONE_FIGURE * Math.min(lone, 4) - SHARED_FIGURE * Math.min(shared, 4)
  );
};

const gather = (texts: readonly Measured[], places: readonly number[]): Measured => {
  const found = places.flatMap((place) => texts[place] ?? []);
  return {
    length: found.reduce((sum, { length }) => sum + length, 0),
    figures: new Set(found.flatMap(({ figures }) => [...figures])),
  };
};

/** -ln of the chance of so large a deviation in a normal distribution (Abramowitz and Stegun, 26.2.17). */
const tailCost = (deviation: number): number => {
  const t = 1 / (1 + 0.2316419 * deviation);
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 2 * 0.3989423 * Math.exp((-deviation * deviation) / 2) * poly;
  // Far out the polynomial is nothing but rounding.
  return deviation > 8 ? (deviation * deviation) / 2 : -Math.log(Math.max(tail, 1e-300));
};

type Step = { readonly cost: number; readonly of: number; readonly to: number };

type Aligned = { readonly pairs: readonly Pair[]; readonly cost: number };

/** The likeliest alignment, by dynamic programming within a band around the diagonal. */
const align = (model: Model): Aligned => {
  const [rows, columns] = [model.source.length, model.target.length];
  const grid: Map<number, Step>[] = [];
  for (let row = 0; row <= rows; row += 1) {
    const line = new Map<number, Step>();
    grid.push(line);
    for (const column of bandOf(row, rows, columns)) {
      const best = row + column === 0 ? { cost: 0, of: 0, to: 0 } : bestStep(model, grid, row, column);
      if (best !== null) line.set(column, best);
    }
  }
  return { pairs: walkBack(model, grid), cost: grid[rows]?.get(columns)?.cost ?? Infinity };
};

/** The columns that are looked at in a row. */
const bandOf = (row: number, rows: number, columns: number): readonly number[] => {
  const reach = Math.max(40, Math.abs(rows - columns) * 2);
  const middle = rows === 0 ? 0 : Math.round((row * columns) / rows);
  const isEnd = row === rows;
  return range(Math.max(0, middle - reach), isEnd ? columns + 1 : Math.min(columns, middle + reach) + 1);
};

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

const bestStep = (
  model: Model,
  grid: readonly Map<number, Step>[],
  row: number,
  column: number,
): Step | null => {
  let best: Step | null = null;
  for (const { of, to } of beads) {
    const before = grid[row - of]?.get(column - to);
    if (before === undefined) continue;
    const cost = before.cost + costOf(model, range(row - of, row), range(column - to, column));
    if (best === null || cost < best.cost) best = { cost, of, to };
  }
  return best;
};

/** A pair of one and one is sure where its lengths are those of a translation. */
const SURE_COST = 3;

const walkBack = (model: Model, grid: readonly Map<number, Step>[]): readonly Pair[] => {
  const pairs: Pair[] = [];
  let [row, column] = [model.source.length, model.target.length];
  while (row + column > 0) {
    const step = grid[row]?.get(column);
    if (step === undefined) throw new Error('An alignment leads to its beginning.');
    const [originals, translated] = [range(row - step.of, row), range(column - step.to, column)];
    const isSure = step.of === 1 && step.to === 1 && costOf(model, originals, translated) <= SURE_COST;
    pairs.push({ originals, translated, isSure });
    [row, column] = [row - step.of, column - step.to];
  }
  return pairs.toReversed();
};

import { lineText, type PrintedLine } from './printed-text.ts';

/** What the running text of a document is set in. */
export type Measures = {
  readonly size: number;
  readonly font: string;
  /** From one line to the next, in heights of letters. */
  readonly leading: number;
};

const roundSize = (size: number): number => Math.round(size * 5) / 5;

const mostOf = <T>(counts: ReadonlyMap<T, number>, otherwise: T): T =>
  [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [otherwise, 0] as [T, number])[0];

const median = (values: readonly number[], otherwise: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? otherwise;

const DEFAULT_LEADING = 1.2;

/** Of the lines of a whole document: what most letters have. */
export const measure = (lines: readonly PrintedLine[]): Measures => {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const line of lines) {
    const letters = lineText(line).length;
    const size = roundSize(line.size);
    sizes.set(size, (sizes.get(size) ?? 0) + letters);
  }
  const size = mostOf(sizes, 10);
  for (const line of lines) {
    if (roundSize(line.size) !== size) continue;
    fonts.set(line.font, (fonts.get(line.font) ?? 0) + lineText(line).length);
  }
  const steps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (before === undefined || before.page !== line.page || roundSize(line.size) !== size) return [];
    const step = (line.baseline - before.baseline) / line.size;
    return step > 0.8 && step < 2.6 ? [step] : [];
  });
  return { size, font: mostOf(fonts, ''), leading: median(steps, DEFAULT_LEADING) };
};

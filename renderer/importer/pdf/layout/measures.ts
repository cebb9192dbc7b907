import { mostOf } from './most-of.ts';
import { lineText, type PrintedLine } from './printed-text.ts';

/** What the running text of a document is set in. */
export type Measures = {
  readonly size: number;
  readonly font: string;
  /** From one line to the next, in heights of letters. */
  readonly leading: number;
};

const roundSize = (size: number): number => Math.round(size * 5) / 5;

const median = (values: readonly number[], otherwise: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? otherwise;

const DEFAULT_LEADING = 1.2;

const lettersOf = (line: PrintedLine): number => lineText(line).length;

/** Of the lines of a whole document: what most letters have. */
export const measure = (lines: readonly PrintedLine[]): Measures => {
  const size = mostOf(lines, (line) => roundSize(line.size), lettersOf) ?? 10;
  const ofSize = lines.filter((line) => roundSize(line.size) === size);
  const font = mostOf(ofSize, (line) => line.font, lettersOf) ?? '';
  const steps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (before === undefined || before.page !== line.page || roundSize(line.size) !== size) return [];
    const step = (line.baseline - before.baseline) / line.size;
    return step > 0.8 && step < 2.6 ? [step] : [];
  });
  return { size, font, leading: median(steps, DEFAULT_LEADING) };
};

// Holding quotations against a source of a million characters, as the checks of a memo do while it is being written:
// what one costs that stands there whole or shortened, and what one costs of words so common that it may stand
// anywhere.

import { performance } from 'node:perf_hooks';
import type { QuoteFault } from '#domain/memo/verbatim/quote-fault.ts';
import { sourceTextOf } from '#domain/memo/verbatim/source-text.ts';
import { verifyQuote } from '#domain/memo/verbatim/verify-quote.ts';
import { readingTextOf } from '#domain/reading/reading-text.ts';
import type { TextRange } from '#domain/text/selector.ts';

const CHARACTERS = 1_000_000;
const QUOTATIONS = 200;
/** Milliseconds of one quotation. */
const TYPICAL_MS = 50;
const COMMON_MS = 1000;
/** A key press waits for no longer than that. */
const HELD_MS = 200;

const officials = ['Roe', 'Doe', 'Lund', 'Arvidsen', 'Mensah'];

const paragraphOf = (number: number): string => {
  const who = officials[number % officials.length];
  return `On day ${number} the office told reporters that ${number * 37} ships of the line waited at the lock. “We see the order of the court on day ${number}, and the crews of the ships wait for it,” ${who} said. “It is the law of the port.”`;
};

const paragraphs: string[] = [];
const ranges: TextRange[] = [];
for (let start = 0, number = 0; start < CHARACTERS; number += 1) {
  const paragraph = paragraphOf(number);
  paragraphs.push(paragraph);
  ranges.push({ start, end: start + paragraph.length });
  start += paragraph.length + 1;
}
const source = sourceTextOf(readingTextOf(paragraphs.join('\n'), ranges, 'en'));

const numbers = Array.from({ length: QUOTATIONS }, (_, at) =>
  Math.floor((at * paragraphs.length) / QUOTATIONS),
);
const whole = numbers.map((number) => `the office told reporters that ${number * 37} ships of the line`);
const shortened = numbers.map(
  (number) => `We see the order […] on day ${number}, and the crews […] wait for it`,
);
const common = ['the', 'the […] of', 'the […] of […] the', '[T]he […] of the', 'of the […] the port'];

type Measured = { readonly name: string; readonly limitMs: number; readonly runs: readonly Run[] };
/** What a quotation takes in all, and in its longest step: for so long the main process answers nothing else. */
type Run = { readonly tookMs: number; readonly heldMs: number };

const rows: readonly Measured[] = [
  { name: 'a quotation that stands whole', limitMs: TYPICAL_MS, runs: measure(whole, true) },
  { name: 'one with two omissions', limitMs: TYPICAL_MS, runs: measure(shortened, true) },
  { name: 'one of the commonest words', limitMs: COMMON_MS, runs: measure(common, false) },
];
for (const { name, limitMs, runs } of rows) {
  const sorted = runs.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
  const [median, most] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
  const held = Math.max(...runs.map(({ heldMs }) => heldMs));
  console.log(
    `${name.padEnd(32)} median ${median.toFixed(1)} ms, most ${most.toFixed(1)} ms (limit ${limitMs} ms for the median); longest step ${held.toFixed(1)} ms (limit ${HELD_MS} ms)`,
  );
  if (median > limitMs || held > HELD_MS) process.exitCode = 1;
}

function measure(quotations: readonly string[], isSound: boolean): readonly Run[] {
  return quotations.map((quotation) => {
    const startMs = performance.now();
    const { faults, heldMs } = runMeasured(quotation);
    const tookMs = performance.now() - startMs;
    if (isSound && faults.length > 0)
      throw new Error(`${quotation}: ${faults.map(({ kind }) => kind).join(', ')}`);
    return { tookMs, heldMs };
  });
}

function runMeasured(quotation: string): { readonly faults: readonly QuoteFault[]; readonly heldMs: number } {
  const steps = verifyQuote(quotation, source);
  let heldMs = 0;
  for (;;) {
    const startMs = performance.now();
    const step = steps.next();
    heldMs = Math.max(heldMs, performance.now() - startMs);
    if (step.done === true) return { faults: step.value, heldMs };
  }
}

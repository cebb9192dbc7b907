// Carrying passages over to a new version. First whether they come to the right place: seeded trials of what editors
// do, over texts made for it, against a plain matcher. Then how long it takes, and how long the process that does it
// is ever deaf to a key press: hundreds of passages on sentences of which some words were changed, which is the most
// that anchoring can have to do, and thousands in a text of a million characters that got a sentence on top.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { anchorSelector } from '#domain/passage/anchor/anchor-selector.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { ok } from '#domain/result.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText } from '#domain/text/text-index.ts';
import { carryPassages } from '#electron/handlers/import/carry-passages.ts';
import { articleWithPassages } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { openWorkbench } from '../support/workbench/open-workbench.ts';
import { createRandom, makeText } from './anchoring-trials/made-texts.ts';
import { reportTrials } from './anchoring-trials/report-trials.ts';
import { median, meets } from './figures.ts';

const CHARACTERS = 200_000;
const PASSAGES = 500;
const ROUNDS = 5;

const places = [
  'the northern strait',
  'the old harbour',
  'the second canal',
  'the outer roads',
  'the new lock',
];
const causes = ['heavy fog', 'a strike of pilots', 'work on the lights', 'an order of the court'];

/** Sentences that resemble each other as those of one report do, none the same as another. */
const sentenceOf = (number: number, verb: string): string => {
  const place = places[number % places.length];
  const cause = causes[Math.floor(number / 5) % causes.length];
  return `On day ${number} the office ${verb} that ${number * 37} ships had been held in ${place} because of ${cause}.`;
};
const textOf = (verbOf: (number: number) => string): readonly string[] => {
  const found: string[] = [];
  let length = 0;
  for (let number = 0; length < CHARACTERS; number += 1) {
    const sentence = sentenceOf(number, verbOf(number));
    found.push(sentence);
    length += sentence.length + 1;
  }
  return found;
};

const sentences = textOf(() => 'told reporters');
const before = sentences.join('\n');
const after = textOf((number) => (number % 2 === 0 ? 'had said to us' : 'let it be known'));
const starts = sentences.map((_, at) => sentences.slice(0, at).join('\n').length + (at === 0 ? 0 : 1));
const step = sentences.length / PASSAGES;
const ranges = Array.from({ length: PASSAGES }, (_, number) => {
  const at = Math.floor(number * step);
  const start = starts[at] ?? 0;
  return { start, end: start + (sentences[at]?.length ?? 1) };
});

const isRight = reportTrials();
const one = measureOne();
const hundreds = await measureAll(sentences, after, ranges);
const long = longText();
const thousands = await measureAll(long, ['A sentence was put on top.', ...long], rangesIn(long, 10_000));
process.exitCode = report() && isRight ? 0 : 1;
process.exit();

/** A report of a million characters. */
function longText(): readonly string[] {
  const random = createRandom(7);
  const found: string[] = [];
  for (let length = 0; length < 1_000_000; ) {
    const more = makeText('english', 'report', random);
    found.push(...more);
    length += more.join('\n').length + 1;
  }
  return found;
}

/** So many ranges, spread over the text, of a few words to a sentence or two. */
function rangesIn(lines: readonly string[], count: number): readonly TextRange[] {
  const apart = Math.floor(lines.join('\n').length / count);
  return Array.from({ length: count }, (_, at) => ({
    start: at * apart,
    end: at * apart + 20 + (at % (apart - 20)),
  }));
}

/** What one passage takes when the text is indexed, in milliseconds. */
function measureOne(): readonly number[] {
  const described = indexText(before);
  const index = indexText(after.join('\n'));
  return ranges.map((range) => {
    const selector = describeSelector(described, range);
    const startMs = performance.now();
    const anchor = anchorSelector(index, selector);
    const tookMs = performance.now() - startMs;
    if (anchor.state !== 'orphaned' || anchor.candidates.length === 0) throw new Error('It is no candidate.');
    return tookMs;
  });
}

/** What all passages take, from the archive to the new article, and the longest turn meanwhile. */
async function measureAll(
  lines: readonly string[],
  newLines: readonly string[],
  marked: readonly TextRange[],
): Promise<{ allMs: readonly number[]; deafMs: readonly number[] }> {
  const bench = await openWorkbench();
  const old = articleWithPassages('The report', paragraphs(...lines), marked);
  const laid = await bench.archive.perform(async () =>
    ok({ value: null, name: 'import-article', changes: [], newArticles: [old] }),
  );
  if (!laid.ok) throw new Error(laid.error.code);
  const times = { allMs: [] as number[], deafMs: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = articleWithPassages(`The report, ${round}`, paragraphs(...newLines), []);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await wait(50);
    delay.reset();
    const startMs = performance.now();
    await bench.archive.perform(async (reader) => {
      const carried = await carryPassages(reader, bench.deps.machine, next, old.article.id);
      if (!carried.ok || carried.value.annotations.passages.length !== marked.length)
        throw new Error('They are not carried.');
      return ok({ value: null, name: 'import-article', changes: [] });
    });
    times.allMs.push(performance.now() - startMs);
    await wait(5);
    delay.disable();
    times.deafMs.push(delay.max / 1e6);
  }
  await bench.close();
  return times;
}

function report(): boolean {
  console.log(`re-anchor ${PASSAGES} changed passages in ${CHARACTERS} characters`);
  return [
    meets('one passage, p50', median(one), 50, 'ms'),
    meets(`${PASSAGES} passages, p50 of ${ROUNDS}`, median(hundreds.allMs), 2000, 'ms'),
    meets('the process deaf at once, p50', median(hundreds.deafMs), 50, 'ms'),
    meets('10 000 passages, 1 million characters, a sentence on top', median(thousands.allMs), 1000, 'ms'),
    meets('the process deaf at once, p50', median(thousands.deafMs), 50, 'ms'),
  ].every(Boolean);
}

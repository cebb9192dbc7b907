// Articles that carry one text: how long it takes to find them all in an archive of years, and for one import; and how
// many are found of those that are known to be copies, at each share of words that was changed.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { type ArticleId, articleIdSchema, sha256Schema } from '#domain/ids.ts';
import { createDuplicateIndex, type DuplicateIndex } from '#electron/index/duplicates/duplicate-index.ts';
import { signText } from '#electron/index/duplicates/sign-text.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { createRandom } from '../support/texts/made-words.ts';

const ARTICLES = 10_000;
const WORDS = 700;
/** One in so many stories is printed by several papers, each with changes of its own. */
const COPIED = 10;
const COPIES = 8;
const ALL_AT_MOST_MS = 10_000;
const ONE_AT_MOST_MS = 20;
const HELD_AT_MOST_MS = 50;

type Text = { readonly id: ArticleId; readonly story: number; readonly paragraphs: readonly string[] };

const idOf = (number: number): ArticleId =>
  articleIdSchema.parse(`01900000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const hashOf = (number: number) => sha256Schema.parse(number.toString(16).padStart(64, '0'));

/** Words as often as in a language: the commonest stand in every text. */
const wordOf = (random: () => number): string => `w${Math.floor(30_000 ** random())}`;

const storyOf = (number: number): readonly string[] => {
  const random = createRandom(number * 7919 + 13);
  return Array.from({ length: WORDS }, () => wordOf(random));
};

/** The story as another paper prints it: a headline, so large a share of words changed, the end cut. */
const copyOf = (words: readonly string[], seed: number, changed: number, kept = 1): readonly string[] => {
  const random = createRandom(seed);
  const left = words.slice(0, Math.ceil(words.length * kept));
  return [
    ...Array.from({ length: 8 }, () => wordOf(random)),
    ...left.map((word) => (random() < changed ? wordOf(random) : word)),
  ];
};

const toParagraphs = (words: readonly string[]): readonly string[] => {
  const paragraphs: string[] = [];
  for (let at = 0; at < words.length; at += 50) paragraphs.push(words.slice(at, at + 50).join(' '));
  return paragraphs;
};

function makeTexts(): readonly Text[] {
  const texts: Text[] = [];
  for (let story = 0; texts.length < ARTICLES; story += 1) {
    const words = storyOf(story);
    const prints = story % COPIED === 0 ? COPIES : 1;
    for (let print = 0; print < prints && texts.length < ARTICLES; print += 1) {
      const copied = print === 0 ? words : copyOf(words, story * 31 + print, 0.02 * (print % 4), 0.8);
      texts.push({ id: idOf(texts.length), story, paragraphs: toParagraphs(copied) });
    }
  }
  return texts;
}

/**
 * Time of the processor, in ms: nothing here waits, so that on a quiet machine it is the time that passes, and on a
 * busy one it is not that of others.
 */
const workedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The longest time for which nothing else could run. */
const watchHeld = () => {
  let heldMs = 0;
  let isDone = false;
  const watching = (async () => {
    let last = workedMs();
    while (!isDone) {
      await yieldToEventLoop();
      const now = workedMs();
      heldMs = Math.max(heldMs, now - last);
      last = now;
    }
  })();
  return async (): Promise<number> => {
    isDone = true;
    await watching;
    return heldMs;
  };
};

const yielder = createYielder();
const enter = async (index: DuplicateIndex, { id, paragraphs }: Text, number: number): Promise<void> => {
  const signature = await signText(paragraphs, yielder);
  index.enter(id, { textSha256: hashOf(number), signature });
  await yielder.yieldIfDue();
};

const line = (what: string, value: string, bound = ''): void =>
  console.log(`  ${what.padEnd(46)}${value.padStart(14)}  ${bound}`);
const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

function countGroups(index: DuplicateIndex, texts: readonly Text[]) {
  const stories = new Map<ArticleId, Set<number>>();
  for (const { id, story } of texts) {
    const textId = index.textOf(id);
    stories.set(textId, (stories.get(textId) ?? new Set()).add(story));
  }
  const wrong = [...stories.values()].filter((one) => one.size > 1).length;
  const printed = new Map<number, Set<ArticleId>>();
  for (const { id, story } of texts)
    printed.set(story, (printed.get(story) ?? new Set()).add(index.textOf(id)));
  const parted = [...printed.values()].filter((one) => one.size > 1).length;
  return { groups: [...stories.keys()].length, wrong, parted };
}

/** Of copies with so large a share of words changed, how many are found as such. */
async function shareFound(changed: number, kept: number): Promise<string> {
  const trials = 300;
  let found = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const words = storyOf(1_000_000 + trial);
    const index = createDuplicateIndex();
    await enter(index, { id: idOf(1), story: trial, paragraphs: toParagraphs(words) }, 1);
    const copy = copyOf(words, trial + 5, changed, kept);
    const signature = await signText(toParagraphs(copy), yielder);
    if (index.enter(idOf(2), { textSha256: hashOf(2), signature })) found += 1;
  }
  return `${((100 * found) / trials).toFixed(1)} %`;
}

async function measureArchive(): Promise<boolean> {
  const texts = makeTexts();
  const index = createDuplicateIndex();
  const endWatch = watchHeld();
  const start = performance.now();
  const startWorked = workedMs();
  for (const [number, text] of texts.entries()) await enter(index, text, number);
  const passedMs = performance.now() - start;
  const allMs = workedMs() - startWorked;
  const heldMs = await endWatch();

  const oneMs: number[] = [];
  for (let one = 0; one < 200; one += 1) {
    const words = copyOf(storyOf(one * COPIED), one + 77, 0.03);
    const startOne = workedMs();
    const signature = await signText(toParagraphs(words), yielder);
    const found = index.duplicatesOfText({ textSha256: hashOf(ARTICLES + one), signature });
    oneMs.push(workedMs() - startOne);
    if (found.length < 1) throw new Error('A copy was not found');
  }
  oneMs.sort((a, b) => a - b);
  const [median, worst] = [oneMs[100] ?? 0, oneMs.at(-1) ?? 0];
  const { groups, wrong, parted } = countGroups(index, texts);

  console.log(`${ARTICLES} articles of ${WORDS} words`);
  line('all signed and grouped', ms(allMs), `at most ${ms(ALL_AT_MOST_MS)}; ${ms(passedMs)} passed`);
  line('nothing else could run for', ms(heldMs), `at most ${ms(HELD_AT_MOST_MS)}`);
  line('one import, median', ms(median), `at most ${ms(ONE_AT_MOST_MS)}`);
  line('one import, worst of 200', ms(worst));
  line('groups', String(groups));
  line('groups that hold two stories', String(wrong), 'none');
  line('stories that fell into two groups', String(parted));
  return allMs <= ALL_AT_MOST_MS && median <= ONE_AT_MOST_MS && heldMs <= HELD_AT_MOST_MS && wrong === 0;
}

const isWithinBounds = await measureArchive();
console.log('copies that are found, by what was changed');
for (const changed of [0, 0.05, 0.1, 0.15, 0.2]) {
  line(`${changed * 100} % of the words replaced`, await shareFound(changed, 1));
}
for (const kept of [0.8, 0.6, 0.5, 0.4]) line(`cut to ${kept * 100} %`, await shareFound(0, kept));
process.exitCode = isWithinBounds ? 0 : 1;

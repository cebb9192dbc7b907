import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BANDS,
  bandKeys,
  createSignatureMaker,
  isNearlySame,
  likeness,
  MIN_SHINGLES,
  type MinHash,
  SIGNATURE_LENGTH,
} from '#domain/article/near-duplicate/near-duplicate.ts';
import { wordsInOrder } from '#domain/search/search-words.ts';

const shinglesOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));

/** The Jaccard index itself: what both hold of all that either holds. */
const jaccard = (a: readonly string[], b: readonly string[]): number => {
  const [one, other] = [shinglesOf(a), shinglesOf(b)];
  const shared = [...one].filter((shingle) => other.has(shingle)).length;
  return shared / (one.size + other.size - shared);
};

const signatureOf = (words: readonly string[]): MinHash => {
  const maker = createSignatureMaker();
  maker.add(words);
  const signature = maker.signature();
  if (signature === null) throw new Error('too short');
  return signature;
};

/** Words that come back as often as in a language: few are common, most are rare. */
const randomWords = (seed: number, length: number): string[] => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length }, () => `w${Math.floor(2000 ** next())}`);
};

/** Every `n`th word replaced. */
const everyNth = (words: readonly string[], n: number): string[] =>
  words.map((word, index) => (index % n === n - 1 ? `other${index}` : word));

describe('the estimate of how like two texts are', () => {
  it('is near the Jaccard index, whatever was replaced, cut or added', () => {
    const text = fc.record({
      seed: fc.nat(),
      length: fc.integer({ min: 120, max: 900 }),
      nth: fc.integer({ min: 2, max: 80 }),
      kept: fc.double({ min: 0.2, max: 1, noNaN: true }),
      added: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(
      fc.property(text, ({ seed, length, nth, kept, added }) => {
        const words = randomWords(seed, length);
        const other = [
          ...randomWords(seed + 1, added),
          ...everyNth(words.slice(0, Math.ceil(length * kept)), nth),
        ];
        // Five standard errors of 128 places.
        const error = Math.abs(likeness(signatureOf(words), signatureOf(other)) - jaccard(words, other));
        expect(error).toBeLessThan(0.22);
      }),
      { numRuns: 400 },
    );
  });

  it('errs to neither side', () => {
    let sum = 0;
    let squares = 0;
    const runs = 300;
    for (let run = 0; run < runs; run += 1) {
      const words = randomWords(run * 7919 + 1, 300);
      const other = everyNth(words, 3 + (run % 30));
      const error = likeness(signatureOf(words), signatureOf(other)) - jaccard(words, other);
      sum += error;
      squares += error ** 2;
    }
    expect(Math.abs(sum / runs)).toBeLessThan(0.012);
    expect(Math.sqrt(squares / runs)).toBeLessThan(0.05);
  });

  it('is 1 of one text with itself, and 0 of texts that share nothing', () => {
    const words = randomWords(1, 300);
    expect(likeness(signatureOf(words), signatureOf(words))).toBe(1);
    const others = words.map((word) => `other-${word}`);
    expect(likeness(signatureOf(words), signatureOf(others))).toBeLessThan(0.05);
  });

  it('does not depend on the pieces in which the text came', () => {
    const words = randomWords(5, 200);
    const maker = createSignatureMaker();
    for (const piece of [words.slice(0, 1), words.slice(1, 2), [], words.slice(2, 90), words.slice(90)])
      maker.add(piece);
    expect(maker.signature()).toEqual(signatureOf(words));
  });
});

describe('a signature', () => {
  it('has 128 places in bands of three, and a key for each', () => {
    const keys = bandKeys(signatureOf(randomWords(2, 100)));
    expect([SIGNATURE_LENGTH, BANDS, keys.length]).toEqual([128, 42, 42]);
    expect(keys.every((key) => Number.isInteger(key) && key >= 0 && key < 2 ** 30)).toBe(true);
  });

  it('shares a band with that of a text with one word in ten replaced, and none with another text', () => {
    const sharesBand = (a: readonly string[], b: readonly string[]): boolean => {
      const keys = new Set(bandKeys(signatureOf(a)));
      return bandKeys(signatureOf(b)).some((key) => keys.has(key));
    };
    const texts = Array.from({ length: 200 }, (_, run) => randomWords(run * 31 + 7, 400));
    const found = texts.filter((words) => sharesBand(words, everyNth(words, 10))).length;
    expect(found).toBeGreaterThanOrEqual(198);
    expect(texts.filter((words, run) => sharesBand(words, texts[run + 1] ?? [...words].reverse()))).toEqual(
      [],
    );
  });

  it('is none of a text that is too short', () => {
    const maker = createSignatureMaker();
    maker.add(randomWords(3, MIN_SHINGLES + 1));
    expect(maker.signature()).toBeNull();
    maker.add(['one', 'more']);
    expect(maker.signature()).not.toBeNull();
  });
});

describe('texts that are nearly the same', () => {
  const story = Array.from(
    { length: 12 },
    (_, n) =>
      `Paragraph ${n} tells what the harbour master said on day ${n * 3} about pier ${n + 40}, and why.`,
  );
  const of = (...lines: readonly string[]): MinHash => signatureOf(wordsInOrder(lines.join('\n')));

  it('may differ in typography, case, a headline and a cut end', () => {
    const copy = ['ANOTHER PAPER’S HEADLINE', ...story.slice(0, 9).map((line) => line.toUpperCase())];
    expect(isNearlySame(of(...story), of(...copy))).toBe(true);
  });

  it('are not those that share a sentence', () => {
    const own = story
      .slice(1)
      .map((_, n) => `Our reporter saw ${n} cranes idle, ${n + 7} crews waiting at gate ${n}.`);
    expect(isNearlySame(of(...story), of(story[0] ?? '', ...own))).toBe(false);
  });

  it('are found in scripts that are written without spaces', () => {
    const text = '港務局長星期二表示，由於海浪過大，前往該島的渡輪本週第三次取消，乘客可以退票。'.repeat(1);
    const other = '外交部發言人昨日在例行記者會上回應有關出口管制的提問，強調雙方應當通過對話解決分歧。';
    expect(isNearlySame(of(text), of(text.replace('星期二', '週二')))).toBe(true);
    expect(isNearlySame(of(text), of(other))).toBe(false);
  });
});

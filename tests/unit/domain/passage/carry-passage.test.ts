import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleIdSchema, passageIdSchema } from '#domain/ids.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { isOutOfText, needsLook, settledInText } from '#domain/passage/carried.ts';
import { carryPassage } from '#domain/passage/carry/carry-passage.ts';
import { passageCandidates } from '#domain/passage/carry/passage-candidates.ts';
import { pairVersions } from '#domain/passage/carry/version-pair.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { edgesOfSelector } from '#domain/passage/passage-edges.ts';
import { textSelectorOf } from '#domain/passage/region/region-selector.ts';
import type { Selector, TextRange } from '#domain/text/selector.ts';
import { indexText } from '#domain/text/text-index.ts';
import { timestampSchema } from '#domain/time.ts';
import { samplePassage } from '../../../support/archive/sample-records.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';
import { sha256Of } from '../../../support/texts/sha256-of.ts';

const text = [
  'The strait will close to tankers for two days, the harbour office said.',
  '“We saw 24 ships a day in March,” an official told reporters, “and nine in April.”',
  'The office gave no reason. The strait was closed in 2019 as well.',
].join('\n');

const passageOn = (...quotes: readonly string[]): Passage => ({
  ...samplePassage('', {}),
  carriedFrom: null,
  selectors: quotes.map((quote) => {
    return describeSelector(indexText(text), rangeOf(text, quote));
  }),
});

const options = {
  articleId: articleIdSchema.parse('018f0000-0000-7000-8000-000000000001'),
  id: passageIdSchema.parse('018f0000-0000-7000-8000-000000000002'),
  at: timestampSchema.parse('2024-04-25T09:00:00.000Z'),
};
/** Those of words: none of these passages is a region. */
const selectorsOf = ({ selectors }: Passage): readonly Selector[] => selectors.map(textSelectorOf);

const originalSha256 = sha256Of('the original');
const versionOf = (newText: string, oldText = text) => {
  const index = indexText(newText);
  return { index, pair: pairVersions(indexText(oldText), index), pictures: [], pages: [], originalSha256 };
};
const carry = (passage: Passage, newText: string, oldText = text) =>
  carryPassage(versionOf(newText, oldText), passage, options);

describe('carrying a passage over to a new version', () => {
  const passage = passageOn('The strait will close to tankers for two days');

  it('takes with it all that is said of it, and settles what has not changed', () => {
    const carried = carry(passage, `${text}\nNine tugs are in the port.`);
    expect(carried).toEqual({
      ...passage,
      id: options.id,
      updatedAt: options.at,
      carriedFrom: {
        articleId: options.articleId,
        passageId: passage.id,
        state: 'unchanged',
        isSettled: true,
      },
    });
  });

  it('describes it anew where it moved, and asks for nothing', () => {
    const newText = `Harbour office\n${text}`;
    const carried = carry(passage, newText);
    expect(carried.carriedFrom).toMatchObject({ state: 'moved', isSettled: true });
    expect(carried.selectors[0]?.position.start).toBe(newText.indexOf('The strait'));
    expect([isOutOfText(carried), needsLook(carried)]).toEqual([false, false]);
  });

  it('keeps the words of what was changed or is gone, to the character, and draws nothing', () => {
    const changed = carry(passage, text.replace('will close to tankers', 'is closed to all ships'));
    const gone = carry(passage, 'Nothing of it is left; this is about something else altogether.');
    expect(changed.carriedFrom).toMatchObject({ state: 'changed', isSettled: false });
    expect(gone.carriedFrom).toMatchObject({ state: 'orphaned', isSettled: false });
    for (const carried of [changed, gone]) {
      expect(carried.selectors).toEqual(passage.selectors);
      expect(isOutOfText(carried)).toBe(true);
    }
  });

  it('never chooses between places that fit alike', () => {
    const carried = carry(passage, `New.\n${text}\nAgain:\n${text}`);
    expect(carried.carriedFrom).toMatchObject({ state: 'ambiguous', isSettled: false });
    expect(carried.selectors).toEqual(passage.selectors);
  });

  it('names the copy that has the words, however many copies lie between', () => {
    const second = carry(passage, 'This is about something else.');
    const third = carryPassage(versionOf('And this about a third thing.'), second, {
      ...options,
      articleId: articleIdSchema.parse('018f0000-0000-7000-8000-000000000009'),
    });
    expect(third.carriedFrom).toMatchObject({ articleId: options.articleId, passageId: passage.id });
  });

  it('makes a changed passage of an orphan that was given words of the text', () => {
    const { carriedFrom } = carry(passage, 'Something else.');
    expect(settledInText(carriedFrom)).toMatchObject({ state: 'changed', isSettled: true });
  });
});

describe('an interrupted quotation', () => {
  const passage = passageOn('We saw 24 ships a day in March', 'and nine in April');
  const newText = text.replace('24 ships a day in March', '25 ships each day in March');

  it('is a candidate as a whole, with the part that stands and the place of the part that changed', () => {
    expect(carry(passage, newText).carriedFrom?.state).toBe('changed');
    const [best] = passageCandidates(indexText(newText), selectorsOf(passage));
    expect(best?.ranges.map(({ start, end }) => newText.slice(start, end))).toEqual([
      'We saw 25 ships each day in March',
      'and nine in April',
    ]);
    expect(best?.score).toBeGreaterThan(0.8);
    expect(best?.score).toBeLessThan(1);
  });

  it('scores less where a part has no place at all', () => {
    const [best] = passageCandidates(
      indexText(text.replace('“and nine in April.”', '')),
      selectorsOf(passage),
    );
    expect(best?.ranges).toHaveLength(1);
    expect(best?.score).toBeLessThan(0.75);
  });
});

describe('whatever becomes of a text', () => {
  const words = ['ships', 'strait', 'the', 'closed', 'office', 'two', 'days', '24', 'said', '🚢', 'né', 'of'];
  const sentence = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 9 });
  const story = fc
    .array(sentence, { minLength: 2, maxLength: 8 })
    .map((sentences) => sentences.map((each) => `${each.join(' ')}.`));
  /** The story as it is told again: sentences cut, doubled, moved, or put otherwise. */
  const retelling = fc.array(
    fc.tuple(fc.constantFrom('keep', 'cut', 'double', 'last', 'change'), fc.constantFrom(...words)),
    { minLength: 8, maxLength: 8 },
  );
  const changes: Readonly<Record<string, (line: string, word: string) => readonly string[]>> = {
    keep: (line) => [line],
    cut: () => [],
    double: (line) => [line, line],
    last: () => [],
    change: (line, word) => [line.replace(/\S+/u, word)],
  };
  const retell = (told: readonly string[], how: readonly (readonly [string, string])[]): string => {
    const last = told.filter((_, at) => how[at]?.[0] === 'last');
    const lines = told.flatMap(
      (line, at) => changes[how[at]?.[0] ?? 'keep']?.(line, how[at]?.[1] ?? '') ?? [],
    );
    return [...lines, ...last].join('\n');
  };
  const wordsOf = (of: string): readonly TextRange[] =>
    [...of.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  const sliceAt = (of: string, { position }: Selector): string =>
    Array.from(of).slice(position.start, position.end).join('');

  /** A passage of some words of `before`, carried over to `after`. */
  const carryWords = (before: string, after: string, from: number, length: number) => {
    const found = wordsOf(before);
    const first = from % found.length;
    const last = Math.min(found.length - 1, first + (length % found.length));
    const range = { start: found[first]?.start ?? 0, end: found[last]?.end ?? 1 };
    const passage = { ...passageOn(), selectors: [describeSelector(indexText(before), range)] };
    return { passage, carried: carry(passage, after, before) };
  };

  it('a passage is never on other words unless somebody says so', () => {
    fc.assert(
      fc.property(story, retelling, fc.nat(), fc.nat(), (told, how, from, length) => {
        const after = retell(told, how);
        const { passage, carried } = carryWords(told.join('\n'), after, from, length);
        const [was, is] = [selectorsOf(passage), selectorsOf(carried)];
        const exact = (selectors: readonly Selector[]) => selectors.map(({ quote }) => quote.exact);
        expect(exact(is)).toEqual(exact(was));
        if (isOutOfText(carried)) expect(carried.selectors).toEqual(passage.selectors);
        else {
          expect(is.map((each) => sliceAt(after, each))).toEqual(exact(was));
        }
        if (!needsLook(carried)) {
          expect(is.map(edgesOfSelector)).toEqual(was.map(edgesOfSelector));
        }
      }),
      { numRuns: 300 },
    );
  });
});

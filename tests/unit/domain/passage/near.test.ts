import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorExactly, anchorSelector } from '#domain/passage/anchor/anchor-selector.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { findApproximate } from '#domain/passage/near/approximate-matching.ts';
import { createNearestFinder } from '#domain/passage/near/edit-distance.ts';
import { indexText } from '#domain/text/text-index.ts';

/** The fewest edits that make any part of `text` of `quote`, by the table that everybody knows. */
const fewestEdits = (quote: string, text: string): number => {
  let row = Array.from({ length: quote.length + 1 }, (_, at) => at);
  let best = quote.length;
  for (const unit of text.split('')) {
    const next = [0];
    for (let at = 1; at <= quote.length; at += 1) {
      const changed = (row[at - 1] ?? 0) + (quote[at - 1] === unit ? 0 : 1);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
    best = Math.min(best, row[quote.length] ?? 0);
  }
  return best;
};

/** The edits between two whole strings. */
const editsBetween = (a: string, b: string): number => {
  let row = Array.from({ length: a.length + 1 }, (_, at) => at);
  for (const [line, unit] of b.split('').entries()) {
    const next = [line + 1];
    for (let at = 1; at <= a.length; at += 1) {
      const changed = (row[at - 1] ?? 0) + (a[at - 1] === unit ? 0 : 1);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[a.length] ?? 0;
};

const few = (lengths: { minLength: number; maxLength: number }) =>
  fc.array(fc.constantFrom('a', 'b', 'c', 'é', '海'), lengths).map((units) => units.join(''));

describe('the nearest match', () => {
  it('has as few edits as the plain table finds, over several blocks too, and names the place that has them', () => {
    fc.assert(
      fc.property(
        few({ minLength: 1, maxLength: 80 }),
        few({ minLength: 0, maxLength: 160 }),
        (quote, text) => {
          const { range, errors } = createNearestFinder(quote)(text, { start: 0, end: text.length });
          expect(errors).toBe(fewestEdits(quote, text));
          expect(editsBetween(quote, text.slice(range.start, range.end))).toBe(errors);
        },
      ),
    );
  });

  it('looks only into the window that it is given', () => {
    const find = createNearestFinder('harbour');
    expect(find('harbour and harbours', { start: 8, end: 20 })).toEqual({
      range: { start: 12, end: 19 },
      errors: 0,
    });
  });
});

const filler = Array.from(
  { length: 400 },
  (_, day) => `On day ${day} of the review the office wrote note ${day * 37} and filed it under ${day % 13}.`,
).join(' ');

const sentence = 'The ministry said that forty ships had been turned back before dawn on Tuesday.';
const place = filler.indexOf(' ', filler.length / 2) + 1;
const textWith = (words: string): string => `${filler.slice(0, place)}${words}${filler.slice(place)}`;
const original = textWith(sentence);
const selector = describeSelector(indexText(original), { start: place, end: place + sentence.length });

const bestOf = (text: string) => {
  const anchor = anchorSelector(indexText(text), selector);
  if (anchor.state !== 'orphaned') throw new Error(`it is ${anchor.state}`);
  return anchor.candidates[0];
};

describe('what resembles a lost quote', () => {
  it('is a candidate with a score, and is never taken', () => {
    const edited = 'The ministry said that fifty vessels were turned back before dawn on Tuesday.';
    const text = textWith(edited);
    const best = bestOf(text);
    expect(text.slice(best?.range.start, best?.range.end)).toBe(edited);
    expect(best?.score).toBeGreaterThan(0.8);
    expect(best?.score).toBeLessThan(1);
  });

  it('scores less the more was changed, wherever the changes are', () => {
    const units = sentence.split('');
    const changedAt = fc.shuffledSubarray([...units.keys()], { minLength: 2, maxLength: 24 });
    fc.assert(
      fc.property(changedAt, (places) => {
        const scores = places.map((_, count) => {
          const changed = [...units];
          for (const at of places.slice(0, count + 1)) changed[at] = '§';
          return bestOf(textWith(changed.join('')))?.score ?? 0;
        });
        for (const [count, score] of scores.entries()) {
          expect(score).toBeLessThan(scores[count - 1] ?? 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is nothing where nothing does', () => {
    const anchor = anchorSelector(indexText(filler), selector);
    expect(anchor).toEqual({ state: 'orphaned', candidates: [] });
  });

  it('is not looked for where a quote is short: that would be a match by chance', () => {
    expect(findApproximate(indexText(original), 'forty ship')).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (shift) => {
        const start = place + shift;
        const short = describeSelector(indexText(original), { start, end: start + 9 });
        const elsewhere = `${filler} ${'x'.repeat(40)} ${short.quote.exact} ${'y'.repeat(40)}`;
        const anchor = anchorSelector(indexText(elsewhere), short);
        // Its very words are shown where they stand; nothing that only resembles them is.
        const shown = anchor.state === 'orphaned' ? anchor.candidates : null;
        expect(shown?.map(({ range }) => elsewhere.slice(range.start, range.end))).toEqual(
          shown?.map(() => short.quote.exact),
        );
      }),
    );
  });

  it('never cuts a character', () => {
    const flags =
      'The crews of 🇩🇪🇫🇷🇮🇹 and a family 👨‍👩‍👧‍👦 of four crossed the old bridge at Zu\u0308rich together.';
    const lost = describeSelector(indexText(flags), { start: 0, end: flags.length });
    const text = `Before it. ${flags.replace('four', 'five').replace('🇫🇷', '🇫🇮')} After it.`;
    const anchor = anchorSelector(indexText(text), lost);
    if (anchor.state !== 'orphaned') throw new Error(`it is ${anchor.state}`);
    const [best] = anchor.candidates;
    expect(text.slice(best?.range.start, best?.range.end)).toBe(text.slice(11, -10));
  });

  it('is found in scripts without spaces', () => {
    const said = '外相は会談の後、両国が来月から共同で海域の調査を始めると記者団に述べた。';
    const lost = describeSelector(indexText(said), { start: 0, end: said.length });
    const text = `別の段落。${said.replace('来月', '再来月').replace('海域', '沿岸')}終わり。`;
    const anchor = anchorSelector(indexText(text), lost);
    expect(anchor.state === 'orphaned' && anchor.candidates[0]?.score).toBeGreaterThan(0.6);
  });
});

describe('a place that fits by chance', () => {
  it('is not believed at the old position when nothing around it agrees', () => {
    const was = 'One two three, four five six. Seven eight nine and ten. Eleven twelve thirteen.';
    const start = was.indexOf('eight');
    const short = describeSelector(indexText(was), { start, end: start + 5 });
    const other = `${'x'.repeat(start)}eight${'y'.repeat(60)}`;
    expect(anchorExactly(indexText(other), short).state).toBe('orphaned');
  });

  it('is ambiguous where another fits almost as well', () => {
    const twice = 'He met us at the gate of the port. Then rain came. She met us at the gate of the post.';
    const gate = describeSelector(indexText('We all met us at the gate of the po'), { start: 11, end: 27 });
    expect(anchorExactly(indexText(twice), gate).state).toBe('ambiguous');
  });
});

describe('a quote that is too long to be measured', () => {
  const long = Array.from(
    { length: 120 },
    (_, at) => `On day ${at} the office told that ${at * 37} ships waited.`,
  ).join(' ');

  it('is found by its two ends', () => {
    const told = long.replace('On day 60 the office', 'On day 60 nobody but the office');
    const [found, ...others] = findApproximate(indexText(`Before.\n${told}\nAfter.`), long);
    expect(found?.range).toEqual({ start: 8, end: 8 + told.length });
    expect(found?.similarity).toBeGreaterThan(0.9);
    expect(others).toEqual([]);
  });

  it('is not found where only one of them stands', () => {
    expect(findApproximate(indexText(`${long.slice(0, 2000)} And so on.`), long)).toEqual([]);
  });
});

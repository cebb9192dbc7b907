import { describe, expect, it } from 'vitest';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { carriedCandidates, placePassage } from '#domain/passage/carry/passage-candidates.ts';
import { pairVersions } from '#domain/passage/carry/version-pair.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText } from '#domain/text/text-index.ts';

const lines = [
  'The strait will close to tankers for two days, the harbour office said on Monday.',
  'Traffic rose to 3 in March. “We want it open,” a pilot told the reporters who had come, “and we want it now.”',
  'Photo: Harbour Office',
  'Insurers raised their rates by a third within a week, two brokers in the capital said.',
  'Photo: Harbour Office',
  'The office gave no reason. The strait was closed for nine days in 2019 as well.',
  'Photo: Harbour Office',
];
const text = lines.join('\n');

const rangeOf = (of: string, quote: string, turn = 0): TextRange => {
  let start = of.indexOf(quote);
  for (let at = 0; at < turn; at += 1) start = of.indexOf(quote, start + 1);
  if (start === -1) throw new Error(`“${quote}” is not in the text`);
  return { start, end: start + quote.length };
};

/** What becomes of quotes of `old` in `fresh`: the state, and where they stand or what is proposed first. */
const carry = (fresh: string, quotes: readonly (string | TextRange)[], old = text) => {
  const [oldIndex, freshIndex] = [indexText(old), indexText(fresh)];
  const pair = pairVersions(oldIndex, freshIndex);
  const ranges = quotes.map((quote) => (typeof quote === 'string' ? rangeOf(old, quote) : quote));
  const place = placePassage(pair, ranges);
  const selectors = ranges.map((range) => describeSelector(oldIndex, range));
  const candidates = carriedCandidates(pair, selectors).map((each) => ({
    ...each,
    words: each.ranges.map(({ start, end }) => fresh.slice(start, end)),
  }));
  return {
    state: place.state,
    starts: 'ranges' in place ? place.ranges.map(({ start }) => start) : [],
    candidates,
  };
};

describe('a paragraph that is the same and stands once in either text', () => {
  const moved = [...lines.slice(1), lines[0] ?? ''].join('\n');

  it('takes along what it holds, however short', () => {
    expect(carry(moved, ['two days'])).toMatchObject({
      state: 'certain',
      starts: [rangeOf(moved, 'two days').start],
    });
  });

  it('decides nothing where it is short and nothing stayed beside it', () => {
    const [before, after] = [`9:10\n${lines.join('\n')}`, `${lines.slice(3).join('\n')}\n9:10\nNews.`];
    expect(carry(after, ['9:10'], before).state).not.toBe('certain');
  });
});

describe('a passage whose words are there, with the edges that they had', () => {
  it('is certain wherever an insertion moved it', () => {
    const fresh = `Corrected.\n${text}`;
    expect(carry(fresh, ['rose to 3'])).toMatchObject({
      state: 'certain',
      starts: [rangeOf(fresh, 'rose to 3').start],
    });
  });

  it('is certain where all around it was written anew', () => {
    const quote = 'Insurers raised their rates by a third within a week';
    const fresh = ['Another opening.', 'Nothing is as it was.', lines[3], 'The end is new as well.'].join(
      '\n',
    );
    expect(carry(fresh, [quote])).toMatchObject({ state: 'certain', starts: [rangeOf(fresh, quote).start] });
  });

  it('is certain where its paragraph moved', () => {
    const fresh = [lines[3], ...lines.slice(0, 3), ...lines.slice(4)].join('\n');
    expect(carry(fresh, ['their rates'])).toMatchObject({
      state: 'certain',
      starts: [rangeOf(fresh, 'their rates').start],
    });
  });

  it('stays with the original where a copy was put in that stood nowhere before', () => {
    const fresh = ['In short: Traffic rose to 3 in March.', ...lines].join('\n');
    expect(carry(fresh, ['rose to 3 in March'])).toMatchObject({
      state: 'certain',
      starts: [rangeOf(fresh, 'rose to 3 in March', 1).start],
    });
  });

  it.each([0, 1, 2])('is told from its equals (caption %i)', (turn) => {
    const fresh = ['Corrected.', ...lines].join('\n');
    const caption = rangeOf(text, 'Photo: Harbour Office', turn);
    expect(carry(fresh, [caption])).toMatchObject({
      state: 'certain',
      starts: [caption.start + 'Corrected.\n'.length],
    });
  });
});

describe('a passage that is not beyond doubt', () => {
  it.each([
    ['rose to 3', 'rose to 34'],
    ['rose to 3', 'rose to 3.5'],
    ['rose to 3', 'rose to 3 million'],
    ['We want', 'We wanted'],
    ['nine days in 2019', 'nine days in 2019–20'],
  ])('keeps its words where %j became %j, which is proposed first', (quote, now) => {
    const { state, candidates } = carry(text.replace(quote, now), [quote]);
    expect(state).toBe('lost');
    expect(now.startsWith(candidates[0]?.words.join() ?? '-')).toBe(true);
    expect(candidates[0]?.ranges[0]?.start).toBe(text.indexOf(quote));
  });

  it('is ambiguous between two copies side by side', () => {
    const fresh = lines.toSpliced(3, 0, lines[3] ?? '').join('\n');
    const { state, candidates } = carry(fresh, ['raised their rates by a third']);
    expect(state).toBe('ambiguous');
    expect(candidates.slice(0, 2).map(({ words }) => words)).toEqual([
      ['raised their rates by a third'],
      ['raised their rates by a third'],
    ]);
  });

  it('is ambiguous where its place was changed and its very words stand elsewhere now', () => {
    const quote = 'Insurers raised their rates by a third within a week, two brokers';
    const fresh = `${text.replace('by a third within a week', 'by a half within a month')}\nEarlier: ${lines[3]}`;
    expect(carry(fresh, [quote]).state).toBe('ambiguous');
  });

  it('is not placed where it was taken out, though other passages have the same words', () => {
    const fresh = lines.toSpliced(3, 2).join('\n');
    expect(carry(fresh, [rangeOf(text, 'Photo: Harbour Office', 1)]).state).not.toBe('certain');
  });

  it('is not placed where its sentence gave way to another with the same few words', () => {
    const fresh = text.replace(
      'The office gave no reason.',
      'Nobody who was asked in all of the town knew whether the office had been told.',
    );
    expect(
      carry(
        fresh,
        ['office'].map(() => rangeOf(text, 'The office')),
      ).state,
    ).not.toBe('certain');
  });
});

describe('candidates', () => {
  it.each([
    ['“We want it open,” a pilot', '"We want it open," a pilot'],
    ['the harbour office said', 'the\u00a0harbour office\u00a0said'],
    ['Insurers raised', 'In\u00adsurers raised'],
  ])('name other typography as such: %j became %j', (quote, now) => {
    const { state, candidates } = carry(text.replace(quote, now), [quote]);
    expect(state).toBe('lost');
    expect(candidates[0]).toMatchObject({ difference: 'typography', words: [now] });
  });

  it('hold a sentence that was split, whole', () => {
    const quote = 'The strait will close to tankers for two days, the harbour office said on Monday.';
    const now = 'The strait will close to tankers for two days. The harbour office said so on Monday.';
    expect(carry(text.replace(quote, now), [quote]).candidates[0]?.words).toEqual([now]);
  });

  it('are not what other passages say, which stood there before', () => {
    const days = Array.from(
      { length: 9 },
      (_, day) => `On day ${day} the office told that ${day * 37} ships waited.`,
    );
    const old = days.join('\n');
    const quote = 'On day 4 the office told that 148 ships waited.';
    const fresh = days.toSpliced(4, 1).join('\n');
    expect(carry(fresh, [quote], old)).toMatchObject({ state: 'lost', candidates: [] });
    const [first, ...others] = carry(
      `${fresh}\nOn day 4 an office told that 149 ships waited.`,
      [quote],
      old,
    ).candidates;
    expect(first?.words).toEqual(['On day 4 an office told that 149 ships waited.']);
    expect(others).toEqual([]);
  });

  it('hold a very long quote', () => {
    const long = Array.from(
      { length: 90 },
      (_, at) => `On day ${at} the office told that ${at * 37} ships waited.`,
    );
    const old = `${text}\n${long.join(' ')}\n${text}`;
    const fresh = old
      .replace('On day 40 the office', 'On day 40 nobody but the office')
      .replace('day 7 ', 'day seven ');
    const quote = long.join(' ');
    expect(quote.length).toBeGreaterThan(4000);
    const { state, candidates } = carry(fresh, [quote], old);
    expect(state).toBe('lost');
    expect(candidates[0]?.words[0]?.startsWith('On day 0 the')).toBe(true);
    expect(candidates[0]?.words[0]?.endsWith('3293 ships waited.')).toBe(true);
  });

  it('show verbatim words however short they are, and however many there are', () => {
    const old = `${'The lock is shut. '.repeat(400)}It will open soon.`;
    const { state, candidates } = carry(`${'The lock is shut. '.repeat(400)}No.`, ['It will open soon'], old);
    expect([state, candidates]).toEqual(['lost', []]);
    const short = carry('Elsewhere a pilot spoke.', ['a pilot']);
    expect(short.candidates[0]).toMatchObject({ difference: 'none', words: ['a pilot'] });
  });
});

describe('an interrupted quotation', () => {
  const quotes = ['“We want it open,”', '“and we want it now.”'];

  it('is certain where its parts keep their order in one stretch', () => {
    expect(carry(`Corrected.\n${text}`, quotes).state).toBe('certain');
  });

  it('asks where a part moved away or before the other, and proposes no jumble', () => {
    const second = '“and we want it now.”';
    const away = `${text.replace(`, ${second}`, '.')}\n${lines[3]}\n${lines[0]}\nLater the same pilot, whom nobody had asked, said to all who would listen: ${second}`;
    const turned = text.replace(
      /“We want.*now.”/u,
      `${second} a pilot told the reporters who had come, “We want it open,”`,
    );
    for (const fresh of [away, turned]) {
      const { state, candidates } = carry(fresh, quotes);
      expect(state).not.toBe('certain');
      for (const { ranges } of candidates) {
        expect(ranges.map(({ start }) => start)).toEqual(
          ranges.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }
    }
  });
});

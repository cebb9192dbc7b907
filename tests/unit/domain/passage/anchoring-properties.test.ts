import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockNode, Body, TableCellNode } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { anchorExactly, anchorSelector } from '#domain/passage/anchor/anchor-selector.ts';
import { CONTEXT_LENGTH, describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText } from '#domain/text/text-index.ts';

const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const cell = (text: string): TableCellNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(text)],
});
const table = (...rows: readonly (readonly string[])[]): BlockNode => ({
  type: 'table',
  content: rows.map((row) => ({ type: 'tableRow', content: row.map(cell) })),
});

/** A report as a news agency might send it, with all that makes characters and repetitions hard. */
const report: Body = {
  type: 'doc',
  content: [
    paragraph('The strait is shut to tankers until Wednesday, the harbour office said. It gave no reason.'),
    paragraph('The harbour office said. The harbour office said nothing more. It gave no reason.'),
    paragraph(
      'A reader’s note 👩🏽‍🚀👨‍👩‍👧‍👦 came from Zu\u0308rich 🇨🇭; the cafe\u0301 on the quay 🌉 “stays open”.',
    ),
    paragraph('وقال الوزير إن المضيق مغلق أمام الناقلات، ولم يذكر سببا. وقال إن الأمر مؤقت.'),
    paragraph('外相は会談の後、両国が来月から共同で海域の調査を始めると記者団に述べた。理由は述べなかった。'),
    table(['Day', 'Ships', 'Ships back'], ['Monday', '24', '24'], ['Tuesday', '24', '9'], ['Day', '9', '24']),
    paragraph(
      'It gave no reason. Freight rates rose by 14 per cent within the hour, and fell again by 14 per cent.',
    ),
  ],
};
const text = canonicalText(report);
const index = indexText(text);

const rangeIn = (whole: string) =>
  fc
    .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 90 }))
    .map(([start, size]) => snapToGraphemes(whole, { start, end: Math.min(whole.length, start + size) }));

/** The report with some words put in, or some taken out, at a place. */
type Edit = { readonly at: number; readonly takenOut: number; readonly putIn: string };
const anyEdit: fc.Arbitrary<Edit> = fc
  .record({
    at: fc.nat(text.length),
    takenOut: fc.constantFrom(0, 0, 3, 17),
    putIn: fc.constantFrom('', 'Corrected. ', 'It gave no reason. ', '更新。', 'تصحيح. '),
  })
  .map(({ at, takenOut, putIn }) => {
    const { start, end } = snapToGraphemes(text, { start: at, end: Math.min(text.length, at + takenOut) });
    return { at: start, takenOut: end - start, putIn };
  });
const apply = ({ at, takenOut, putIn }: Edit): string =>
  text.slice(0, at) + putIn + text.slice(at + takenOut);

const shift = ({ start, end }: TextRange, { at, takenOut, putIn }: Edit): TextRange => {
  const by = at < start ? putIn.length - takenOut : 0;
  return { start: start + by, end: end + by };
};

describe('a passage of a real text', () => {
  it('is found where it was described, whatever its range', () => {
    fc.assert(
      fc.property(rangeIn(text), (range) => {
        expect(anchorSelector(index, describeSelector(index, range))).toEqual({ state: 'anchored', range });
      }),
      { numRuns: 1000 },
    );
  });

  it('follows its words through an edit elsewhere, or is left to the analyst; it never goes to another place', () => {
    fc.assert(
      fc.property(rangeIn(text), anyEdit, (range, edit) => {
        // Nearer edits change the context, by which alone equal words are told apart.
        const reach = 2 * CONTEXT_LENGTH;
        fc.pre(edit.at + edit.takenOut < range.start - reach || edit.at > range.end + reach);
        const anchor = anchorExactly(indexText(apply(edit)), describeSelector(index, range));
        const found =
          anchor.state === 'anchored' || anchor.state === 'moved'
            ? [anchor.range]
            : anchor.candidates.map((candidate) => candidate.range);
        expect(anchor.state).not.toBe('orphaned');
        expect(found).toContainEqual(shift(range, edit));
      }),
      { numRuns: 1000 },
    );
  });

  it('is never said to stand where its words are not, to the character, however the text was edited', () => {
    fc.assert(
      fc.property(rangeIn(text), fc.array(anyEdit, { maxLength: 4 }), (range, edits) => {
        const edited = edits.reduce(
          (so, { at, takenOut, putIn }) => so.slice(0, at) + putIn + so.slice(at + takenOut),
          text,
        );
        const selector = describeSelector(index, range);
        const anchor = anchorSelector(indexText(edited), selector);
        if (anchor.state === 'anchored' || anchor.state === 'moved') {
          expect(edited.slice(anchor.range.start, anchor.range.end)).toBe(selector.quote.exact);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is never found by a short quote in a text about something else', () => {
    const short = rangeIn(text).filter(({ start, end }) => end - start <= 15);
    fc.assert(
      fc.property(short, (range) => {
        const selector = describeSelector(index, range);
        const other = `§§ ${'§ and '.repeat(9)}§${selector.quote.exact}§${' or §'.repeat(9)}`;
        const anchor = anchorSelector(indexText(other), selector);
        expect(anchor.state).toBe('orphaned');
        // Its very words are shown to the analyst; none is taken.
        const candidates = anchor.state === 'orphaned' ? anchor.candidates : [];
        expect(candidates.map(({ difference }) => difference)).toEqual(candidates.map(() => 'none'));
      }),
    );
  });
});

describe('a sentence that is said ten times', () => {
  const sentence = 'The port is closed. ';
  const tenTimes = `Notice to shipping. ${sentence.repeat(10)}Signed by the harbour master on Monday.`;
  const startOf = (turn: number): number => 'Notice to shipping. '.length + turn * sentence.length;
  const selectorOf = (turn: number) =>
    describeSelector(indexText(tenTimes), { start: startOf(turn), end: startOf(turn) + sentence.length - 1 });
  const moved = indexText(`Corrected at noon. ${tenTimes}`);

  it.each([0, 1, 4, 8, 9])(
    'is told apart by its position as long as the text is the same (turn %i)',
    (turn) => {
      expect(anchorSelector(indexText(tenTimes), selectorOf(turn))).toMatchObject({
        state: 'anchored',
        range: { start: startOf(turn) },
      });
    },
  );

  it.each([0, 1, 8, 9])('is told apart by its context where that differs (turn %i)', (turn) => {
    expect(anchorSelector(moved, selectorOf(turn))).toMatchObject({
      state: 'moved',
      range: { start: startOf(turn) + 'Corrected at noon. '.length },
    });
  });

  it.each([2, 4, 7])('is told apart by its number where as many stand in the text (turn %i)', (turn) => {
    expect(selectorOf(turn).occurrence).toEqual({ number: turn + 1, of: 10 });
    expect(anchorSelector(moved, selectorOf(turn))).toMatchObject({
      state: 'moved',
      range: { start: startOf(turn) + 'Corrected at noon. '.length },
    });
  });

  it.each([2, 4, 7])(
    'is ambiguous where nothing decides (turn %i), and every place that fits is shown',
    (turn) => {
      const once = indexText(`Corrected at noon. ${sentence}${tenTimes}`);
      const anchor = anchorSelector(once, selectorOf(turn));
      if (anchor.state !== 'ambiguous') throw new Error(`it is ${anchor.state}`);
      const best = anchor.candidates.filter(({ score }) => score === 1);
      expect(best).toHaveLength(6);
      const start = startOf(turn) + 'Corrected at noon. '.length + sentence.length;
      expect(best.map(({ range }) => range.start)).toContain(start);
    },
  );
});

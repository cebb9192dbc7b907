/** The marks that Precis writes into a copy of a PDF, read again. */
import { describe, expect, it } from 'vitest';
import type { BodyBox, TextNode } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { labelIdSchema, labelKeys, labelLookIds, labelSetOf, startingSet } from '#domain/passage/label.ts';
import {
  frameColour,
  markerColour,
  readCopiedMark,
  sayCopiedMark,
} from '#domain/passage/marks/copied-mark.ts';
import { labelOfMark, type PdfMark, saidByMark } from '#domain/passage/marks/pdf-mark.ts';
import { placeMarks, rowsOfMarks } from '#domain/passage/marks/place-marks.ts';

const paragraph: BodyBox = [1000, 1000, 9000, 1600];

const printed = (text: string, index: number, box: BodyBox = paragraph): TextNode => ({
  type: 'text',
  text,
  marks: [{ type: 'page', attrs: { index, label: null, box } }],
});

const bodyOf = (...content: readonly TextNode[]) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [...content] }],
});

const mark = (page: number, words: string, said: Partial<PdfMark> = {}): PdfMark => ({
  kind: 'highlight',
  page,
  boxes: [[1000, 1000, 3000, 1200]],
  words,
  note: 'Claim',
  writer: null,
  at: null,
  colour: markerColour('amber'),
  ...said,
});

const wordsOf = (body: ReturnType<typeof bodyOf>, marks: readonly PdfMark[]) =>
  placeMarks(body, marks).map(({ ranges }) =>
    ranges.map(({ start, end }) => canonicalText(body).slice(start, end)),
  );

describe('a copied mark', () => {
  const ofLooks = labelSetOf(
    labelLookIds.map((look, at) => ({
      ...startingSet.of('claim'),
      id: labelIdSchema.parse(`018f0e7b-0000-7000-8000-00000000001${at}`),
      name: `Own ${look}`,
      look,
      key: labelKeys[at] ?? '9',
    })),
  );

  it.each(labelLookIds)('of the look %s has a colour that is taken for its label again', (look) => {
    const { all } = ofLooks;
    const id = ofLooks.named(`Own ${look}`)?.id;
    const retired = labelSetOf([
      ...all.filter(({ name }) => name.startsWith('Own')),
      ...startingSet.all.map((label) => ({ ...label, retiredAt: label.createdAt })),
    ]);
    for (const colour of [markerColour(look), frameColour(look)])
      expect(labelOfMark({ colour, note: '' }, retired)).toBe(id);
  });

  it('says its label and its part of the passage, which are no note when it is read', () => {
    for (const { id, name: labelName, look } of startingSet.all)
      for (const part of [
        { from: null, to: null },
        { from: 3, to: null },
        { from: 3, to: 5 },
      ])
        for (const note of ['', 'Since when?\nAsk the port.']) {
          const said = { note: sayCopiedMark(labelName, part, note), colour: markerColour(look) };
          expect(readCopiedMark(said)).toEqual({ labelName, note, ...part });
          expect(labelOfMark(said, startingSet)).toBe(id);
          expect(saidByMark({ ...said, writer: null }, startingSet)).toBe(note);
        }
  });

  it('keeps the name of a label that the archive has not', () => {
    const said = {
      note: sayCopiedMark('Red line', { from: null, to: null }, 'Why?'),
      colour: markerColour('teal'),
    };
    expect(saidByMark({ ...said, writer: null }, startingSet)).toBe(said.note);
  });

  it('is none where another program has written the same word in another colour', () => {
    expect(readCopiedMark({ note: 'Claim (Precis)', colour: '#ffff00' })).toBeNull();
    expect(readCopiedMark({ note: 'Claim', colour: markerColour('amber') })).toBeNull();
    expect(saidByMark({ note: 'Claim', colour: markerColour('amber'), writer: null }, startingSet)).toBe(
      'Claim',
    );
  });
});

describe('a passage that goes on over the page', () => {
  const body = bodyOf(printed('The strait is closed ', 1), printed('to tankers until May.', 2));
  const first = mark(1, 'is closed', { note: sayCopiedMark('Claim', { from: null, to: 2 }, 'Why?') });
  const second = mark(2, 'to tankers', { note: sayCopiedMark('Claim', { from: 1, to: null }, '') });

  it('is one passage again', () => {
    expect(wordsOf(body, [first, second])).toEqual([['is closed to tankers'], []]);
    expect(rowsOfMarks(body, [first, second]).map(({ words }) => words)).toEqual(['is closed to tankers']);
  });

  it('stays two passages where the marks are those of another program', () => {
    const others = [first, second].map((each) => ({ ...each, colour: '#ffff00' }));
    expect(rowsOfMarks(body, others).map(({ words }) => words)).toEqual(['is closed', 'to tankers']);
  });

  it('does not take the beginning of another passage', () => {
    const data = mark(2, 'until May', {
      note: sayCopiedMark('Data', { from: 1, to: null }, ''),
      colour: markerColour('green'),
    });
    expect(wordsOf(body, [first, data])).toEqual([['is closed'], ['until May']]);
  });
});

describe('the words of a mark', () => {
  it('are as few parts as can be, where others stand between them', () => {
    const body = bodyOf(
      printed('A bug report is a letter. The problem of the report is written by hand, so here’s a bug.', 1),
    );
    expect(wordsOf(body, [mark(1, 'The problem\nwritten by hand, so')])).toEqual([
      ['The problem', 'written by hand, so'],
    ]);
    expect(wordsOf(body, [mark(1, 'bug report is\nThe problem\nso here’s')])).toEqual([
      ['bug report is', 'The problem', 'so here’s'],
    ]);
  });

  it('that stand several times in a paragraph are those on the line of the mark', () => {
    const line = 'At noon the port is shut. '.padEnd(40, 'x');
    const body = bodyOf(printed(line.repeat(3), 1));
    const onLine = (at: number) =>
      mark(1, 'the port', { boxes: [[2600, 1010 + at * 200, 4200, 1180 + at * 200]] });
    const starts = placeMarks(body, [onLine(0), onLine(1), onLine(2)]).map(
      ({ ranges: [range] }) => range?.start,
    );
    expect(starts).toEqual([8, 48, 88]);
  });

  it('are whole words before half of others', () => {
    const body = bodyOf(printed('An unselected button and a selected button.', 1));
    expect(wordsOf(body, [mark(1, 'selected button')])).toEqual([['selected button']]);
  });
});

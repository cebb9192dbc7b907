import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interruptedQuotation } from '#domain/reading/interrupted-quotation.ts';
import { readingOf } from './reading-of.ts';

/** The parts of the quotation that holds `within`, which stands once in `paragraph`. */
const partsAround = (within: string, paragraph: string, language = 'en'): readonly string[] | null => {
  const reading = { ...readingOf('Before it. “Not this,” he said.', paragraph), language };
  const start = reading.text.indexOf(within);
  expect(start).toBeGreaterThan(-1);
  const parts = interruptedQuotation(reading, { start, end: start + within.length });
  return parts?.map((part) => reading.text.slice(part.start, part.end)) ?? null;
};

describe('an interrupted quotation', () => {
  it.each([
    ['after a comma and a full stop', '“We wait here,” he said. “They have not come.”'],
    [
      'by a described speaker',
      '“We wait here,” a senior port official told reporters. “They have not come.”',
    ],
    ['by a titled speaker', '“We wait here,” U.S. Secretary of State Ann Roe said. “They have not come.”'],
    ['by the verb first', '“We wait here,” said Ann Roe, the minister. “They have not come.”'],
    [
      'by a speaker with an apposition',
      '“We wait here,” Ann Roe, a port spokeswoman, said. “They have not come.”',
    ],
    [
      'with more than who speaks',
      '“We wait here,” Roe said ahead of Lee’s trip on Friday. “They have not come.”',
    ],
    ['after other sentences', 'Nobody came. “We wait here,” he said. “They have not come.” More.'],
    ['within dashes', '“We wait here” — he added — “They have not come.”'],
    ['after a question', '“We wait here?” he said. “They have not come.”'],
    ['with a straight mark', '"We wait here," the minister said. "They have not come."'],
    ['with single marks', '‘We wait here,’ said Mr. Roe. ‘They have not come.’'],
    ['with a comma behind its mark', '‘We wait here’, he said, ‘They have not come.’'],
  ])('is joined %s', (_, paragraph) => {
    const parts = ['We wait here', 'They have not come.'];
    expect(partsAround('wait', paragraph)?.map((part) => part.replace('?', ''))).toEqual(parts);
    expect(partsAround('not come', paragraph)).toHaveLength(2);
  });

  it('is joined in the middle of its sentence', () => {
    expect(partsAround('crews', '“The crews,” he said, “are still aboard.”')).toEqual([
      'The crews',
      'are still aboard.',
    ]);
  });

  it('may have three parts', () => {
    expect(partsAround('two', '“One,” he said. “Part two,” he added. “Part three.”')).toEqual([
      'Part two',
      'Part three.',
    ]);
    expect(partsAround('One', '“One,” he said, “and two.” “Three.”')).toEqual(['One', 'and two.']);
  });

  it.each([
    ['de', '„Wir warten“, sagte Roe, „und sehen zu.“', ['Wir warten', 'und sehen zu.']],
    ['fr', '« Nous attendons », a déclaré Mme Roe, « sans hâte. »', ['Nous attendons', 'sans hâte.']],
  ])('is joined in %s', (language, paragraph, parts) => {
    const [first = ''] = parts;
    expect(partsAround(first, paragraph.replaceAll('« ', '«\u00a0'), language)).toEqual(parts);
  });

  it.each([
    ['of two speakers', '“We wait here,” said Roe. “They left,” said Lee.'],
    ['of two speakers in one sentence', '“We wait here,” Roe said, “they left,” Lee replied.'],
    ['where another answers', '“We wait here,” Roe said, but Lee replied: “They left.”'],
    ['where a reporter asked', '“We wait here?” a reporter asked. “They left.”'],
    ['behind a colon', '“We wait here,” he said, adding: “They left.”'],
    ['behind "and"', '“We wait here,” he said, and “They left.”'],
    ['behind an object', '“We wait here,” he said of the “They left.”'],
    ['of a word quoted in passing', 'Lee called it “We wait here,” Roe said. “They left.”'],
    ['that ended in a full stop', '“We wait here.” Roe said. “They left.”'],
    ['with no verb of speech between', '“We wait here,” as the sign has it. “They left.”'],
    ['with nothing between', '“We wait here,” “They left.”'],
    ['with two sentences between', '“We wait here,” he said. He sat down. “They left.”'],
    [
      'with a tale between',
      `“We wait here,” he said ${'in the long hall by the sea '.repeat(7)}. “They left.”`,
    ],
    ['where the speaker is told something', '“We wait here,” he was told. “They left.”'],
    ['where he did not say it', '“We wait here,” he did not say. “They left.”'],
  ])('is not seen in two quotations %s', (_, paragraph) => {
    expect(partsAround('We wait here', paragraph)).toBeNull();
    expect(partsAround('left', paragraph)).toBeNull();
  });

  it('is asked for within a quotation alone', () => {
    expect(partsAround('an official', '“A thing,” an official said. “Another.”')).toBeNull();
  });

  it('never goes over a paragraph, and its parts are quoted, in order and apart, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '“We wait,” ',
        'he said. ',
        '“They left.” ',
        'said Roe, ',
        '‘No,’ ',
        '"',
        '”',
        '“',
        '\n',
        'and ',
        '— ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.nat(60), (pieces, at) => {
        const reading = readingOf(...pieces.join('').split('\n'));
        const start = Math.min(at, Math.max(0, reading.text.length - 1));
        const parts = interruptedQuotation(reading, { start, end: start + 1 }) ?? [];
        parts.forEach((part, index) => {
          expect(part.start).toBeGreaterThanOrEqual(parts[index - 1]?.end ?? 0);
          expect(part.end).toBeGreaterThan(part.start);
          expect(reading.text.slice(part.start, part.end)).not.toContain('\n');
        });
        expect(parts.length).not.toBe(1);
      }),
    );
  });
});

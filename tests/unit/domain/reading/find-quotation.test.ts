import { describe, expect, it } from 'vitest';
import { nextQuotation } from '#domain/reading/find-quotation.ts';
import { readingOf } from './reading-of.ts';

/** Every quotation, in the order in which they are come by; the parts of an interrupted one together. */
const quotations = (...paragraphs: readonly string[]): readonly string[] => {
  const reading = readingOf(...paragraphs);
  const found: string[] = [];
  for (let from = 0; ; ) {
    const parts = nextQuotation(reading, from);
    const last = parts.at(-1);
    if (last === undefined) return found;
    found.push(parts.map(({ start, end }) => reading.text.slice(start, end)).join(' … '));
    from = last.end;
  }
};

describe('going from quotation to quotation', () => {
  it('gives what is said, without marks and without the comma that leads over', () => {
    expect(
      quotations(
        'He called it “early” and “too early, perhaps”.',
        'Nothing here.',
        '“We wait,” she said. Il a dit «\u00a0pas encore\u00a0».',
        'The paper wrote of a ‘red line’ in the workers’ hall.',
      ),
    ).toEqual(['early', 'too early, perhaps', 'We wait', 'pas encore', 'red line']);
  });

  it('gives all parts of a quotation that was interrupted at once', () => {
    expect(quotations('“We see them,” an official said. “They have not stopped.” Then: “No.”')).toEqual([
      'We see them … They have not stopped.',
      'No.',
    ]);
  });

  it('takes nothing that stands before the cursor', () => {
    const reading = readingOf('“We see them,” an official said. “They have not stopped.”');
    const parts = nextQuotation(reading, reading.text.indexOf('an official'));
    expect(parts.map(({ start, end }) => reading.text.slice(start, end))).toEqual(['They have not stopped.']);
  });

  it('finds nothing behind the last', () => {
    const reading = readingOf('“One” only.');
    expect(nextQuotation(reading, reading.text.length)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { nextQuotation } from '#domain/reading/find-quotation.ts';
import { readingOf } from './reading-of.ts';

/** Every quotation, in the order in which they are come by. */
const quotations = (...paragraphs: readonly string[]): readonly string[] => {
  const reading = readingOf(...paragraphs);
  const found: string[] = [];
  for (let from = 0; ; ) {
    const next = nextQuotation(reading, from);
    if (next === null) return found;
    found.push(reading.text.slice(next.start, next.end));
    from = next.end;
  }
};

describe('going from quotation to quotation', () => {
  it('gives what is said, without marks and without the comma that leads over', () => {
    expect(
      quotations(
        'He called it “early” and “too early, perhaps”.',
        'Nothing here.',
        '“We wait,” she said. Il a dit «\u00a0pas encore\u00a0».',
      ),
    ).toEqual(['early', 'too early, perhaps', 'We wait', 'pas encore']);
  });

  it('gives each part of a quotation that was interrupted', () => {
    expect(quotations('“We see them,” an official said. “They have not stopped.”')).toEqual([
      'We see them',
      'They have not stopped.',
    ]);
  });

  it('finds nothing behind the last', () => {
    const reading = readingOf('“One” only.');
    expect(nextQuotation(reading, reading.text.length)).toBeNull();
  });
});

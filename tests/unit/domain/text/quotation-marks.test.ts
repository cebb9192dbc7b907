import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasOwnMarks, inQuotationMarks, nestQuotationMarks } from '#domain/text/quotation-marks.ts';

describe('quotation marks within a quotation', () => {
  it.each([
    ['she said “no” twice', 'she said ‘no’ twice'],
    ['she said “he called it ‘absurd’ again” twice', 'she said ‘he called it “absurd” again’ twice'],
    ['she said "no" twice', 'she said ‘no’ twice'],
    ['he called it ‘absurd’ again', 'he called it ‘absurd’ again'],
    ['‘He called it “absurd” again’', '‘He called it “absurd” again’'],
    ['a 5" gun, "new" and 6" long', 'a 5" gun, ‘new’ and 6" long'],
    ['in the middle," she said', 'in the middle,’ she said'],
    ['it’s the firms’ own “choice”', 'it’s the firms’ own ‘choice’'],
    ['a quote that ends in the middle,” she said', 'a quote that ends in the middle,’ she said'],
    ['er sagte „nein“ und ging', 'er sagte „nein“ und ging'],
    ['il a dit « non »', 'il a dit « non »'],
    ['nothing to change', 'nothing to change'],
  ])('%s becomes %s', (quote, nested) => {
    expect(nestQuotationMarks(quote)).toBe(nested);
  });

  it('changes nothing but quotation marks, and never the length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '“', '”', '‘', '’', '"', "'", '„', '😀') }),
        (quote) => {
          const nested = nestQuotationMarks(quote);
          const marks = /[“”‘’"']/gu;
          expect(nested).toHaveLength(quote.length);
          expect(nested.replace(marks, '')).toBe(quote.replace(marks, ''));
        },
      ),
    );
  });

  it.each([
    ['“We’re prepared to act.”', true],
    ['"We are prepared."', true],
    ['“closed by an editor’s slip. “', true],
    ['‘We don’t act.’', true],
    ['„Wir warten.“', true],
    ['«On attend.»', true],
    ['‘one’ and ‘two’', false],
    ['“one” and “two”', false],
    ['an “inner” one', false],
    ['“unclosed', false],
    ['plain words', false],
  ])('%s stands between its own marks: %s', (quote, has) => {
    expect(hasOwnMarks(quote)).toBe(has);
  });

  it.each([
    ['We see it', '“We see it”'],
    ['“We see… base,” Blinken said.', '“‘We see… base,’ Blinken said.”'],
    ['“We see it.”', '“We see it.”'],
    ['Envoy says “no”', '“Envoy says ‘no’”'],
  ])('%s is shown as %s, with no mark doubled', (words, shown) => {
    expect(inQuotationMarks(words)).toBe(shown);
  });

  it('never stands two marks of one kind side by side that the words have not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('“We see it,” he said', 'it’s', '‘no’', '"yes"', 'and', '“so it is”')),
        (parts) => {
          const shown = inQuotationMarks(parts.join(' '));
          expect(shown).not.toMatch(/““|””/u);
        },
      ),
    );
  });
});

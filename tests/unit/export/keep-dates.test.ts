import { describe, expect, it } from 'vitest';
import { printDay } from '#domain/memo/print/print-date.ts';
import { printedLanguages, wordsFor } from '#domain/memo/print/printed-words.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { keepDates, keepDays, keepNumber } from '#electron/export/keep-dates.ts';

describe('a date on paper', () => {
  it.each(printedLanguages)('is not parted where Precis prints it: %s', (language) => {
    const words = wordsFor(language);
    for (const day of ['2024-04-19', '2024-05-01']) {
      const printed = printDay(calendarDateSchema.parse(day), words);
      expect(keepDates(printed, words).replaceAll('\u00A0', ' ')).toBe(printed);
      expect(keepDates(printed, words).replace(/ (?:г|р)\.$/u, '')).not.toContain(' ');
    }
  });

  it('keeps the day with its month where an analyst wrote it, and lets the year go', () => {
    const english = wordsFor('en');
    expect(keepDays('Seen on 19 April 2024 and on 3 May.', english)).toBe(
      'Seen on 19\u00A0April 2024 and on 3\u00A0May.',
    );
    expect(keepDays('In 2024 Mayors met, 119 Mayday calls.', english)).toBe(
      'In 2024 Mayors met, 119 Mayday calls.',
    );
    expect(keepDays('Le 1er mai 2024', wordsFor('fr'))).toBe('Le 1er\u00A0mai 2024');
    expect(keepDays('el 24 de abril de 2024', wordsFor('es'))).toBe('el 24\u00A0de\u00A0abril de 2024');
    expect(keepDays('am 3. Mai 2024', wordsFor('de'))).toBe('am 3.\u00A0Mai 2024');
  });

  it('keeps the number of a cross reference with its word, and lets a heading break', () => {
    expect(keepNumber({ text: 'Judgement 2', to: 'judgement' })).toBe('Judgement\u00A02');
    expect(keepNumber({ text: 'How it came about', to: 'section' })).toBe('How it came about');
  });
});

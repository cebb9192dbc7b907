import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WhenContext } from '#domain/dates/when/date-parts.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { readWhen } from '#domain/dates/when/read-when.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { anyWhen } from '../../../../support/dates/any-when.ts';

/** A Monday. */
const context: WhenContext = {
  published: calendarDateSchema.parse('2024-04-22'),
  today: calendarDateSchema.parse('2026-12-01'),
};
const read = (typed: string): string | null => readWhen(typed, context);

describe('when something was, as a person types it', () => {
  it.each([
    ['19 April 2024', '2024-04-19'],
    ['April 19, 2024', '2024-04-19'],
    ['Friday 19 April', '2024-04-19'],
    ['19.04.2024', '2024-04-19'],
    ['12.06.2026', '2026-06-12'],
    ['2024-04-19', '2024-04-19'],
    ['May 2024', '2024-05'],
    ['about 2019', '2019~'],
    ['perhaps 3 May', '2024-05-03?'],
    ['perhaps about 3 May', '2024-05-03%'],
    ['early May', '2024-05-01~/2024-05-10~'],
    ['mid-May 2023', '2023-05-11~/2023-05-20~'],
    ['end of February 2024', '2024-02-21~/2024-02-29~'],
    ['late 2024', '2024-09~/2024-12~'],
    ['24–26 April', '2024-04-24/2024-04-26'],
    ['24-26 April 2024', '2024-04-24/2024-04-26'],
    ['April 24-26, 2024', '2024-04-24/2024-04-26'],
    ['from 29 April to 3 May', '2024-04-29/2024-05-03'],
    ['28 December–3 January', '2023-12-28/2024-01-03'],
    ['December–January 2024', '2023-12/2024-01'],
    ['before 10 May', '[..2024-05-09]'],
    ['by 10 May', '[..2024-05-10]'],
    ['before 2019', '[..2018]'],
    ['after April 2024', '[2024-05..]'],
    ['since March', '2024-03/..'],
    ['until June 2024', '../2024-06'],
    ['between 1 and 10 May', '[2024-05-01..2024-05-10]'],
    ['18 or 19 April', '[2024-04-18,2024-04-19]'],
    ['spring 2023', '2023-21'],
    ['the 2010s', '201X'],
    ['yesterday', '2024-04-21'],
    ['on Friday', '2024-04-19'],
    ['Monday', '2024-04-22'],
    ['three days ago', '2024-04-19'],
    ['two months ago', '2024-02~'],
    ['last week', '2024-04-15/2024-04-21'],
    ['last month', '2024-03'],
    ['45 BC', '-0044'],
    ['AD 44', '0044'],
    ['15 March 44 AD', '0044-03-15'],
    ['12024', 'Y12024'],
    ['170000003 BC', 'Y-170000002'],
    ['a day in May 2024', '2024-05-XX'],
    ['a day in 2024', '2024-XX-XX'],
    ['a month of 2024', '2024-XX'],
    ['a year in 1900–1999', '19XX'],
    ['May 2024 to an unknown date', '2024-05/'],
    ['an unknown date to May 2024', '/2024-05'],
  ])('in English: %s', (typed, expected) => expect(read(typed)).toBe(expected));

  const may = '2024-05-01~/2024-05-10~';
  const span = '2024-04-24/2024-04-26';
  const between = '[2024-05-01..2024-05-10]';
  it.each([
    [
      'de',
      'Anfang Mai',
      'vom 24. bis 26. April',
      'etwa 2019',
      'zwischen 1. und 10. Mai',
      'vorgestern',
      'vor drei Tagen',
    ],
    [
      'fr',
      'début mai',
      'du 24 au 26 avril',
      'vers 2019',
      'entre le 1er et le 10 mai',
      'avant-hier',
      'il y a trois jours',
    ],
    [
      'es',
      'principios de mayo',
      'del 24 al 26 de abril',
      'hacia 2019',
      'entre el 1 y el 10 de mayo',
      'anteayer',
      'hace tres días',
    ],
    [
      'it',
      'inizio maggio',
      'dal 24 al 26 aprile',
      'circa 2019',
      'tra il 1 e il 10 maggio',
      "l'altro ieri",
      'tre giorni fa',
    ],
    [
      'nl',
      'begin mei',
      'van 24 tot 26 april',
      'omstreeks 2019',
      'tussen 1 en 10 mei',
      'eergisteren',
      'drie dagen geleden',
    ],
    [
      'pt',
      'início de maio',
      'de 24 a 26 de abril',
      'cerca de 2019',
      'entre 1 e 10 de maio',
      'anteontem',
      'há três dias',
    ],
  ])('in %s', (_, ...typed) =>
    expect(typed.map(read)).toEqual([may, span, '2019~', between, '2024-04-20', '2024-04-19']),
  );

  it('takes the year that is nearest to the article, and the last one where the article has no date', () => {
    expect(readWhen('28 December', context)).toBe('2023-12-28');
    expect(readWhen('2 January', { ...context, published: null })).toBe('2026-01-02');
  });

  it.each([
    'hello',
    'may be',
    'in 2 weeks',
    '1',
    '',
    ' ',
    '30 February 2024',
    'may 35',
    'between 1 and',
    '24–',
    'x'.repeat(500),
  ])('is not read where it is none, or says too little: %s', (typed) => expect(read(typed)).toBeNull());

  it('is read as something that can be kept, or not at all, whatever is typed', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              'early',
              'about',
              'before',
              'May',
              '24',
              '–',
              'April',
              '2024',
              'vor',
              'le',
              'entre',
              'a',
              'and',
              '/',
            ),
            fc.string({ maxLength: 5 }),
          ),
          { maxLength: 8 },
        ),
        (words) => {
          const found = read(words.join(' '));
          if (found !== null) expect(edtfSchema.safeParse(found).success).toBe(true);
        },
      ),
      { numRuns: 1000 },
    ));
});

describe('when something was, in words', () => {
  it.each([
    ['2024-04-19', '19 April 2024', 'Fri 19 Apr'],
    ['2024-04-24/2024-04-26', '24–26 April 2024', '24–26 Apr'],
    ['2024-04-29/2024-05-03', '29 April–3 May 2024', '29 Apr–3 May'],
    ['2023-12-29/2024-01-03', '29 December 2023–3 January 2024', '29 Dec 2023–3 Jan'],
    ['2024-05-01~/2024-05-10~', 'early May 2024', 'early May'],
    ['[..2024-05-10]', 'by 10 May 2024', 'by 10 May'],
    ['[..2018]', 'before 2019', 'before 2019'],
    ['[2024-05-10..]', 'on or after 10 May 2024', 'on or after 10 May'],
    ['[2024-04-18,2024-04-19]', '18 or 19 April 2024', '18 or 19 Apr'],
    ['2019~', 'about 2019', 'about 2019'],
    ['1985-04-XX', 'a day in April 1985', 'a day in Apr 1985'],
    ['2024/', '2024 to an unknown date', '2024 to ?'],
    ['2001-21', 'spring 2001', 'spring 2001'],
    ['19XX', 'a year in 1900–1999', 'a year in 1900–1999'],
  ])('says what is known: %s', (text, long, short) => {
    expect(printWhen(text)).toBe(long);
    expect(printWhen(text, { isShort: true, hasWeekday: true, year: 2024 })).toBe(short);
  });

  it('is read again as what it was', () =>
    fc.assert(
      fc.property(anyWhen, (text) => {
        const said = printWhen(text);
        expect(printWhen(read(said) ?? said)).toBe(said);
        expect(read(said)).not.toBeNull();
      }),
      { numRuns: 2000 },
    ));
});

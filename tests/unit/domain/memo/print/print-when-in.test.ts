/** Dates of events in the language of a memo: every kind of EDTF, in every language that has a table. */
import { describe, expect, it } from 'vitest';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { printEventDate } from '#domain/event/print-event-date.ts';
import { printedLanguages } from '#domain/memo/print/printed-words.ts';
import { chronologyWords, eventWordsFor } from '#domain/memo/print/when/print-when-in.ts';

const kinds = [
  ...[
    '2024-04-19',
    '2024-05',
    '2024',
    '2024-22',
    '201X',
    '19XX',
    '-0044',
    '2024-05-XX',
    '2024-XX',
    '2024-XX-XX',
  ],
  ...['2019~', '2024-05?', '2024-05-03%', '2024-05-01~/2024-05-10~', '2024-05~/2024-08~'],
  ...['2024-04-24/2024-04-26', '2024-04-30/2024-05-02', '2023-12-30/2024-01-02', '2023/2024'],
  ...['2024-05/..', '../2024-05', '2024-05/', '/2024-05', '[2024-05-01..2024-05-10]', '[..2024-05-10]'],
  ...['[2024-05..]', '[2024-04-18,2024-04-19]'],
].map((date) => edtfSchema.parse(date));

const languages = printedLanguages.filter((language) => language !== 'en');

describe.each(languages)('a date of an event in %s', (language) => {
  const { when } = eventWordsFor(language);

  it('says each kind of date in words of its own, with its year, and none like another', () => {
    const printed = kinds.map((date) => when(date));
    expect(new Set(printed).size).toBe(kinds.length);
    for (const [at, text] of printed.entries()) {
      expect(text).not.toMatch(/undefined|null|\s{2}|[A-Za-z]*\$\{/u);
      expect(text).toMatch(kinds[at]?.startsWith('-') ? /45/u : /\d{4}/u);
      // A year alone is the same everywhere.
      if (kinds[at] !== '2024') expect(text).not.toBe(printWhen(kinds[at] ?? ''));
    }
  });

  it('has heads, and says what is inferred and which other dates are given', () => {
    expect(Object.values(chronologyWords(language)).every((word) => word.length > 0)).toBe(true);
    const [date, other] = [edtfSchema.parse('2024-04-19'), edtfSchema.parse('2024-04-18')];
    const text = printEventDate({ date, isInferred: true, contested: [other] }, eventWordsFor(language));
    expect(text).toContain(when(date));
    expect(text).toContain(when(other));
    expect(text).not.toContain('inferred');
  });
});

it.each([
  ['de', '2024-05-01~/2024-05-10~', 'Anfang Mai 2024'],
  ['de', '2019~', 'etwa 2019'],
  ['de', '2024-04-24/2024-04-26', '24. bis 26. April 2024'],
  ['fr', '[..2024-05-10]', 'au plus tard le 10 mai 2024'],
  ['es', '2024-22', 'verano de 2024'],
  ['ru', '2024-05', 'май 2024 г.'],
  ['ru', '[..2024-05]', 'не позднее мая 2024 г.'],
  ['pl', '2024-05~/2024-08~', 'połowa 2024'],
  ['uk', '2024-05/..', 'від травня 2024 р.'],
  ['zh', '2024-05-11~/2024-05-20~', '2024年5月中旬'],
  ['zh', '-0044', '公元前45年'],
  ['ar', '2024-05-21~/2024-05-31~', 'أواخر مايو 2024'],
  ['he', '2024-04-24/2024-04-26', '24 עד 26 באפריל 2024'],
])('prints in %s %s as “%s”', (language, date, printed) => {
  expect(eventWordsFor(language).when(date)).toBe(printed);
});

it('prints in English as the window does, and so in a language without a table', () => {
  for (const date of kinds)
    expect([eventWordsFor('en-US').when(date), eventWordsFor('fi').when(date)]).toEqual([
      printWhen(date),
      printWhen(date),
    ]);
});

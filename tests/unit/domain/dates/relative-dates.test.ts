import { describe, expect, it } from 'vitest';
import type { DateSpan } from '#domain/dates/date-span.ts';
import { findRelativeDates } from '#domain/dates/find-relative-dates.ts';
import { resolveDate } from '#domain/dates/resolve-date.ts';
import { statedDateSchema } from '#domain/time.ts';

const MONDAY = '2024-04-22';

const wordSpan = ({ unit, first, last }: DateSpan): string => {
  const lengths = { day: 10, month: 7, year: 4, days: 0, months: 0, week: 0, quarter: 0 };
  return lengths[unit] > 0 ? first.slice(0, lengths[unit]) : `${first}/${last}`;
};

/** What each relative date of the text means: "Wednesday = 2024-04-24", with "~" or "?" where it is not sure. */
const read = (text: string, published: string = MONDAY, language = 'en'): readonly string[] =>
  findRelativeDates(text, language).map((date) => {
    const publishedAt = statedDateSchema.parse(published);
    const resolved = resolveDate(date, { publishedAt, dateCertainty: 'stated' });
    const sign = { exact: '', approximate: '~', unclear: '?' }[resolved?.certainty ?? 'unclear'];
    return `${text.slice(date.start, date.end)} = ${sign}${resolved?.candidates.map(wordSpan).join(' or ')}`;
  });

const both = '?2024-04-17 or 2024-04-24';

describe('a weekday', () => {
  it.each([
    ['Officials will arrive on Wednesday.', 'Wednesday = 2024-04-24'],
    ['The minister said on Wednesday that it was over.', 'Wednesday = 2024-04-17'],
    ['Wednesday morning, the minister said it was over.', 'Wednesday morning = 2024-04-17'],
    ['He told reporters Friday that talks had failed.', 'Friday = 2024-04-19'],
    ['His three-day trip starting Wednesday comes after the approval.', 'Wednesday = 2024-04-24'],
    ['The trip runs to Friday, according to the department.', 'Friday = 2024-04-26'],
    ['The trip is expected to begin on Thursday.', 'Thursday = 2024-04-25'],
    ['The bill will be signed Wednesday.', 'Wednesday = 2024-04-24'],
    ['Officials said he will arrive on Wednesday.', 'Wednesday = 2024-04-24'],
    ['Officials said Wednesday that he will arrive in May.', 'Wednesday = 2024-04-17'],
    ['He was arrested on Wednesday and will appear in court.', 'Wednesday = 2024-04-17'],
    ['She has been in hospital since Thursday.', 'Thursday = 2024-04-18'],
    ['On Wednesday, he will fly to Shanghai.', 'Wednesday = 2024-04-24'],
    ['Strikes that killed four people on Saturday', 'Saturday = 2024-04-20'],
    ['“We act,” he said Sunday.', 'Sunday = 2024-04-21'],
    ['The ministers are meeting on Wednesday.', 'Wednesday = 2024-04-24'],
    ['A meeting on Wednesday will discuss it.', 'Wednesday = 2024-04-24'],
    ['They held talks on Wednesday.', 'Wednesday = 2024-04-17'],
    ['He said in a statement on Wednesday that all was well.', 'Wednesday = 2024-04-17'],
    ['The ship was hit by a drone in the strait on Wednesday.', 'Wednesday = 2024-04-17'],
    ['Lawmakers, who voted for the bill, will return Wednesday.', 'Wednesday = 2024-04-24'],
  ])('is told by its verb: %s', (text, expected) => expect(read(text)[0]).toBe(expected));

  it.each([
    'A strike on Wednesday.',
    'Wednesday’s vote was put off.',
    'He said he would resign on Wednesday.',
    'They agreed to meet on Wednesday.',
    'He was expected to arrive on Wednesday.',
    'Talks planned for Wednesday will go ahead.',
    'The court will hear charged men Wednesday.',
    'He said the meeting of the council on Wednesday would go ahead.',
    'He said last week that a strike on Wednesday was not ruled out.',
    'The meeting on Wednesday was put off.',
    'He said he was leaving on Wednesday.',
    'They discussed the vote on Wednesday.',
  ])('is both where the verb leaves it open: %s', (text) => expect(read(text).at(-1)).toMatch(`= ${both}`));

  it.each([
    ['They met on Monday.', 'Monday = 2024-04-22'],
    ['They will meet on Monday.', 'Monday = ?2024-04-22 or 2024-04-29'],
    ['He said so last Wednesday.', 'last Wednesday = 2024-04-17'],
    ['They will meet next Wednesday.', 'next Wednesday = ?2024-04-24 or 2024-05-01'],
    ['They will meet this Wednesday.', 'this Wednesday = 2024-04-24'],
  ])('of the day itself, or with a pointer: %s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('with "last" is one of two where it stands in this week too', () => {
    expect(read('He said so last Wednesday.', '2024-04-26')).toEqual([
      'last Wednesday = ?2024-04-17 or 2024-04-24',
    ]);
  });
});

describe('a day near publication', () => {
  it.each([
    ['They met yesterday.', 'yesterday = 2024-04-21'],
    ['Today, they meet.', 'Today = 2024-04-22'],
    ['They will meet the day after tomorrow.', 'the day after tomorrow = 2024-04-24'],
    ['It began this morning.', 'this morning = 2024-04-22'],
    ['It began three days ago.', 'three days ago = 2024-04-19'],
    ['It began about 10 days ago.', 'about 10 days ago = ~2024-04-12'],
    ['It will begin in three days.', 'in three days = 2024-04-25'],
    ['He said: “We met yesterday.”', 'yesterday = ~2024-04-21'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('a week, month, quarter or year', () => {
  it.each([
    ['He will head to Beijing this week.', 'this week = 2024-04-22/2024-04-28'],
    ['It met late last week.', 'late last week = ~2024-04-15/2024-04-21'],
    ['It began two weeks ago.', 'two weeks ago = ~2024-04-08/2024-04-14'],
    ['It began a month ago.', 'a month ago = ~2024-03'],
    ['It began this month.', 'this month = 2024-04'],
    ['It ended last year.', 'last year = 2023'],
    ['It will end next year.', 'next year = 2025'],
    ['It began earlier this month.', 'earlier this month = ~2024-04-01/2024-04-22'],
    ['It will end later this year.', 'later this year = ~2024-04-22/2024-12-31'],
    ['It will end by the end of the month.', 'the end of the month = ~2024-04-30'],
    ['It began at the beginning of last year.', 'the beginning of last year = ~2023-01-01'],
    ['Sales fell last quarter.', 'last quarter = ~2024-01-01/2024-03-31'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('is of two weeks where a paper of Sunday speaks', () => {
    expect(read('They met this week.', '2024-04-21')).toEqual([
      'this week = ?2024-04-15/2024-04-21 or 2024-04-22/2024-04-28',
    ]);
  });
});

describe('a month or a day of it without a year', () => {
  it.each([
    ['It will open on 25 April.', '25 April = 2024-04-25'],
    ['It opened on April 2nd.', 'April 2nd = 2024-04-02'],
    ['It opened on Feb. 2.', 'Feb. 2 = 2024-02-02'],
    ['The talks of 3–5 April', '3–5 April = 2024-04-03/2024-04-05'],
    ['He arrived in April.', 'April = 2024-04'],
    ['He arrived in early March.', 'early March = ~2024-03'],
    ['He arrived in December.', 'December = 2023-12'],
    ['It will open on Wednesday, April 24.', 'Wednesday, April 24 = 2024-04-24'],
    ['It happened last December.', 'last December = 2023-12'],
    ['It happened last February.', 'last February = ?2023-02 or 2024-02'],
    ['In 2022 the war began on February 24.', 'February 24 = ?2022-02-24 or 2024-02-24'],
    ['The fair in November', 'November = ?2023-11 or 2024-11'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('is of the nearer year around New Year', () => {
    expect(read('They will meet on 3 January.', '2024-12-28')).toEqual(['3 January = 2025-01-03']);
  });
});

describe('a number that begins a sentence', () => {
  it.each([
    ['Three days ago it began.', 'Three days ago = 2024-04-19'],
    ['Two weeks ago it began.', 'Two weeks ago = ~2024-04-08/2024-04-14'],
    ['A year ago it began.', 'A year ago = ~2023'],
    ['About 10 days ago it began.', 'About 10 days ago = ~2024-04-12'],
    ['Nearly three days ago it began.', 'Nearly three days ago = ~2024-04-19'],
    ['It was late. Twelve days ago it began.', 'Twelve days ago = 2024-04-10'],
  ])('counts: %s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('a year of any age', () => {
  it.each([
    'Columbus landed on 12 October 1492.',
    'It was signed on October 14, 1066, near Hastings.',
    'It was won on 21 October 1805 off the cape.',
    'He was killed on 15 March 44 BC.',
    'It erupted on 24 August AD 79, on 24 August 79 AD.',
    'He was born on 3 May ’98 and on 3 May 1899.',
    'It fell in October 1492, in October of 1492 and in late October 987.',
    'It will be on 1 January 2100.',
    'On 4 July 1776 it was declared.',
  ])('makes a date of its own: %s', (text) => expect(read(text, '2015-10-01')).toEqual([]));

  it('may be named elsewhere in the sentence', () => {
    expect(read('In 1492 Columbus landed on 12 October.', '2015-10-20')).toEqual([
      '12 October = ?1492-10-12 or 2015-10-12',
    ]);
    expect(read('They sent 1500 ships on 12 October.', '2015-10-20')).toEqual(['12 October = 2015-10-12']);
  });
});

describe('“today”', () => {
  it.each([
    'They met today.',
    'The minister said today that it was over.',
    'He will meet her today.',
    'The ministers are meeting today.',
    'The ministers have today agreed.',
    'The report is expected today.',
    'The talks are due to begin today.',
    'Today the court ruled against him.',
    'Earlier today there is talk of a ban.',
    'He is in Berlin today at 3 p.m.',
    'As of today it is law.',
    'The parliament meets today in Rome.',
    'The strike began today.',
    '“We met today,” she said.',
    'The meeting in Geneva today',
  ])('is a day in: %s', (text) =>
    expect(read(text).map((each) => each.replace(/ = .*/, '').toLowerCase())).toEqual(['today']),
  );

  it.each([
    'Most people live in cities today.',
    'Today, most people live in cities.',
    'Today there are eight billion of us.',
    'The city is today a ruin.',
    'It became what it is today.',
    'Europe today is not what it was.',
    'Even today nobody knows.',
    'The leaders of today were children then.',
    'It is larger than today.',
    'From Roman times to today it was a port.',
    'The threats that Europe faces today were foreseen.',
    'It matters today more than ever.',
    'The firm today employs 300 people.',
    'China today has the largest fleet.',
    'The building today houses a school.',
    'Still today he is revered.',
    'There are more of them today.',
    'The party has fewer members today.',
    'Women today earn more.',
    'The world today is another.',
  ])('is no day in: %s', (text) => expect(read(text)).toEqual([]));
});

describe('“this year” around New Year', () => {
  it.each([
    ['It was the hottest this year.', '2024-01-03', 'this year = ?2023 or 2024'],
    ['Sales this year', '2024-01-03', 'this year = ?2023 or 2024'],
    ['It will grow this year.', '2024-01-03', 'this year = 2024'],
    ['It is expected to grow this year.', '2024-01-03', 'this year = 2024'],
    ['It began earlier this year.', '2024-01-03', 'earlier this year = ?2023 or 2024-01-01/2024-01-03'],
    ['It will end later this year.', '2024-01-03', 'later this year = ~2024-01-03/2024-12-31'],
    ['It was the hottest this year.', '2024-01-15', 'this year = 2024'],
    ['It was the hottest this year.', '2023-12-31', 'this year = 2023'],
    ['It ended last year.', '2024-01-03', 'last year = 2023'],
  ])('%s (%s)', (text, published, expected) => expect(read(text, published)).toEqual([expected]));
});

describe('what only looks like a date', () => {
  it.each([
    'They may march. May he sun himself for a second? March on!',
    'The Sun and the Sat phone; Theresa May and April Smith',
    'He was criticised by May. March Madness.',
    'The Sunday Times, the Mail on Sunday and Good Friday',
    'Every Wednesday and on Wednesdays',
    'On Wednesday, April 24, 2024, and in April 2024, and 22 April 2024',
    'USA Today and today’s world',
    'The last week of the war; over the last year; the past week',
    'It was built in three days.',
    'It took more than two years ago',
    'The following Wednesday and a week from Wednesday',
    'Monday-Friday, Wednesday week',
    'He ran 22 Marches in a mid-Marchfield',
    'April 2.5 and May 5% and 40 April',
    'monday, wednesday, april',
  ])('is passed over: %s', (text) => expect(read(text)).toEqual([]));

  it('is passed over in a language that is not English', () => {
    expect(findRelativeDates('He said on Wednesday', 'de')).toEqual([]);
    expect(findRelativeDates('He said on Wednesday', null)).toEqual([]);
    expect(findRelativeDates('He said on Wednesday', 'en-GB')).toHaveLength(1);
  });
});

describe('a weekend', () => {
  it.each([
    [
      'Fighting went on over the weekend, officials said.',
      MONDAY,
      'over the weekend = 2024-04-20/2024-04-21',
    ],
    ['They will meet at the weekend.', MONDAY, 'at the weekend = 2024-04-27/2024-04-28'],
    ['The talks this weekend.', MONDAY, 'this weekend = ?2024-04-20/2024-04-21 or 2024-04-27/2024-04-28'],
    ['Thousands marched last weekend.', '2024-04-25', 'last weekend = 2024-04-20/2024-04-21'],
    ['Thousands marched last weekend.', '2024-04-28', 'last weekend = 2024-04-20/2024-04-21'],
    ['Thousands marched this weekend.', '2024-04-28', 'this weekend = 2024-04-27/2024-04-28'],
    [
      'It will vote next weekend.',
      '2024-04-24',
      'next weekend = ?2024-04-27/2024-04-28 or 2024-05-04/2024-05-05',
    ],
    ['It will vote next weekend.', '2024-04-27', 'next weekend = 2024-05-04/2024-05-05'],
  ])('is a Saturday and its Sunday: %s (%s)', (text, published, expected) =>
    expect(read(text, published)).toEqual([expected]),
  );

  it.each(['They meet every weekend.', 'Weekend talks failed.', 'On previous weekends they met.'])(
    'is none that comes again, or is of no one: %s',
    (text) => expect(read(text)).toEqual([]),
  );
});

describe('a part of a year', () => {
  it.each([
    [
      'Exports fell in the first quarter of this year.',
      'the first quarter of this year = ~2024-01-01/2024-03-31',
    ],
    [
      'Exports fell in the last quarter of last year.',
      'the last quarter of last year = ~2023-10-01/2023-12-31',
    ],
    ['The second half of the year will be worse.', 'The second half of the year = ~2024-07-01/2024-12-31'],
  ])('is of the calendar, and approximate: %s', (text, expected) => expect(read(text)).toContain(expected));

  it.each([
    'He scored in the third quarter.',
    'In the third half of the year nothing happened.',
    'It spent the first half of last year’s budget.',
    'In the first quarter of 2024 exports fell.',
    'The current financial year ends soon.',
  ])('is none where the words say no year, another thing, or a year that is not the calendar’s: %s', (text) =>
    expect(read(text).filter((each) => /quarter|half|financial/.test(each))).toEqual([]),
  );
});

describe('a season', () => {
  it.each([
    ['They will vote this summer.', 'en-US', 'this summer = ~2024-06-01/2024-08-31'],
    ['They will vote this summer.', 'en-AU', 'this summer = ~2024-12-01/2025-02-28'],
    ['Rain fell last winter.', 'en-GB', 'last winter = ~2023-12-01/2024-02-29'],
    ['It begins next autumn.', 'en-GB', 'next autumn = ~2024-09-01/2024-11-30'],
    ['It begins next fall.', 'en-CA', 'next fall = ~2024-09-01/2024-11-30'],
    ['They voted last spring.', 'en', 'last spring = ?2023-03-01/2023-05-31 or 2023-09-01/2023-11-30'],
  ])(
    'is three whole months of the hemisphere that the language names, else of both: %s (%s)',
    (text, language, expected) => expect(read(text, MONDAY, language)).toEqual([expected]),
  );

  it('that has just ended may be it or the one a year before', () => {
    expect(read('Tourists came last summer.', '2024-10-02', 'en-GB')).toEqual([
      'last summer = ?2023-06-01/2023-08-31 or 2024-06-01/2024-08-31',
    ]);
  });

  it.each([
    'There was this fall in prices.',
    'Classes of this summer semester were cut.',
    'In summer it rains.',
  ])('is none where the word means another thing: %s', (text) => expect(read(text)).toEqual([]));
});

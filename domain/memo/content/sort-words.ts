/**
 * The sort order of the words of a column: numbers by size, dates by time, words by the language. A column counts
 * as numbers or dates where all its non-empty cells are; empty cells come last.
 */

const monthsOf = (language: string): readonly string[] =>
  [language, 'en'].flatMap((each) =>
    (['long', 'short'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, at) =>
        new Intl.DateTimeFormat(each, { month, timeZone: 'UTC' })
          .format(Date.UTC(2024, at, 15))
          .toLowerCase()
          .replace(/\.$/u, ''),
      ),
    ),
  );

const isMonthFirst = (language: string): boolean => /^en-(?:us|ph)$/iu.test(language);

type ReadText = (text: string) => number | null;

const timeOf = (year: number, month: number, day: number): number | null =>
  month < 0 || month > 11 || day < 1 || day > 31 ? null : Date.UTC(year, month, day);

/** "2024-04-24", or "24.04.2024" in the order of the language. */
const readDigits = (text: string, language: string): number | null => {
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?$/u.exec(text)?.groups;
  if (iso !== undefined) return timeOf(Number(iso.year), Number(iso.month) - 1, Number(iso.day ?? 1));
  const parts = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [first = 0, second = 0, year = 0] = parts;
  return isMonthFirst(language) ? timeOf(year, first - 1, second) : timeOf(year, second - 1, first);
};

const NAMED =
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+)?(?:de\s+)?(?<month>[\p{L}.]{3,})(?:\s+(?<after>\d{1,2}),)?(?:\s+de)?\s+(?<year>\d{4})$/u;

/** Those, and "24 April 2024", "April 24, 2024", "April 2024". */
const dateReader = (language: string): ReadText => {
  const months = monthsOf(language);
  return (text) => {
    const named = NAMED.exec(text)?.groups;
    if (named === undefined) return readDigits(text, language);
    const at = months.indexOf((named.month ?? '').toLowerCase().replace(/\.$/u, ''));
    return at === -1 ? null : timeOf(Number(named.year), at % 12, Number(named.day ?? named.after ?? 1));
  };
};

/** "1 204", "−3,5 %", "€ 12.5", "12 km": a number with its sign and unit, read by the language. */
const numberReader = (language: string): ReadText => {
  const decimal =
    new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return (text) => {
    const found = /^[^\p{L}\d]*?([-−–])?\s*\p{Sc}?\s*(\d[\d\s.,'’]*)(?:\s*[\p{L}%‰°\p{Sc}/]{0,6})?$/u.exec(
      text,
    );
    if (found === null) return null;
    const digits = (found[2] ?? '').replaceAll(/[\s'’]/gu, '');
    const other = decimal === ',' ? '.' : ',';
    const read = Number(digits.replaceAll(other, '').replace(decimal, '.'));
    return Number.isNaN(read) ? null : read * (found[1] === undefined ? 1 : -1);
  };
};

const saysNothing = (text: string): boolean => /^(?:|[-–—.…]+|n\/?a)$/iu.test(text);

/** The values of all non-empty texts; null where one of them cannot be read. */
const readAll = (texts: readonly string[], read: ReadText): ReadonlyMap<string, number> | null => {
  const values = new Map<string, number>();
  for (const text of texts) {
    if (saysNothing(text)) continue;
    const value = read(text);
    if (value === null) return null;
    values.set(text, value);
  }
  return values;
};

/** The indexes of `texts`, from 0, in their new order; equal texts keep their order. `language` is BCP 47. */
export const sortWords = (
  texts: readonly string[],
  language: string,
  isDescending = false,
): readonly number[] => {
  const said = texts.map((text) => text.trim());
  const values = readAll(said, dateReader(language)) ?? readAll(said, numberReader(language));
  const collator = new Intl.Collator(language, { numeric: true });
  const compare = (one: string, other: string): number =>
    values === null ? collator.compare(one, other) : (values.get(one) ?? 0) - (values.get(other) ?? 0);
  const order = said.map((text, at) => ({ text, at }));
  const filled = order.filter(({ text }) => !saysNothing(text));
  const sorted = filled.toSorted((a, b) => compare(a.text, b.text) * (isDescending ? -1 : 1) || a.at - b.at);
  return [...sorted, ...order.filter(({ text }) => saysNothing(text))].map(({ at }) => at);
};

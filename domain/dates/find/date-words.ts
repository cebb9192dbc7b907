/** The English words of relative dates, as parts of patterns and as numbers. */

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const numbers = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve'],
];

const capitalOrNot = (word: string): string =>
  `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;

/** Never an abbreviation: "Sun" is a star and "Sat" a verb. */
export const WEEKDAY = weekdays.join('|');
export const MONTH = months.join('|');
/** With the abbreviations that the Associated Press prints before a day: "Sept. 3". */
export const MONTH_BEFORE_DAY = `(?:${MONTH}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.)`;
/** A number that begins a sentence has a capital: "Three days ago". */
export const COUNT = `[Aa]n?|${numbers.map(capitalOrNot).join('|')}|\\d{1,3}`;

/** 1 for Monday (ISO 8601). */
export const weekdayNumber = (word: string): number => weekdays.indexOf(word) + 1;

/** 1 for January, by the first three letters. */
export const monthNumber = (word: string): number =>
  months.findIndex((month) => month.startsWith(word.slice(0, 3))) + 1;

/** "a" is 1, "three" is 3, "10" is 10. */
export const countNumber = (word: string): number => {
  if (/^an?$/i.test(word)) return 1;
  const index = numbers.indexOf(word.toLowerCase());
  return index === -1 ? Number(word) : index + 1;
};

/** Days that have a name of their own, and what is called after a day: none of them is a date. */
export const namedDayBefore =
  /\b(?:Good|Black|Super|Bloody|Ash|Easter|Palm|Cyber|Holy|Maundy|Shrove|Whit|Giving|(?:Mail|Independent|Scotland) on)\s$/;
export const namedDayAfter =
  /^\s(?:Times|Telegraph|Express|Mirror|Mail|Post|Herald|Independent|Night (?:Live|Lights|Football)|Agreement)\b/;

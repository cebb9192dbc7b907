/** Lines of a calendar (RFC 5545). */
import { utf8Length } from '../text/text-index.ts';

const MAX_LINE_BYTES = 75;

/** Signs that control something have no place in a text (RFC 5545, 3.1), and some end a line to a reader. */
export const icsText = (text: string): string =>
  text
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\r\n?|\n/gu, '\\n')
    .replace(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');

/** `2024-04-19` as a calendar writes it. */
export const icsDay = (day: string): string => day.replaceAll('-', '');

/** A time in UTC as a calendar writes it. */
export const icsInstant = (at: string): string => at.replace(/[-:]|\.\d+/gu, '');

/** A line of more than 75 bytes is continued after a line break and a space; no character is split. */
const folded = (line: string): string => {
  const lines: string[] = [''];
  let bytes = 0;
  for (const character of line) {
    const length = utf8Length(character);
    if (bytes + length > MAX_LINE_BYTES) {
      lines.push(' ');
      bytes = 1;
    }
    lines[lines.length - 1] += character;
    bytes += length;
  }
  return lines.join('\r\n');
};

/** The lines of what is in it as one calendar. */
export const printCalendar = (components: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Precis//Precis//EN',
    ...components.flat(),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');

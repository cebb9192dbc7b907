/** A table of comma-separated values (RFC 4180), in UTF-8 without a byte order mark. */

const LINE_END = '\r\n';

/** A spreadsheet takes what begins so for a formula, and some do after white space too. */
const formulaStart = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** An apostrophe before it makes a spreadsheet show it as text; it is the one thing that is added. */
const disarm = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

/** The text of a cell without the apostrophe that was put before it: see printCsv. */
export const readDisarmed = (text: string): string =>
  text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text;

const cellOf = (value: string | number | null): string => {
  const text = typeof value === 'number' ? `${value}` : disarm(value ?? '');
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Lines of cells. A cell that a spreadsheet would treat as a formula is written so that it is shown as text. */
export const printCsv = (lines: readonly (readonly (string | number | null)[])[]): string =>
  lines.map((cells) => cells.map(cellOf).join(',') + LINE_END).join('');

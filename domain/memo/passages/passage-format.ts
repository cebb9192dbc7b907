import type { CalendarDate } from '../../time.ts';

/** The formats in which passages are exported. Each is the ending of its files. */
export const passageFormats = ['jsonld', 'csv', 'md'] as const;
export type PassageFormat = (typeof passageFormats)[number];

/** What each is called, and what it is for. */
export const passageFormatTable: Readonly<
  Record<PassageFormat, { readonly name: string; readonly says: string }>
> = {
  jsonld: { name: 'Web Annotations', says: 'W3C JSON-LD, with selectors into the text' },
  csv: { name: 'Table', says: 'CSV, for a spreadsheet' },
  md: { name: 'Markdown', says: 'Block quotations with their citations' },
};

/** The format of a file by its ending, in any case; null for another. */
export const passageFormatOf = (fileName: string): PassageFormat | null => {
  const ending = /\.([a-z]+)$/iu.exec(fileName)?.[1]?.toLowerCase();
  return passageFormats.find((format) => format === ending) ?? null;
};

/** A longer generated name would not help; a typed one may be longer. */
const MAX_CHARACTERS = 100;

/**
 * The file name of passages exported on `day`, without its extension: "2024-04-24 Passages China Dual use". `told`
 * is what they have in common, in words; it may contain characters that a file name cannot, see safeFileName.
 */
export const passagesFileName = (day: CalendarDate, told: readonly string[]): string => {
  const name = [day, 'Passages', ...told].join(' ').replaceAll(/[\s/]+/gu, ' ');
  return name.length <= MAX_CHARACTERS ? name : name.slice(0, name.lastIndexOf(' ', MAX_CHARACTERS));
};

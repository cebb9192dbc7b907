/** How a translation is printed: the marks around it, who made it, from which language. */
import type { Maker } from './translation.ts';

type Marks = { readonly opening: string; readonly closing: string };

const english: Marks = { opening: '“', closing: '”' };
const low: Marks = { opening: '„', closing: '“' };
const lowHigh: Marks = { opening: '„', closing: '”' };
const pointed: Marks = { opening: '«', closing: '»' };

/** By language (Unicode CLDR, `quotationStart` and `quotationEnd`). */
const marks: Readonly<Record<string, Marks>> = {
  ar: { opening: '”', closing: '“' },
  bg: low,
  cs: low,
  da: english,
  de: low,
  el: pointed,
  es: pointed,
  et: low,
  fa: pointed,
  fr: { opening: '«\u00A0', closing: '\u00A0»' },
  he: { opening: '”', closing: '”' },
  hr: lowHigh,
  hu: lowHigh,
  is: low,
  it: pointed,
  ja: { opening: '「', closing: '」' },
  lt: low,
  nb: pointed,
  no: pointed,
  pl: lowHigh,
  pt: english,
  ro: lowHigh,
  ru: pointed,
  sk: low,
  sl: low,
  sr: lowHigh,
  sv: { opening: '”', closing: '”' },
  uk: pointed,
};

/** The quotation marks of a language; English ones where they are not known. */
export const marksOfLanguage = (language: string | null): Marks =>
  marks[(language ?? '').split('-', 1)[0]?.toLowerCase() ?? ''] ?? english;

const languageNames = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** "German"; the tag itself where nothing knows it. */
export const nameOfLanguage = (language: string): string => {
  try {
    return languageNames.of(language) ?? language;
  } catch {
    // A tag that is none stands in old archives.
    return language;
  }
};

/** "translated by the analyst", "published translation (R. Osei)", "machine translation (Marlin 1.2), not checked". */
export const printMaker = ({ kind, name, version }: Maker): string => {
  switch (kind) {
    case 'analyst':
      return `translated by ${name === '' ? 'the analyst' : name}`;
    case 'colleague':
      return `translated by ${name === '' ? 'a colleague' : name}`;
    case 'published':
      return name === '' ? 'published translation' : `published translation (${name})`;
    case 'machine':
      return `machine translation${name === '' ? '' : ` (${`${name} ${version}`.trim()})`}, not checked`;
  }
};

/** How a translation is printed: the marks around it, who made it, from which language. */
import type { Maker } from './translation.ts';

type Marks = { readonly opening: string; readonly closing: string };

const english: Marks = { opening: '“', closing: '”' };
const low: Marks = { opening: '„', closing: '“' };
const lowHigh: Marks = { opening: '„', closing: '”' };
const pointed: Marks = { opening: '«', closing: '»' };

/** By language (Unicode CLDR, `quotationStart` and `quotationEnd`). */
const marks: Readonly<Record<string, Marks>> = {
  ar: pointed,
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

/** The words for who translated, as the table of a language of print has them (domain/memo/print). */
export const englishMakers = {
  byAnalyst: 'translated by the analyst',
  byColleague: 'translated by a colleague',
  by: (name: string) => `translated by ${name}`,
  published: 'published translation',
  machine: 'machine translation',
  notChecked: 'not checked',
};

export type MakerWords = {
  readonly tag: string;
  readonly sign: { readonly comma: string };
  readonly translation: Readonly<typeof englishMakers>;
};

const inEnglish: MakerWords = { tag: 'en-GB', sign: { comma: ', ' }, translation: englishMakers };

const namesIn = new Map<string, Intl.DisplayNames>();

/** "German", in the words of the window unless others are given; the tag itself where nothing knows it. */
export const nameOfLanguage = (language: string, { tag }: Pick<MakerWords, 'tag'> = inEnglish): string => {
  const names = namesIn.get(tag) ?? new Intl.DisplayNames([tag], { type: 'language' });
  namesIn.set(tag, names);
  try {
    return names.of(language) ?? language;
  } catch {
    // A tag that is none stands in old archives.
    return language;
  }
};

/** "translated by the analyst", "published translation (R. Osei)", "machine translation (Marlin 1.2), not checked". */
export const printMaker = ({ kind, name, version }: Maker, words = inEnglish): string => {
  const { translation, sign } = words;
  switch (kind) {
    case 'analyst':
      return name === '' ? translation.byAnalyst : translation.by(name);
    case 'colleague':
      return name === '' ? translation.byColleague : translation.by(name);
    case 'published':
      return name === '' ? translation.published : `${translation.published} (${name})`;
    case 'machine':
      return `${translation.machine}${name === '' ? '' : ` (${`${name} ${version}`.trim()})`}${sign.comma}${translation.notChecked}`;
  }
};

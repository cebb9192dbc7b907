import type { Bibliography } from '../../../article/bibliography/bibliography.ts';
import { type BroughtArticle, newBrought } from '../../brought.ts';
import { readDate, readDoi, readLanguage, readName, readTags, readUrl } from '../values.ts';
import { latexText } from './latex-text.ts';
import { type BibtexEntry, parseBibtex } from './parse-bibtex.ts';
import { splitKeywords } from './split-keywords.ts';

const types: Readonly<Record<string, Bibliography['type']>> = {
  article: 'article-journal',
  periodical: 'article-magazine',
  techreport: 'report',
  report: 'report',
  manual: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  misc: 'webpage',
  dataset: 'dataset',
  legislation: 'legislation',
  letter: 'personal_communication',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Fields = BibtexEntry['fields'];

const textOf = (fields: Fields, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = readName(latexText(fields[name] ?? ''));
    if (value !== null) return value;
  }
  return null;
};

/** "Marrow, Ilse and Weber, Jan and others" as they are printed. */
const namesOf = (value: string): string | null => {
  const names = value
    .split(/\s+and\s+(?![^{]*\})/iu)
    .map((name) => latexText(name))
    .filter((name) => name !== 'others' && name !== '')
    .map((name) => {
      const [family = '', ...given] = name.split(/\s*,\s*/u);
      return given.length === 0 ? family : `${given.toReversed().join(' ')} ${family}`;
    });
  return readName(names.join(', '));
};

/** The date, or what year, month and day make; a month alone makes none. */
const dateOf = (fields: Fields): ReturnType<typeof readDate> => {
  const stated = readDate(textOf(fields, 'date'));
  if (stated !== null) return stated;
  const [year, month, day] = ['year', 'month', 'day'].map((name) => textOf(fields, name) ?? '');
  const number = /^\d+$/u.test(month ?? '')
    ? Number(month)
    : MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  if (number < 1 || day === '') return null;
  return readDate(`${year}-${String(number).padStart(2, '0')}-${day?.padStart(2, '0')}`);
};

/** The first file of JabRef's and Zotero's "description:path:type;…", or a bare path. */
const fileOf = (value: string): string | null => {
  const [first = ''] = value.split(/(?<!\\);/u);
  const parts = first.split(/(?<!\\):/u).map((part) => part.replace(/\\([:;\\])/gu, '$1'));
  return readName(parts.length >= 3 ? parts[1] : parts[0]);
};

const articleOf = ({ type, fields }: BibtexEntry): BroughtArticle => {
  const file = fileOf(fields.file ?? '');
  return newBrought(
    {
      type: types[type] ?? null,
      title: textOf(fields, 'title'),
      byline: namesOf(fields.author ?? fields.editor ?? ''),
      publisher: textOf(
        fields,
        'journaltitle',
        'journal',
        'institution',
        'organization',
        'publisher',
        'howpublished',
      ),
      publishedAt: dateOf(fields),
      // An address is no LaTeX: its signs stand for themselves.
      url: readUrl((fields.url ?? '').replace(/\\([&%$#_{}~])/gu, '$1')),
      doi: readDoi(fields.doi),
      language: readLanguage(textOf(fields, 'langid', 'language')),
    },
    {
      text: file === null ? null : { kind: 'file', path: file },
      tags: readTags(splitKeywords(fields.keywords ?? '').map(latexText)),
      note: textOf(fields, 'annotation', 'annote'),
    },
  );
};

/** The entries of a BibTeX file; null where it holds none. */
export const articlesOfBibtex = (text: string): readonly BroughtArticle[] | null => {
  const entries = parseBibtex(text);
  return entries.length === 0 ? null : entries.map(articleOf);
};

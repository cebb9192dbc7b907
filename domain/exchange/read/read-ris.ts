/**
 * RIS: a line for each value, "TY  - NEWS" first and "ER  -" last; a value may go on in lines without a tag.
 * @citation-js reads the same records in 1.3 times the time, and answers CSL, which would be taken apart again here.
 */
import type { Bibliography } from '../../article/bibliography/bibliography.ts';
import { type BroughtArticle, newBrought } from '../brought.ts';
import { readDate, readDoi, readLanguage, readLines, readName, readTags, readUrl } from './values.ts';

const types: Readonly<Record<string, Bibliography['type']>> = {
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  NEWS: 'article-newspaper',
  MGZN: 'article-magazine',
  RPRT: 'report',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'post',
  HEAR: 'hearing',
  STAT: 'legislation',
  BILL: 'legislation',
  DATA: 'dataset',
  PCOMM: 'personal_communication',
};

type RisRecord = ReadonlyMap<string, readonly string[]>;

const LINE = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/u;

/** Lines without a tag go on the value before them. */
const unfolded = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/\n+(?![A-Z][A-Z0-9] {2}-)/gu, ' ')
    .split('\n');

const recordsOf = (text: string): readonly RisRecord[] => {
  const records: Map<string, string[]>[] = [];
  for (const line of unfolded(text)) {
    const [, tag = '', value = ''] = LINE.exec(line) ?? [];
    if (tag === 'TY') records.push(new Map());
    const record = records.at(-1);
    record?.set(tag, [...(record.get(tag) ?? []), value.trim()]);
  }
  return records;
};

const firstOf = (record: RisRecord, ...tags: readonly string[]): string | null => {
  for (const tag of tags) {
    const value = (record.get(tag) ?? []).map((each) => readName(each)).find((each) => each !== null);
    if (value) return value;
  }
  return null;
};

/** "2024/03/04/" is a day, "2024/03//" and "2024" are none. */
const dateOf = (record: RisRecord): ReturnType<typeof readDate> => {
  const raw = firstOf(record, 'DA', 'Y1', 'PY') ?? '';
  const [, year, month, day] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})/u.exec(raw) ?? [];
  return year === undefined
    ? readDate(raw)
    : readDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
};

/** "Marrow, Ilse" as it is printed. */
const nameOf = (name: string): string => {
  const [family = '', given = ''] = name.split(/\s*,\s*/u);
  return given === '' ? family : `${given} ${family}`;
};

const articleOf = (record: RisRecord): BroughtArticle =>
  newBrought(
    {
      type: types[firstOf(record, 'TY') ?? ''] ?? null,
      title: firstOf(record, 'TI', 'T1'),
      byline: readName([...(record.get('AU') ?? []), ...(record.get('A1') ?? [])].map(nameOf).join(', ')),
      publisher: firstOf(record, 'T2', 'JO', 'JF', 'PB'),
      publishedAt: dateOf(record),
      url: readUrl(firstOf(record, 'UR', 'L2')),
      doi: readDoi(firstOf(record, 'DO')),
      language: readLanguage(firstOf(record, 'LA')),
    },
    {
      tags: readTags([...(record.get('KW') ?? [])]),
      note: readLines((record.get('N1') ?? []).join('\n')),
    },
  );

/** The records of an RIS file; null where it holds none. */
export const articlesOfRis = (text: string): readonly BroughtArticle[] | null => {
  const records = recordsOf(text);
  return records.length === 0 ? null : records.map(articleOf);
};

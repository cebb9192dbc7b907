/** Names as a table, a line for each thing that is said of one, so that a spreadsheet can sort and filter it. */

import { printEventDate } from '../../event/print-event-date.ts';
import { printTenure } from '../../source/position.ts';
import { printCsv } from '../../text/print-csv.ts';
import { isUngraded, printGradeApart } from '../../tradecraft/grade.ts';
import { printMarkings } from '../../tradecraft/marking.ts';
import {
  type ExportedArticle,
  type ExportedName,
  type ExportedNames,
  type ExportedOccurrence,
  type ExportedStatement,
  kindWord,
} from './exported-names.ts';

type Entry = 'name' | 'position' | 'says' | 'is mentioned' | 'prints' | 'event';

const columns = [
  ...(['name', 'kind', 'entry', 'when', 'text', 'speaker', 'about'] as const),
  ...(['article', 'paragraph', 'published', 'grade', 'marking'] as const),
];
type Line = Readonly<Partial<Record<(typeof columns)[number], string | number | null>>>;

type Book = {
  readonly byKey: ReadonlyMap<string, ExportedName>;
  readonly articleOf: ReadonlyMap<string, ExportedArticle>;
};

const nameOf = ({ byKey }: Book, key: string | null): string | null =>
  key === null ? null : (byKey.get(key)?.name ?? null);
const namesOf = (book: Book, keys: readonly string[]): string =>
  keys.flatMap((key) => nameOf(book, key) ?? []).join('; ');

const lineOf = (name: ExportedName, entry: Entry, said: Line): Line => ({
  ...{ name: name.name, kind: kindWord(name), entry },
  ...{ marking: printMarkings(name.marking), ...said },
});

const nameLines = (name: ExportedName, book: Book, hasEvidence: boolean): readonly Line[] => [
  lineOf(name, 'name', {
    text: name.aliases.length === 0 ? null : `also known as ${name.aliases.join('; ')}`,
    about: nameOf(book, name.parentKey),
    grade: hasEvidence ? name.reliability : null,
  }),
  ...name.positions.map((position) =>
    lineOf(name, 'position', {
      when: printTenure(position),
      text: position.role,
      about: nameOf(book, position.organisationKey),
    }),
  ),
];

const statementLine = (
  name: ExportedName,
  entry: Entry,
  { printed, articleKey, paragraph, grade, marking, concernedKeys, speakerKey }: ExportedStatement,
  book: Book,
): Line => {
  const article = book.articleOf.get(articleKey);
  return lineOf(name, entry, {
    text: printed,
    speaker: nameOf(book, speakerKey),
    about: namesOf(book, concernedKeys),
    article: article?.title ?? null,
    paragraph,
    published: article?.published ?? null,
    grade: isUngraded(grade) ? null : printGradeApart(grade),
    marking: printMarkings(marking),
  });
};

const eventLine = (name: ExportedName, event: ExportedOccurrence, book: Book): Line =>
  lineOf(name, 'event', {
    when: printEventDate(event),
    text: event.title,
    about: namesOf(book, event.concernedKeys),
    marking: printMarkings(event.marking),
  });

/** Under whom something stands: the name itself, or the nearest above it that has lines; null for nobody. */
const ownerOf = (key: string | null, { byKey }: Book): ExportedName | null => {
  const seen = new Set<string>();
  for (let at = key; at !== null && !seen.has(at); at = byKey.get(at)?.parentKey ?? null) {
    seen.add(at);
    const name = byKey.get(at);
    if (name?.isReferredTo === false) return name;
  }
  return null;
};

/** All that is said under each name, in the order of its kinds: what it says, what is said of it, what it prints. */
const saidUnder = ({ statements, events }: ExportedNames, book: Book) => {
  const found = new Map<string, Line[]>();
  const add = (name: ExportedName | null | undefined, line: (name: ExportedName) => Line): void => {
    if (name == null || name.isReferredTo) return;
    const lines = found.get(name.key) ?? [];
    lines.push(line(name));
    found.set(name.key, lines);
  };
  const addAll = (
    entry: Entry,
    under: (statement: ExportedStatement) => readonly (ExportedName | null)[],
  ) => {
    for (const statement of statements) {
      for (const name of under(statement)) add(name, (one) => statementLine(one, entry, statement, book));
    }
  };
  addAll('says', ({ speakerKey }) => [ownerOf(speakerKey, book)]);
  addAll('is mentioned', ({ concernedKeys }) => concernedKeys.map((key) => book.byKey.get(key) ?? null));
  addAll('prints', ({ articleKey }) => [
    book.byKey.get(book.articleOf.get(articleKey)?.publicationKey ?? '') ?? null,
  ]);
  for (const event of events) {
    for (const key of event.concernedKeys) add(book.byKey.get(key), (name) => eventLine(name, event, book));
  }
  return found;
};

/** What is referred to alone has no line of its own: its name stands where it is referred to. */
export const printNameTable = (exported: ExportedNames): string => {
  const { names, articles, hasEvidence } = exported;
  const book: Book = {
    byKey: new Map(names.map((name) => [name.key, name])),
    articleOf: new Map(articles.map((article) => [article.key, article])),
  };
  const said = saidUnder(exported, book);
  const lines = names
    .filter(({ isReferredTo }) => !isReferredTo)
    .flatMap((name) => [...nameLines(name, book, hasEvidence), ...(said.get(name.key) ?? [])]);
  return printCsv([columns, ...lines.map((line) => columns.map((column) => line[column] ?? null))]);
};

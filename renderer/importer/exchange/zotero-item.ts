/** An item of Zotero as both of its exports have it, and its conversion. */
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import {
  type BroughtArticle,
  type BroughtPassage,
  newBrought,
  newBroughtPassage,
} from '#domain/exchange/brought.ts';
import type { LeftOutCounter } from '#domain/exchange/left-out.ts';
import { joinNotes } from '#domain/exchange/merge-brought.ts';
import {
  readDate,
  readDoi,
  readInstant,
  readLanguage,
  readLines,
  readName,
  readTags,
  readUrl,
} from '#domain/exchange/read/values.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { parseHtmlFragment } from '../html/parse-html-fragment.ts';

export type ZoteroAnnotation = {
  /** "highlight", "underline", "note", "image", "ink", "text". */
  readonly type: string;
  readonly text: string | null;
  readonly comment: string | null;
  readonly page: string | null;
  readonly color: string | null;
  readonly tags: readonly string[];
  readonly at: string | null;
};

export type ZoteroItem = {
  readonly type: string;
  readonly title: string | null;
  /** "Given Family", or the name of an institution. */
  readonly creators: readonly string[];
  readonly publication: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly doi: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  /** Each by its names from the root. */
  readonly collections: readonly (readonly string[])[];
  /** As HTML. */
  readonly notes: readonly string[];
  /** Paths of files beside the export. */
  readonly files: readonly string[];
  readonly annotations: readonly ZoteroAnnotation[];
};

/** Zotero's item types as those of a bibliography (CSL). */
const types: Readonly<Record<string, Bibliography['type']>> = {
  journalArticle: 'article-journal',
  newspaperArticle: 'article-newspaper',
  magazineArticle: 'article-magazine',
  report: 'report',
  webpage: 'webpage',
  blogPost: 'post',
  forumPost: 'post',
  radioBroadcast: 'broadcast',
  tvBroadcast: 'broadcast',
  podcast: 'broadcast',
  interview: 'interview',
  presentation: 'speech',
  hearing: 'hearing',
  statute: 'legislation',
  bill: 'legislation',
  dataset: 'dataset',
  email: 'personal_communication',
  letter: 'personal_communication',
  document: 'document',
  artwork: 'document',
};

/** Readable files of an item, the best first: a PDF is the work itself, a snapshot includes the page around it. */
const ENDINGS = ['pdf', 'epub', 'html', 'htm', 'docx', 'odt', 'txt', 'md'];

const rankOf = (path: string): number =>
  ENDINGS.indexOf(/\.([a-z0-9]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '');

const fileOf = (files: readonly string[], leftOut: LeftOutCounter): string | null => {
  const [first = null] = files.filter((path) => rankOf(path) >= 0).toSorted((a, b) => rankOf(a) - rankOf(b));
  leftOut.add('attachment', files.length - (first === null ? 0 : 1));
  return first;
};

/** The quotation of an annotation; null if it is on no words: its comment is then a note on the item. */
const passageOf = (each: ZoteroAnnotation, leftOut: LeftOutCounter): BroughtPassage | null => {
  const exact = readLines(each.text);
  if (exact === null) {
    if (each.type === 'image' || each.type === 'ink') leftOut.add('drawing');
    return null;
  }
  if (each.color !== null) leftOut.add('colour');
  const page = readName(each.page);
  return newBroughtPassage(exact, {
    note: readLines(each.comment),
    tags: readTags(each.tags),
    place: page === null ? null : `page ${page}`.slice(0, 200),
    at: readInstant(each.at),
  });
};

/** The words of an HTML note, a block a line; empty if it has none. */
const textOfHtml = (html: string): string => {
  const parsed = parseHtmlFragment(html, null);
  return parsed === null ? '' : canonicalText(parsed.body);
};

/** The note on the whole: notes of the item, and comments that are on no words. */
const noteOf = ({ notes, annotations }: ZoteroItem): string | null =>
  joinNotes([
    ...notes.map((note) => readLines(textOfHtml(note))),
    ...annotations.filter(({ text }) => readLines(text) === null).map(({ comment }) => readLines(comment)),
  ]);

/** `item` as an article. */
export const broughtOfItem = (item: ZoteroItem, leftOut: LeftOutCounter): BroughtArticle => {
  const file = fileOf(item.files, leftOut);
  return newBrought(
    {
      type: types[item.type] ?? null,
      title: readName(item.title),
      byline: readName(item.creators.join(', ')),
      publisher: readName(item.publication),
      publishedAt: readDate(item.date),
      url: readUrl(item.url),
      doi: readDoi(item.doi),
      language: readLanguage(item.language),
    },
    {
      text: file === null ? null : { kind: 'file', path: file },
      note: noteOf(item),
      tags: readTags([...item.tags, ...item.collections.map((path) => printNamePath(path, '/'))]),
      passages: item.annotations.flatMap((each) => passageOf(each, leftOut) ?? []),
    },
  );
};

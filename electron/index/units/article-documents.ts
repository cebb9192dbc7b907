/** What is found of an article: its text, its passages, the notes and the tasks on them. */

import type { AnnotationsFile, ArticleFile, BodyFile } from '#domain/archive/files.ts';
import { readingStateOf } from '#domain/article/annotations.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import {
  type NumberedParagraph,
  numberParagraphs,
  paragraphNumberAt,
} from '#domain/article/body/paragraph-numbers.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { printEventTimeAsIso } from '#domain/dates/event-date.ts';
import { isOutOfText, passageState } from '#domain/passage/carried.ts';
import { type Passage, passageWords } from '#domain/passage/passage.ts';
import { isOfPage } from '#domain/passage/region/region-selector.ts';
import { type RichText, richTextToPlain } from '#domain/rich-text.ts';
import type { FoundAbout } from '#domain/search/language/search-facts.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import { isOpenTask, type Task } from '#domain/task/task.ts';
import { indexText } from '#domain/text/text-index.ts';
import { type Document, entry, type FoundInUnit, facts } from './unit.ts';

type Files = {
  readonly article: ArticleFile['article'];
  readonly annotations: Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>;
  /** Null where it can't be read: then the rest is found. */
  readonly body: BodyFile['body'] | null;
};

/** About one line, in UTF-16 units. */
const FIRST_WORDS = 120;

type Text = {
  readonly text: string;
  /** The number of the paragraph at an offset in code points. */
  readonly paragraphAt: (at: number) => number | null;
};

const textOf = (body: Files['body']): Text => {
  if (body === null) return { text: '', paragraphAt: () => null };
  const text = canonicalText(body);
  const index = indexText(text);
  const paragraphs = numberParagraphs(textBlockSpans(body)).map(
    ({ number, start, end }): NumberedParagraph => ({
      number,
      start: index.toCodePoint(start),
      end: index.toCodePoint(end),
    }),
  );
  return { text, paragraphAt: (at) => paragraphNumberAt(paragraphs, at) };
};

const isLive = ({ deletedAt }: { readonly deletedAt: string | null }): boolean => deletedAt === null;

const noteText = (note: RichText | null): string => (note === null ? '' : richTextToPlain(note).trim());

/** A passage, with what is said of it that its note and its tasks are found by too. */
const passageFacts = (passage: Passage, tasks: readonly Task[]) => ({
  tagIds: passage.tagIds,
  speakerId: passage.sourceId,
  label: passage.label,
  grade: passage.grade,
  isOrphan: passageState(passage) === 'orphaned',
  hasTask: tasks.some((task) => task.passageId === passage.id && isOpenTask(task)),
  hasNote: noteText(passage.note) !== '',
  hasRelation: passage.relations.length > 0,
  addedAt: passage.createdAt,
  citableId: passage.id,
});

/** What all that is found in an article has in common. */
const aboutArticle = (
  article: Files['article'],
  { about, passages }: Files['annotations'],
  title: string,
): FoundAbout => {
  const bibliography = effectiveBibliography(article, about);
  return {
    articleId: article.id,
    title,
    publicationId: about.publicationId,
    publisher: bibliography.publisher,
    author: bibliography.byline,
    language: bibliography.language,
    publishedAt: bibliography.publishedAt,
    eventDates: about.eventDates.map(printEventTimeAsIso),
    isUnread: readingStateOf(about.state, passages.filter(isLive).length) === 'unread',
    cites: [],
  };
};

/** The documents of one article. */
export const articleDocuments = ({ article, annotations, body }: Files): FoundInUnit => {
  const { about, tasks } = annotations;
  const passages = annotations.passages.filter(isLive);
  const bibliography = effectiveBibliography(article, about);
  const { text, paragraphAt } = textOf(body);
  const title = bibliography.title ?? snippetOf(text.slice(0, FIRST_WORDS * 4), [], FIRST_WORDS);
  const shared = aboutArticle(article, annotations, title);
  const own = {
    tagIds: about.tagIds,
    hasTask: tasks.some((task) => task.passageId === null && isOpenTask(task)),
    hasNote: noteText(about.note) !== '',
    citableId: article.id,
    addedAt: article.importedAt,
  };
  const place = { articleId: article.id, title };
  const passageEntry = (passage: Passage) => ({
    ...place,
    passageId: passage.id,
    paragraph:
      isOutOfText(passage) || passage.selectors.some(isOfPage)
        ? null
        : paragraphAt(passage.selectors[0]?.position.start ?? 0),
  });

  const texts: readonly Document[] = [
    {
      key: 'article',
      facts: facts({ kind: 'article', ...own }),
      record: entry(place),
      text,
      alsoFoundBy: [bibliography.title, bibliography.byline, bibliography.publisher]
        .filter((part) => part !== null)
        .join('\n'),
    },
    ...passages.map((passage) => ({
      key: passage.id,
      facts: facts({ kind: 'passage', ...passageFacts(passage, tasks) }),
      record: entry(passageEntry(passage)),
      text: passageWords(passage),
      alsoFoundBy: passage.post ?? '',
    })),
  ];
  const notes = [
    { key: 'note', facts: own, record: entry(place), text: noteText(about.note) },
    ...passages
      .filter(({ note }) => note !== null)
      .map((passage) => ({
        key: `note ${passage.id}`,
        facts: passageFacts(passage, tasks),
        record: entry(passageEntry(passage)),
        text: noteText(passage.note),
      })),
  ].filter((note) => note.text !== '');
  const onPassage = new Map(passages.map((passage) => [passage.id as string, passage]));
  const taskDocuments = tasks.filter(isLive).map((task): Document => {
    const passage = onPassage.get(task.passageId ?? '');
    const isOn = passage === undefined ? own : passageFacts(passage, tasks);
    const where = passage === undefined ? place : passageEntry(passage);
    return taskDocument(task, isOn, where);
  });
  return {
    about: shared,
    documents: [
      ...texts,
      ...notes.map((note) => ({ ...note, facts: facts({ kind: 'note', ...note.facts }), alsoFoundBy: '' })),
      ...taskDocuments,
    ],
  };
};

/** The document of a task; `isOn` are the facts of what it is on. */
export const taskDocument = (
  task: Task,
  isOn: Omit<Parameters<typeof facts>[0], 'kind'>,
  where: Partial<ReturnType<typeof entry>> & { readonly title: string },
): Document => ({
  key: `task ${task.id}`,
  facts: facts({
    ...isOn,
    kind: 'task',
    hasTask: isOpenTask(task),
    citableId: null,
    addedAt: task.createdAt,
  }),
  record: entry({ ...where, taskId: task.id, detail: task.state }),
  text: task.title,
  alsoFoundBy: task.owner ?? '',
});

/** The searchable documents of an article: its text, its passages, the notes and the tasks on them. */

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
import { type Passage, passageWords, regionOf } from '#domain/passage/passage.ts';
import { isOfPage } from '#domain/passage/region/region-selector.ts';
import { type RichText, richTextToPlain } from '#domain/rich-text.ts';
import type { FoundAbout } from '#domain/search/language/search-facts.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import { isOpenTask, type Task } from '#domain/task/task.ts';
import { indexText } from '#domain/text/text-index.ts';
import { nameOfLanguage, printMaker } from '#domain/translation/print-translation.ts';
import {
  type Maker,
  type Rendering,
  renderedWords,
  type TranslatedWords,
  type Translation,
} from '#domain/translation/translation.ts';
import { type Document, entry, type FoundInUnit, facts } from './unit.ts';

type Files = {
  readonly article: ArticleFile['article'];
  readonly annotations: Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>;
  /** Null if it can't be read: the other documents are still found. */
  readonly body: BodyFile['body'] | null;
  readonly translations: TranslatedWords | null;
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

/** Whether an analyst's words are found, which may be in any language, or stand in no text. */
const isDescribed = ({ selectors, post }: Passage): boolean =>
  (post ?? '') !== '' || regionOf({ selectors }) !== null;

const noteText = (note: RichText | null): string => (note === null ? '' : richTextToPlain(note).trim());

/** A passage, with the facts by which its note and its tasks are found too. */
const passageFacts = (passage: Passage, tasks: readonly Task[]) => ({
  tagIds: passage.tagIds,
  speakerId: passage.sourceId,
  concernedIds: passage.concernedIds,
  label: passage.label,
  grade: passage.grade,
  isOrphan: passageState(passage) === 'orphaned',
  hasTask: tasks.some((task) => task.passageId === passage.id && isOpenTask(task)),
  hasNote: noteText(passage.note) !== '',
  hasRelation: passage.relations.length > 0,
  addedAt: passage.createdAt,
  citableId: passage.id,
});

/** The facts common to all documents of an article. */
const aboutArticle = (
  article: Files['article'],
  { about, passages }: Files['annotations'],
  translated: readonly LiveTranslation[],
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
    isWithdrawn: about.withdrawn !== null,
    translations: translated.map(({ head, renderings }) => ({
      language: head.language,
      translators: [...new Set([head, ...renderings].map(({ maker, by = '' }) => wordsOfMaker(maker, by)))],
    })),
    cites: [],
  };
};

type LiveTranslation = { readonly head: Translation; readonly renderings: readonly Rendering[] };

/** The existing translations, each with its words in the order of the text. */
const liveTranslations = (translated: Files['translations']): readonly LiveTranslation[] =>
  (translated?.translations ?? []).filter(isLive).map((head) => ({
    head,
    renderings: (translated?.renderings ?? [])
      .filter(({ translationId }) => translationId === head.id)
      .toSorted((a, b) => blockOf(a) - blockOf(b)),
  }));

/** Renderings of passages come after those of paragraphs. */
const blockOf = (rendering: Rendering): number =>
  rendering.kind === 'block' ? rendering.block : Number.MAX_SAFE_INTEGER;

/** "machine Marlin 1.2", "analyst A. Tal": a translator can be searched by any of these words. */
const wordsOfMaker = ({ kind, name, version }: Maker, by: string): string =>
  [kind, name, version, by].filter((part) => part !== '').join(' ');

/** "English, translated by the analyst": says which of the texts was found. */
const sayTranslation = ({ language }: Translation, { maker }: { readonly maker: Maker }): string =>
  `${nameOfLanguage(language)}, ${printMaker(maker)}`;

/** The paragraphs of a translation as one text. */
const translatedText = (
  { head, renderings }: LiveTranslation,
  {
    own,
    place,
  }: { readonly own: Partial<Document['facts']>; readonly place: Pick<Document['record'], 'title'> },
): readonly Document[] => {
  const texts = renderings.flatMap((each) => (each.kind === 'block' ? [each.text] : []));
  if (texts.length === 0) return [];
  return [
    {
      key: `translation ${head.id}`,
      facts: facts({ ...own, kind: 'translation', citableId: null }),
      record: entry({ ...place, detail: sayTranslation(head, head) }),
      text: texts.join('\n'),
      alsoFoundBy: '',
      language: head.language,
    },
  ];
};

type OfPassage = {
  readonly facts: Partial<Document['facts']>;
  readonly record: Pick<Document['record'], 'title'>;
};

/** The passages of a translation; deleted ones are not found. */
const translatedPassages = (
  { head, renderings }: LiveTranslation,
  passageOf: (id: string) => OfPassage | null,
): readonly Document[] =>
  renderings.flatMap((rendering): readonly Document[] => {
    const passage = rendering.kind === 'passage' ? passageOf(rendering.passageId) : null;
    if (passage === null) return [];
    return [
      {
        key: `translation ${rendering.id}`,
        facts: facts({ ...passage.facts, kind: 'translation' }),
        record: entry({ ...passage.record, detail: sayTranslation(head, rendering) }),
        text: renderedWords(rendering),
        alsoFoundBy: '',
        language: head.language,
      },
    ];
  });

const translationDocuments = (
  translated: LiveTranslation,
  article: Parameters<typeof translatedText>[1],
  passageOf: (id: string) => OfPassage | null,
): readonly Document[] => [
  ...translatedText(translated, article),
  ...translatedPassages(translated, passageOf),
];

/** The facts common to an article and its annotations as a whole. */
const ownFacts = ({ about, tasks }: Files['annotations'], article: Files['article']) => ({
  tagIds: about.tagIds,
  hasTask: tasks.some((task) => task.passageId === null && isOpenTask(task)),
  hasNote: noteText(about.note) !== '',
  citableId: article.id,
  addedAt: article.importedAt,
});

type Note = Pick<Document, 'key' | 'record' | 'text'> & { readonly facts: Partial<Document['facts']> };

/** The notes that say something: an analyst may write in any language. */
const noteDocuments = (notes: readonly Note[]): readonly Document[] =>
  notes
    .filter(({ text }) => text !== '')
    .map((note) => ({
      ...note,
      facts: facts({ ...note.facts, kind: 'note' }),
      alsoFoundBy: '',
      language: null,
    }));

/** The documents of one article. */
export const articleDocuments = ({ article, annotations, body, translations }: Files): FoundInUnit => {
  const { about, tasks } = annotations;
  const passages = annotations.passages.filter(isLive);
  const bibliography = effectiveBibliography(article, about);
  const { text, paragraphAt } = textOf(body);
  const title = bibliography.title ?? snippetOf(text.slice(0, FIRST_WORDS * 4), [], FIRST_WORDS);
  const translated = liveTranslations(translations);
  const shared = aboutArticle(article, annotations, translated, title);
  const own = ownFacts(annotations, article);
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
      ...(isDescribed(passage) ? { language: null } : {}),
    })),
  ];
  const onPassage = new Map(passages.map((passage) => [passage.id as string, passage]));
  const ofPassage = (id: string): OfPassage | null => {
    const passage = onPassage.get(id);
    return passage === undefined
      ? null
      : { facts: passageFacts(passage, tasks), record: passageEntry(passage) };
  };
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
      ...noteDocuments([
        { key: 'note', facts: own, record: entry(place), text: noteText(about.note) },
        ...passages.map((passage) => ({
          key: `note ${passage.id}`,
          facts: passageFacts(passage, tasks),
          record: entry(passageEntry(passage)),
          text: noteText(passage.note),
        })),
      ]),
      ...taskDocuments,
      ...translated.flatMap((each) => translationDocuments(each, { own, place }, ofPassage)),
    ],
  };
};

/** The document of a task; `isOn` has the facts of the record that it is attached to. */
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
  language: null,
});

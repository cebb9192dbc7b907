import type { Change } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { cutAs } from '#domain/article/body/cut-as.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import {
  type ComparedWord,
  comparedWords,
  compareTexts,
  type TextComparison,
} from '#domain/article/compare-texts.ts';
import { withoutFigures } from '#domain/article/pictures/pictures-in-text.ts';
import { textStateOf } from '#domain/article/text-state.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import type { Input } from '#domain/contract/requests.ts';
import { sortEventDates } from '#domain/dates/event-date.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { ArticleId, Sha256, SourceId } from '#domain/ids.ts';
import { leftOutUnmarked } from '#domain/passage/marks/left-out-unmarked.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { createYielder, type Yielder } from '#electron/time/yielder.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { picturesOf } from '../import/new-article.ts';
import { invalidInput } from '../shared/failures.ts';
import { liveSource, liveTagIds } from '../shared/live-references.ts';
import { moveToTrash } from '../shared/record-changes.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { ensureSource } from '../source/ensure-source.ts';
import { createArticleLists } from './article-lists.ts';
import { articleVersions } from './article-versions.ts';
import { changeArticle } from './change-article.ts';
import { createMarkedExport } from './export-marked.ts';
import { readPagedOriginal } from './usable-text.ts';

const liveAnnotations = ({
  about,
  passages,
  tasks,
}: AnnotationsFile): Pick<OpenArticle, 'about' | 'passages' | 'tasks'> => ({
  about,
  passages: passages.filter(({ deletedAt }) => deletedAt === null),
  tasks: tasks.filter(({ deletedAt }) => deletedAt === null),
});

/**
 * Keeps why a text that another hand has changed is used all the same; from then on it can be quoted, under its own
 * hash. Fails `invalid-input` for a text that is as it was sealed.
 */
const acceptText = (
  deps: Pick<HandlerDeps, 'archive' | 'machine'>,
  { articleId, reason }: Input<'article:accept-text'>,
): Promise<Result<ArticleAnnotation, AppError>> =>
  changeArticle(deps, articleId, 'accept-text', async (before, reader) => {
    const record = await reader.article(articleId);
    if (!record.ok) return record;
    const body = await reader.body(articleId);
    if (!body.ok) return body;
    const { textSha256 } = body.value;
    if (textStateOf(record.value.article, before, textSha256) === 'intact')
      return invalidInput('article:accept-text', 'the text is as it was imported');
    return ok({ acceptedText: { textSha256, reason, acceptedAt: toTimestamp(deps.machine.nowMs()) } });
  });

/** Two texts of so many characters are aligned in some 40 ms, for which the process does nothing else. */
const MAX_CHARACTERS = 200_000;

const wordsOf = async (
  reader: ArchiveReader,
  id: ArticleId,
  yielder: Yielder,
): Promise<Result<readonly ComparedWord[] | null, AppError>> => {
  const file = await reader.body(id);
  if (!file.ok) return file;
  if (canonicalText(file.value.body).length > MAX_CHARACTERS) return ok(null);
  const words: ComparedWord[] = [];
  for (const { block } of textBlockSpans(file.value.body)) {
    words.push(...comparedWords(textBlockText(block)));
    await yielder.yieldIfDue();
  }
  return ok(words);
};

/** Where the texts of two articles differ, in words; null where one is too long to be compared in a moment. */
const compareArticles = async (
  reader: ArchiveReader,
  id: ArticleId,
  otherId: ArticleId,
): Promise<Result<TextComparison | null, AppError>> => {
  const yielder = createYielder();
  const [old, fresh] = [await wordsOf(reader, id, yielder), await wordsOf(reader, otherId, yielder)];
  if (!old.ok) return old;
  if (!fresh.ok) return fresh;
  return ok(old.value === null || fresh.value === null ? null : compareTexts(old.value, fresh.value));
};

type Deps = Pick<HandlerDeps, 'archive' | 'texts'>;

/** A PDF may have been sealed before its figures were read: then its text has no places for them. */
const withAndWithoutFigures = (body: Body): readonly Body[] => {
  const words = withoutFigures(body);
  return words === null ? [body] : [body, words];
};

/**
 * The body that has the sealed text: what was read, with or without its surroundings, or what the body that stands
 * there has of it.
 */
const sealedAmong = (
  { body: read, leftOut = [], marks = [] }: ParsedArticle,
  there: Body | null,
  textSha256: Sha256,
): Body | null => {
  const candidates = [
    ...[leftOut, leftOutUnmarked(read, leftOut, marks), []]
      .map((places) => withoutLeftOut(read, places))
      .flatMap(withAndWithoutFigures),
    ...(there === null ? [] : withAndWithoutFigures(read).flatMap((body) => cutAs(body, there))),
  ];
  return candidates.find((body) => sha256Of(canonicalText(body)) === textSha256) ?? null;
};

/**
 * Makes the text of an article anew from its original, where another hand has changed or damaged it. What was sealed
 * is proved by its hash, or nothing is written: fails `text-not-restored` where the original is gone or is not what
 * was imported, or where it does not read as it did. What stood there is kept beside it.
 */
const restoreText = async (
  { archive, texts }: Deps,
  articleId: ArticleId,
): Promise<Result<null, AppError>> => {
  const record = await archive.article(articleId);
  if (!record.ok) return record;
  const { article } = record.value;
  const there = await archive.body(articleId);
  if (there.ok && there.value.textSha256 === article.textSha256) return ok(null);
  const original = await archive.original(articleId);
  if (!original.ok) return original;
  const read = await texts.readOriginal(article, original.value);
  if (!read.ok) {
    const why = read.error === 'password-needed' ? 'locked' : 'reading-failed';
    return err({ code: 'text-not-restored', why });
  }
  const body = sealedAmong(read.value, there.ok ? there.value.body : null, article.textSha256);
  if (body === null) return err({ code: 'text-not-restored', why: 'reads-otherwise' });
  return archive.perform(
    async () =>
      ok({
        value: null,
        name: 'restore-text',
        changes: [],
        restoredBodies: [{ articleId, body }],
        newPictures: picturesOf(body, read.value.pictures).map((file) => ({
          holder: { kind: 'article', id: articleId },
          ...file,
        })),
      }),
    { isFinal: true },
  );
};

/** The use cases of articles. What was imported never changes: every act here is on what the analyst says of it. */
export const createArticleHandlers = (deps: HandlerDeps): HandlersOn<'article'> => ({
  ...createArticleLists(deps),

  /** The first text is that of `articleId`. Fails `not-found` and `archive-damaged` as reading either does. */
  'article:compare': ({ articleId, otherId }) => compareArticles(deps.archive, articleId, otherId),

  /** The article from its own files. Fails `not-found` for one in the trash, `archive-damaged` for a bad file. */
  'article:open': async ({ articleId }) => {
    const article = await deps.archive.article(articleId);
    if (!article.ok) return article;
    const body = await deps.archive.body(articleId);
    if (!body.ok) return body;
    const annotations = await deps.archive.annotations(articleId);
    if (!annotations.ok) return annotations;
    return ok({
      article: article.value.article,
      body: body.value.body,
      textSha256: body.value.textSha256,
      ...liveAnnotations(annotations.value),
      versions: await articleVersions(deps.archive, articleId),
      readingOffset: deps.local.readingPlace(articleId).offset,
    });
  },

  'article:picture': async ({ articleId, picture }) => {
    const read = await deps.archive.picture({ kind: 'article', id: articleId }, picture);
    return ok({ base64: read.kind === 'picture' ? Buffer.from(read.bytes).toString('base64') : null });
  },

  /** Fails `original-unusable` where it is gone or is not what was imported, `invalid-input` where it has no pages. */
  'article:original': ({ articleId }) => readPagedOriginal(deps, articleId),

  /** What may change of an open article, without its text. */
  'article:annotations': async ({ articleId }) => {
    const annotations = await deps.archive.annotations(articleId);
    return annotations.ok ? ok(liveAnnotations(annotations.value)) : annotations;
  },

  ...createCorrecting(deps),
  ...createMarkedExport(deps),

  /** Unread, reading or read. */
  'article:set-state': ({ articleId, state }) =>
    changeArticle(deps, articleId, 'article-state', async () => ok({ state })),

  /** Saves of one visit to the field share an edit id and are one step of undo. */
  'article:set-note': ({ articleId, note, editId }) =>
    changeArticle(deps, articleId, 'article-note', async () => ok({ note }), { editId }),

  /** The tags of the article as a whole. Fails `not-found` for one that is gone. */
  'article:set-tags': ({ articleId, tagIds }) =>
    changeArticle(deps, articleId, 'article-tags', async (before, reader) => {
      const live = await liveTagIds(reader, tagIds, before.tagIds);
      return live.ok ? ok({ tagIds: live.value }) : live;
    }),

  /** The marking with which the article was received; null for none. */
  'article:set-marking': ({ articleId, marking }) =>
    changeArticle(deps, articleId, 'article-marking', async () => ok({ marking })),

  /** When what the article speaks of happens: all dates at once, kept in the order of time and each once. */
  'article:set-event-dates': ({ articleId, eventDates }) =>
    changeArticle(deps, articleId, 'article-event-dates', async () =>
      ok({ eventDates: sortEventDates(eventDates) }),
    ),

  /** What its publisher has withdrawn; what rests on it then waits in Review. */
  'article:set-withdrawn': ({ articleId, withdrawn }) =>
    changeArticle(deps, articleId, 'article-withdrawn', async () => ok({ withdrawn })),

  /** Keeps where reading stopped, on this machine; no step of undo and nothing in the archive. */
  'article:keep-place': async ({ articleId, readingOffset, seenShare }) => {
    const share = Math.max(deps.local.readingPlace(articleId).share, seenShare);
    const at = toTimestamp(deps.machine.nowMs());
    await deps.local.keepReadingPlace(articleId, { offset: readingOffset, share, at });
    return ok(null);
  },

  /** Fails `text-not-restored`; what stood in the place of the text is kept beside it. */
  'article:restore-text': ({ articleId }) => restoreText(deps, articleId),

  /** Fails `invalid-input` for a text that is as it was imported. */
  'article:accept-text': (input) => acceptText(deps, input),

  /** Moves the article to the trash, its passages with it. What a memo cites of it can't be emptied from there. */
  'article:delete': ({ articleId }) =>
    deps.archive.perform(async (reader) => {
      const article = await reader.article(articleId);
      return article.ok ? ok(moveToTrash({ kind: 'article', id: articleId }, 'delete-article')) : article;
    }),
});

/** What differs from `sealed`: a value that is set back to what was sealed is no correction. */
const correctionsTo = (
  sealed: Bibliography,
  corrections: ArticleAnnotation['corrections'],
): ArticleAnnotation['corrections'] =>
  Object.fromEntries(
    Object.entries(corrections).filter(
      ([field, value]) => !equalJson(sealed[field as keyof Bibliography], value),
    ),
  );

/** The publication of that name, made where no source is known by it; null where none is named. */
const publicationNamed = async (
  { machine }: HandlerDeps,
  reader: ArchiveReader,
  name: string | null,
  also: Change[],
): Promise<Result<SourceId | null, AppError>> => {
  if (name === null) return ok(null);
  const file = await reader.sources();
  if (!file.ok) return file;
  const asked = { name, kind: 'publication', parentId: null } as const;
  const { source, changes } = ensureSource(file.value.sources, asked, machine);
  also.push(...changes);
  return ok(source.id);
};

/**
 * What an article is cited by: corrections of its bibliography, and the publication that carries it, which are one
 * field.
 */
const createCorrecting = (
  deps: HandlerDeps,
): Pick<HandlersOn<'article'>, 'article:correct' | 'article:set-publication'> => ({
  /**
   * Adds corrections to the sealed bibliography. What is absent stands as it was. A publication that is named becomes
   * that of the article; it is made where no source is known by its name.
   */
  'article:correct': ({ articleId, corrections }) =>
    changeArticle(deps, articleId, 'correct-article', async (before, reader, also) => {
      const sealed = await reader.article(articleId);
      if (!sealed.ok) return sealed;
      const all = { ...before.corrections, ...corrections };
      const said = { corrections: correctionsTo(sealed.value.article.bibliography, all) };
      if (corrections.publisher === undefined) return ok(said);
      const publicationId = await publicationNamed(deps, reader, corrections.publisher, also);
      return publicationId.ok ? ok({ ...said, publicationId: publicationId.value }) : publicationId;
    }),

  /**
   * The publication that carries the article, by whose name it is cited; its letter is the source's, not the article's.
   */
  'article:set-publication': ({ articleId, publicationId }) =>
    changeArticle(deps, articleId, 'article-publication', async (before, reader) => {
      const sealed = await reader.article(articleId);
      if (!sealed.ok) return sealed;
      const live = await liveSource(reader, publicationId);
      if (!live.ok) return live;
      const corrections = correctionsTo(sealed.value.article.bibliography, {
        ...before.corrections,
        publisher: live.value?.name ?? null,
      });
      return ok({ publicationId: live.value?.id ?? null, corrections });
    }),
});

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
 * Records the reason why a text that another program has changed is used all the same; it can then be quoted, under its
 * own hash. Fails with `invalid-input` for a text that is as it was sealed.
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

/** Aligning two texts of this length takes some 40 ms, during which the process is blocked. */
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

/** The words in which the texts of two articles differ; null if one is too long to be compared quickly. */
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

/** A PDF may have been sealed before figures were supported: then its text has no places for them. */
const withAndWithoutFigures = (body: Body): readonly Body[] => {
  const words = withoutFigures(body);
  return words === null ? [body] : [body, words];
};

/**
 * The body with the sealed text: the original read again, with or without its surroundings or figures, or the stored
 * body if it still has that text.
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
 * Rebuilds the text of an article from its original, after another program has changed or damaged it. Nothing is
 * written unless the hash proves that the text is the sealed one: fails with `text-not-restored` if the original is
 * missing or is not what was imported, or if it is no longer read in the same way. The replaced text is kept beside it.
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

/**
 * The use cases of articles. Imported content never changes: every act here changes only what the analyst has recorded
 * about it.
 */
export const createArticleHandlers = (deps: HandlerDeps): HandlersOn<'article'> => ({
  ...createArticleLists(deps),

  /**
   * The first text is that of `articleId`. Fails with `not-found` and `archive-damaged` as reading either article does.
   */
  'article:compare': ({ articleId, otherId }) => compareArticles(deps.archive, articleId, otherId),

  /**
   * Returns the article from its own files. Fails with `not-found` for one in the trash, `archive-damaged` for a bad
   * file.
   */
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

  /**
   * Fails with `original-unusable` if the original is missing or is not what was imported, `invalid-input` if it has no
   * pages.
   */
  'article:original': ({ articleId }) => readPagedOriginal(deps, articleId),

  /** Returns the parts of an open article that can change, without its text. */
  'article:annotations': async ({ articleId }) => {
    const annotations = await deps.archive.annotations(articleId);
    return annotations.ok ? ok(liveAnnotations(annotations.value)) : annotations;
  },

  ...createCorrecting(deps),
  ...createMarkedExport(deps),

  /** Sets the state to unread, reading or read. */
  'article:set-state': ({ articleId, state }) =>
    changeArticle(deps, articleId, 'article-state', async () => ok({ state })),

  /** Saves of one visit to the field have the same edit id and are one undo step. */
  'article:set-note': ({ articleId, note, editId }) =>
    changeArticle(deps, articleId, 'article-note', async () => ok({ note }), { editId }),

  /** Sets the tags of the article as a whole. Fails with `not-found` for a deleted tag. */
  'article:set-tags': ({ articleId, tagIds }) =>
    changeArticle(deps, articleId, 'article-tags', async (before, reader) => {
      const live = await liveTagIds(reader, tagIds, before.tagIds);
      return live.ok ? ok({ tagIds: live.value }) : live;
    }),

  /** Sets the marking with which the article was received; null for none. */
  'article:set-marking': ({ articleId, marking }) =>
    changeArticle(deps, articleId, 'article-marking', async () => ok({ marking })),

  /** Sets when the events in the article happen: all dates at once, stored in the order of time, each once. */
  'article:set-event-dates': ({ articleId, eventDates }) =>
    changeArticle(deps, articleId, 'article-event-dates', async () =>
      ok({ eventDates: sortEventDates(eventDates) }),
    ),

  /** Records that the publisher has withdrawn the article; what depends on it is then listed in Review. */
  'article:set-withdrawn': ({ articleId, withdrawn }) =>
    changeArticle(deps, articleId, 'article-withdrawn', async () => ok({ withdrawn })),

  /** Records where reading stopped, on this machine; this is not an undo step and not part of the archive. */
  'article:keep-place': async ({ articleId, readingOffset, seenShare }) => {
    const share = Math.max(deps.local.readingPlace(articleId).share, seenShare);
    const at = toTimestamp(deps.machine.nowMs());
    await deps.local.keepReadingPlace(articleId, { offset: readingOffset, share, at });
    return ok(null);
  },

  /** Fails with `text-not-restored`; the replaced text is kept beside the new one. */
  'article:restore-text': ({ articleId }) => restoreText(deps, articleId),

  /** Fails with `invalid-input` for a text that is as it was imported. */
  'article:accept-text': (input) => acceptText(deps, input),

  /** Moves the article with its passages to the trash. The trash keeps what a memo cites of it. */
  'article:delete': ({ articleId }) =>
    deps.archive.perform(async (reader) => {
      const article = await reader.article(articleId);
      return article.ok ? ok(moveToTrash({ kind: 'article', id: articleId }, 'delete-article')) : article;
    }),
});

/** The corrections that differ from `sealed`: a value set back to the sealed one is not a correction. */
const correctionsTo = (
  sealed: Bibliography,
  corrections: ArticleAnnotation['corrections'],
): ArticleAnnotation['corrections'] =>
  Object.fromEntries(
    Object.entries(corrections).filter(
      ([field, value]) => !equalJson(sealed[field as keyof Bibliography], value),
    ),
  );

/** The publication with that name, created if no source has it; null if none is named. */
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

/** The citation data of an article: corrections of its bibliography, and its publication, which form one field. */
const createCorrecting = (
  deps: HandlerDeps,
): Pick<HandlersOn<'article'>, 'article:correct' | 'article:set-publication'> => ({
  /**
   * Adds corrections to the sealed bibliography. Absent fields are unchanged. A named publication becomes that of the
   * article; it is created if no source has its name.
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
   * Sets the publication of the article, by whose name it is cited; the reliability letter is the publication's, not
   * the article's.
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

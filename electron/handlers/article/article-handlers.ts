import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { sortEventDates } from '#domain/dates/event-date.ts';
import { ok } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { liveTagIds } from '../shared/live-references.ts';
import { moveToTrash } from '../shared/move-to-trash.ts';
import { acceptText } from './accept-text.ts';
import { createArticleLists } from './article-lists.ts';
import { articleVersions } from './article-versions.ts';
import { changeArticle } from './change-article.ts';
import { compareArticles } from './compare-articles.ts';
import { createCorrecting } from './correct-article.ts';
import { readPagedOriginal } from './original/read-paged-original.ts';
import { restoreText } from './original/restore-text.ts';

const liveAnnotations = ({
  about,
  passages,
  tasks,
}: AnnotationsFile): Pick<OpenArticle, 'about' | 'passages' | 'tasks'> => ({
  about,
  passages: passages.filter(({ deletedAt }) => deletedAt === null),
  tasks: tasks.filter(({ deletedAt }) => deletedAt === null),
});

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
    const read = await deps.archive.picture({ holds: 'article', id: articleId }, picture);
    return ok({ base64: read.found === 'picture' ? Buffer.from(read.bytes).toString('base64') : null });
  },

  /** Fails `original-unusable` where it is gone or is not what was imported, `invalid-input` where it has no pages. */
  'article:original': ({ articleId }) => readPagedOriginal(deps.archive, articleId),

  /** What may change of an open article, without its text. */
  'article:annotations': async ({ articleId }) => {
    const annotations = await deps.archive.annotations(articleId);
    return annotations.ok ? ok(liveAnnotations(annotations.value)) : annotations;
  },

  ...createCorrecting(deps),

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
      return article.ok ? ok(moveToTrash({ holds: 'article', id: articleId }, 'delete-article')) : article;
    }),
});

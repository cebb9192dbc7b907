import type { Found } from '#domain/contract/search.ts';
import { ok } from '#domain/result.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { holdsPhrases, matchesWords, queryPhrases, queryWords } from '#domain/search/search-words.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { readOnThisMachine } from '../article/article-lists.ts';
import { readBoards } from '../board/read-boards.ts';
import { readForms } from '../form/list-forms.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { listConflicts } from '../review/list-conflicts.ts';
import { unseenFaults } from '../review/list-other-items.ts';
import { recoveredRecords } from '../review/recovered-records.ts';
import { findPlaces } from './highlight-places.ts';
import { createSavedSearchHandlers } from './saved-search-handlers.ts';

/** The use cases of search: the palette, saved searches, and the numbers of the rail. */
export const createSearchHandlers = (deps: HandlerDeps): HandlersOn<'search' | 'counts'> => ({
  ...createSavedSearchHandlers(deps),
  ...createFinding(deps),
});

/** The length of about one line of the palette, in UTF-16 units. */
const LINE = 140;

/** The scratch pad, if it contains every word of `text`, shown by the words around the first of them. */
const findInPad = async (archive: Pick<ArchiveReader, 'pad'>, text: string): Promise<readonly Found[]> => {
  const words = queryWords(text);
  if (words.length === 0) return [];
  const file = await archive.pad();
  const note = file.ok ? (file.value.pads[0]?.note ?? null) : null;
  const jotted = note === null ? '' : richTextToPlain(note);
  const isFound = matchesWords(words, [jotted]) && holdsPhrases(queryPhrases(text), [jotted]);
  return isFound ? [{ kind: 'pad', title: snippetOf(jotted, words, LINE), detail: '' }] : [];
};

const createFinding = ({
  archive,
  catalogue,
  leftCopies,
  losses,
  local,
}: HandlerDeps): Omit<
  HandlersOn<'search' | 'counts'>,
  keyof ReturnType<typeof createSavedSearchHandlers>
> => ({
  /**
   * Returns at most `limit` articles, passages, memos, tags and sources that contain every word of `text`, best first,
   * and the pad.
   */
  'search:find': async ({ text, limit }) => {
    const pads = await findInPad(archive, text);
    return ok([...(await catalogue.find(text, Math.max(1, limit - pads.length))), ...pads].slice(0, limit));
  },

  'search:places': (question) => findPlaces({ archive, catalogue }, question),

  /** Deletes and rebuilds the text index; or begins, or ends, updating it from the files. */
  'search:index': async ({ does }) => {
    if (does === 'rebuild') return ok(await catalogue.rebuild());
    catalogue[does]();
    return ok(null);
  },

  /**
   * Returns what was opened last: `places`, which the window knows, then articles in the order in which they were left.
   */
  'search:recent': async ({ places, limit }) => {
    const read = local.recentlyRead(limit).map((articleId) => ({ kind: 'article' as const, articleId }));
    return ok(await catalogue.namePlaces([...places, ...read], limit));
  },

  /** Reading is recorded only on this machine, and only if the text was scrolled. */
  'counts:since': async ({ since }) => {
    const articleIds = readOnThisMachine(local, since);
    const read = articleIds.size === 0 ? [] : await catalogue.articles({}, 'newest', { articleIds });
    return ok({ read: read.length, highlighted: await catalogue.passagesAddedSince(since) });
  },

  /** Returns the number of records of each kind. */
  'counts:get': async () => {
    const counts = await catalogue.counts();
    const faults = await unseenFaults({ archive, catalogue });
    const conflicts = await listConflicts({ archive });
    const damaged = { 'file-repaired': archive.repairs().length, 'file-unreadable': faults.length };
    const contested = {
      recovered: (await recoveredRecords(archive)).length,
      conflict: conflicts.ok ? conflicts.value.length : 0,
      'copy-left': leftCopies().length,
      'thing-lost': (await losses.waiting()).length,
    };
    const forms = (await readForms(archive)).forms.filter(({ deletedAt }) => deletedAt !== null);
    const { boards } = await readBoards(archive);
    const trashed = boards.filter(({ board }) => board.deletedAt !== null).length;
    return ok({
      ...counts,
      boards: boards.length - trashed,
      trash: counts.trash + forms.length + trashed,
      toReview: { ...counts.toReview, ...damaged, ...contested },
    });
  },
});

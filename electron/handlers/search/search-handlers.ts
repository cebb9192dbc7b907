import type { SearchId } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { SavedSearch } from '#domain/search/saved-search.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { toTimestamp } from '#domain/time.ts';
import { readForms } from '../form/list-forms.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { listConflicts } from '../needs/list-conflicts.ts';
import { unseenFaults } from '../needs/list-other-needs.ts';
import { notFound } from '../shared/failures.ts';
import { makeOnce } from '../shared/make-once.ts';
import { recordChanges } from '../shared/record-changes.ts';

const liveSearch = (searches: readonly SavedSearch[], id: SearchId): SavedSearch | undefined =>
  searches.find((search) => search.id === id && search.deletedAt === null);

/** The use cases of search: the palette, saved searches, and the numbers of the rail. */
export const createSearchHandlers = ({
  archive,
  catalogue,
  leftCopies,
  local,
  machine,
  searchIndex,
}: HandlerDeps): HandlersOn<'search' | 'counts'> => ({
  /** At most `limit` articles, passages, memos, tags and sources that hold every word of `text`, best first. */
  'search:find': async ({ text, limit }) => ok(await catalogue.find(text, limit)),

  /** What the texts of the archive, and all that was written about them, hold; by kinds, best first. */
  'search:archive': (question) => searchIndex.search(question),

  /** How many of it have each label, tag, publication and grade, whatever is asked of that field. */
  'search:facets': (question) => searchIndex.facets(question),

  /** Throws the index of the texts away and makes it anew; or begins, or ends, bringing it up to the files. */
  'search:index': async ({ does }) => {
    if (does === 'rebuild') return searchIndex.rebuild();
    searchIndex[does]();
    return ok(null);
  },

  /** What was open last: `places`, which the window knows, then articles in the order in which they were left. */
  'search:recent': async ({ places, limit }) => {
    const read = local.recentlyRead(limit).map((articleId) => ({ kind: 'article' as const, articleId }));
    return ok(await catalogue.namePlaces([...places, ...read], limit));
  },

  /** The saved searches by name, each with how many passages it finds now. */
  'search:list': async () => ok(await catalogue.searches()),

  /**
   * Keeps a filter of the passages table under a name. Asked for again it changes nothing. Fails `name-taken` for a name
   * that is in use.
   */
  'search:save': async ({ searchId: id, name, filter }) => {
    const saved = await archive.perform(async (reader) => {
      const file = await reader.searches();
      if (!file.ok) return file;
      const { searches } = file.value;
      const at = toTimestamp(machine.nowMs());
      const wanted = { id, name, filter, createdAt: at, updatedAt: at, deletedAt: null };
      const place = { file: { kind: 'searches' }, collection: 'searches', standing: searches } as const;
      const made = await makeOnce('search:save', place, wanted);
      if (!made.ok) return made;
      const { record, changes } = made.value;
      const isTaken = searches.some(
        (other) => other.id !== id && other.deletedAt === null && foldName(other.name) === foldName(name),
      );
      return isTaken
        ? err({ code: 'name-taken', name })
        : ok({ value: record, name: 'save-search', changes });
    });
    if (!saved.ok) return saved;
    const { length: count } = await catalogue.passages(filter);
    return ok({ id: saved.value.id, name, filter, count });
  },

  /** Makes a tombstone of the saved search; it is no row of the trash, undo brings it back. */
  'search:delete': ({ searchId }) =>
    archive.perform(async (reader) => {
      const file = await reader.searches();
      if (!file.ok) return file;
      const search = liveSearch(file.value.searches, searchId);
      if (search === undefined) return notFound('search', searchId);
      const at = toTimestamp(machine.nowMs());
      const after = { ...search, deletedAt: at, updatedAt: at };
      const changes = recordChanges({ kind: 'searches' }, 'searches', search, after);
      return ok({ value: null, name: 'delete-search', changes });
    }),

  /** How many there are of everything. */
  'counts:get': async () => {
    const counts = await catalogue.counts();
    const faults = await unseenFaults({ archive, catalogue });
    const conflicts = await listConflicts({ archive });
    const damaged = { 'file-repaired': archive.repairs().length, 'file-unreadable': faults.length };
    const contested = {
      conflict: conflicts.ok ? conflicts.value.length : 0,
      'copy-left': leftCopies().length,
    };
    const forms = (await readForms(archive)).forms.filter(({ deletedAt }) => deletedAt !== null);
    return ok({
      ...counts,
      trash: counts.trash + forms.length,
      needs: { ...counts.needs, ...damaged, ...contested },
    });
  },
});

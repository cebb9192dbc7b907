import type { SourceRow } from '#domain/contract/source.ts';
import type { PassageId, SourceId } from '#domain/ids.ts';
import { letterSource } from '#domain/source/reliability-over-time.ts';
import type { Source } from '#domain/source/source.ts';
import type { Timestamp } from '#domain/time.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { branchOf, isLive, resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState, PassageEntry } from '../../catalogue-state.ts';
import { compareTexts } from '../../order/text-order.ts';
import { passagesOfVoice, readingsOf } from '../../readings.ts';
import { storedPassage } from '../../stored-records.ts';

type Use = { readonly passages: number; readonly articles: number; readonly lastAt: Timestamp | null };

const latest = (a: Timestamp | null, b: Timestamp | null): Timestamp | null =>
  a === null || (b !== null && a < b) ? b : a;

const lastCreated = (passages: Iterable<PassageEntry>): Timestamp | null => {
  let last: Timestamp | null = null;
  for (const { createdAt } of passages) last = latest(last, createdAt);
  return last;
};

const createUses = () => {
  const uses = new Map<Source, Use>();
  const add = (sources: Iterable<Source>, { passages, articles, lastAt }: Use): void => {
    for (const source of sources) {
      const use = uses.get(source) ?? { passages: 0, articles: 0, lastAt: null };
      uses.set(source, {
        passages: use.passages + passages,
        articles: use.articles + articles,
        lastAt: latest(use.lastAt, lastAt),
      });
    }
  };
  return { uses, add };
};

/**
 * The use of sources: each use counts for the source and for all above it; a passage whose speaker and publication are
 * in one branch counts once for it.
 */
const countUses = (state: CatalogueState): ReadonlyMap<Source, Use> => {
  const { sources, articles, voices } = state;
  const { uses, add } = createUses();
  for (const voice of voices.values()) {
    const { speakerId, publicationId } = voice;
    const passages = passagesOfVoice(state, voice);
    const branches = new Set([...branchOf(sources, speakerId), ...branchOf(sources, publicationId)]);
    add(branches, { passages: passages.length, articles: 0, lastAt: lastCreated(passages) });
  }
  for (const { about, importedAt } of articles.values()) {
    if (about.publicationId === null) continue;
    add(branchOf(sources, about.publicationId), { passages: 0, articles: 1, lastAt: importedAt });
  }
  return uses;
};

/**
 * The number of passages about each source or one below it, as `concerned:` finds them: a passage about two of a branch
 * counts once for it.
 */
const countAbout = (state: CatalogueState): ReadonlyMap<Source, number> => {
  const { older } = readingsOf(state);
  const about = new Map<Source, Set<PassageEntry>>();
  for (const [id, readings] of state.concerning) {
    const newest = [...readings].filter((entry) => !older.has(entry.id));
    for (const source of branchOf(state.sources, id)) {
      const known = about.get(source) ?? new Set();
      about.set(source, known);
      newest.forEach((entry) => void known.add(entry));
    }
  }
  return new Map([...about].map(([source, entries]) => [source, entries.size]));
};

const mergedInto = ({ sources }: CatalogueState): ReadonlyMap<Source, readonly SourceId[]> => {
  const merged = new Map<Source, SourceId[]>();
  for (const { id, mergedInto: into } of sources.values()) {
    const source = into === null ? null : resolveRecord(sources, id);
    if (source !== null) merged.set(source, [...(merged.get(source) ?? []), id]);
  }
  return merged;
};

const noIds: readonly SourceId[] = [];

/**
 * The rows of the sources, by name. `passageCount` is the number of passages that the filter by that source finds:
 * those whose speaker or publication is the source or one below it.
 */
export const sourceRows = (state: CatalogueState): readonly SourceRow[] => {
  const uses = countUses(state);
  const about = countAbout(state);
  const merged = mergedInto(state);
  const rows = [...state.sources.values()].filter(isLive).map((source): SourceRow => {
    const { id, kind, name, parentId, aliases, reliability } = source;
    const use = uses.get(source);
    return {
      id,
      kind,
      name,
      parentId: resolveRecord(state.sources, parentId)?.id ?? null,
      aliases,
      mergedIds: merged.get(source) ?? noIds,
      reliability,
      passageCount: use?.passages ?? 0,
      articleCount: use?.articles ?? 0,
      aboutCount: about.get(source) ?? 0,
      lastUsedAt: use?.lastAt ?? null,
    };
  });
  return rows.sort((a, b) => compareTexts(a.name, b.name));
};

/** The ungraded passages that would take their letter from the source itself: see letterSource. */
export const ungradedPassages = (state: CatalogueState, id: SourceId): readonly PassageId[] => {
  const { sources, stored } = state;
  const source = resolveRecord(sources, id);
  if (source === null) return [];
  return [...state.voices.values()].flatMap((voice) => {
    const { speakerId, publicationId } = voice;
    const speaker = resolveRecord(sources, speakerId);
    if ((speaker ?? resolveRecord(sources, publicationId)) !== source) return [];
    return passagesOfVoice(state, voice)
      .filter(({ grade }) => isUngraded(grade))
      .filter((entry) => {
        // The speaker is known here; how a thing was said is read only if no speaker is named.
        if (speaker !== null) return true;
        const { manner } = storedPassage(stored, entry);
        return letterSource(sources, { sourceId: speakerId, manner }, publicationId) === source;
      })
      .map((entry) => entry.id);
  });
};

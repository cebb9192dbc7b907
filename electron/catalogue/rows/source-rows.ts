import type { SourceRow } from '#domain/contract/rows.ts';
import type { SourceId } from '#domain/ids.ts';
import type { Source } from '#domain/source/source.ts';
import type { Timestamp } from '#domain/time.ts';
import { branchOf, isLive, resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState } from '../catalogue-state.ts';

type Use = { readonly passages: number; readonly articles: number; readonly lastAt: Timestamp | null };

const latest = (a: Timestamp | null, b: Timestamp): Timestamp => (a === null || a < b ? b : a);

/** The branch of each source from its root, looked up once: few sources speak in many passages. */
const createBranches = ({ sources }: CatalogueState) => {
  const branches = new Map<SourceId | null, readonly Source[]>();
  return (id: SourceId | null): readonly Source[] => {
    const branch = branches.get(id) ?? branchOf(sources, id);
    branches.set(id, branch);
    return branch;
  };
};

const createUses = () => {
  const uses = new Map<Source, Use>();
  const count = (sources: Iterable<Source>, what: 'passages' | 'articles', at: Timestamp): void => {
    for (const source of sources) {
      const use = uses.get(source) ?? { passages: 0, articles: 0, lastAt: null };
      uses.set(source, { ...use, [what]: use[what] + 1, lastAt: latest(use.lastAt, at) });
    }
  };
  return { uses, count };
};

/** How sources are used: each use counts for the source and for all above it. */
const countUses = (state: CatalogueState): ReadonlyMap<Source, Use> => {
  const branch = createBranches(state);
  const { uses, count } = createUses();
  for (const { article, about, passages } of state.articles.values()) {
    const carriers = branch(about.publicationId);
    count(carriers, 'articles', article.importedAt);
    for (const { passage } of passages) {
      count(unionOf(branch(passage.sourceId), carriers), 'passages', passage.createdAt);
    }
  }
  return uses;
};

/** A passage whose speaker and publication share a branch counts once for it. */
const unionOf = (a: readonly Source[], b: readonly Source[]): Iterable<Source> => {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  return new Set([...a, ...b]);
};

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/**
 * The rows of the sources, by name. `passageCount` is the number of passages that the filter by that source finds:
 * those whose speaker, or whose publication, it is or stands above.
 */
export const sourceRows = (state: CatalogueState): readonly SourceRow[] => {
  const uses = countUses(state);
  const rows = [...state.sources.values()].filter(isLive).map((source): SourceRow => {
    const { id, kind, name, parentId, aliases, reliability } = source;
    const use = uses.get(source);
    return {
      id,
      kind,
      name,
      parentId: resolveRecord(state.sources, parentId)?.id ?? null,
      aliases,
      reliability,
      passageCount: use?.passages ?? 0,
      articleCount: use?.articles ?? 0,
      lastUsedAt: use?.lastAt ?? null,
    };
  });
  return rows.sort((a, b) => collator.compare(a.name, b.name));
};

/** The names of each kind of record in the palette. */
import type { RecordPlace } from '#domain/contract/record-kinds.ts';
import type { Found } from '#domain/contract/search.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { isLive, namePath } from '#domain/tree/record-tree.ts';
import type { ArticleEntry, CatalogueState, MemoEntry } from '../../catalogue-state.ts';
import { versionOf } from '../../version-numbers.ts';

export const nameTag = ({ tags }: CatalogueState, { id, name }: Tag): Found => {
  const above = namePath(tags, id).slice(0, -1);
  return { kind: 'tag', tagId: id, title: name, detail: printNamePath(above) };
};

export const nameSource = ({ sources }: CatalogueState, { id, name }: Source): Found => {
  const above = namePath(sources, id).slice(0, -1);
  return { kind: 'source', sourceId: id, title: name, detail: printNamePath(above) };
};

export const nameMemo = ({ memo: { id, head } }: MemoEntry, judgement: number | null = null): Found => ({
  kind: 'memo',
  memoId: id,
  title: head.title,
  detail: judgement === null ? head.referenceNumber : `${head.referenceNumber}, judgement ${judgement}`,
  judgement,
});

/** Versions of one article have the same words, so each is shown with its number. */
export const nameArticle = (state: CatalogueState, { id, bibliography, firstWords }: ArticleEntry): Found => {
  const version = versionOf(state, id);
  const which = version === null ? null : `version ${version.number} of ${version.count}`;
  return {
    kind: 'article',
    articleId: id,
    title: bibliography.title ?? firstWords,
    detail: [bibliography.publisher, which].filter((part) => part !== null).join(' · '),
  };
};

/** The name of the record at a place, or undefined if it is gone. */
const nameAt = (state: CatalogueState, place: RecordPlace): Found | undefined => {
  switch (place.kind) {
    case 'article': {
      const entry = state.articles.get(place.articleId);
      return entry && nameArticle(state, entry);
    }
    case 'memo': {
      const entry = state.memos.get(place.memoId);
      return entry && nameMemo(entry);
    }
    case 'tag': {
      const tag = state.tags.get(place.tagId);
      return tag !== undefined && isLive(tag) ? nameTag(state, tag) : undefined;
    }
    case 'source': {
      const source = state.sources.get(place.sourceId);
      return source !== undefined && isLive(source) ? nameSource(state, source) : undefined;
    }
  }
};

/** The first `limit` of the places that still exist, by name, each once. */
export const namePlaces = (
  state: CatalogueState,
  places: readonly RecordPlace[],
  limit: number,
): readonly Found[] => {
  const named = new Map<string, Found>();
  for (const place of places) {
    const found = named.size < limit ? nameAt(state, place) : undefined;
    if (found !== undefined) named.set(JSON.stringify(place), found);
  }
  return [...named.values()];
};

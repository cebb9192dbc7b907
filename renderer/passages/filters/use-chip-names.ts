import { labelTable } from '#domain/passage/label.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';

type ChipNames = { readonly [K in keyof PassageFilter]-?: string };

/** Each condition of a filter in words. */
export const useChipNames = (filter: PassageFilter): ChipNames => {
  const tags = useTags();
  const sources = useSources();
  const tag = filter.tagId === undefined ? undefined : tags.byId.get(filter.tagId);
  const source = filter.sourceId === undefined ? undefined : sources.byId.get(filter.sourceId);
  return {
    text: `“${filter.text ?? ''}”`,
    isUngraded: filter.isUngraded === false ? 'graded' : 'ungraded',
    hasOpenTask: filter.hasOpenTask === false ? 'no open task' : 'open task',
    articleId: 'this article',
    tagId: tag === undefined ? 'the tag' : printPath(tag.path),
    sourceId: source?.name ?? 'the source',
    label: filter.label === undefined ? 'the label' : labelTable[filter.label].name.toLowerCase(),
  };
};

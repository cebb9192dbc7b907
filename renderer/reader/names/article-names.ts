/**
 * The register's names in an article, searched block by block on demand and then cached: what is never shown is never
 * searched.
 */
import type { SourceId } from '#domain/ids.ts';
import type { NameBook, NameInText } from '#domain/names/names-in-text.ts';
import type { MappedBlock } from '#renderer/editor/position-map.ts';
import { blocksOver } from '../state/layer.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import type { ArticleNames } from '../state/reader-store.ts';

export const createArticleNames = (
  { map, index }: Pick<PreparedArticle, 'map' | 'index'>,
  book: NameBook,
): ArticleNames => {
  const found = new Map<MappedBlock, readonly NameInText[]>();
  const ofBlock = (block: MappedBlock): readonly NameInText[] => {
    const names =
      found.get(block) ??
      book.inText(index.text.slice(block.start, block.end)).map(({ start, end, ids }) => ({
        start: block.start + start,
        end: block.start + end,
        ids,
      }));
    found.set(block, names);
    return names;
  };
  return {
    near: (range) => blocksOver(map, range).flatMap(ofBlock),
    at: (offset) =>
      blocksOver(map, { start: offset - 1, end: offset + 1 })
        .flatMap(ofBlock)
        .find(({ start, end }) => start <= offset && offset <= end) ?? null,
  };
};

/** How often a source is named in the text. Searches all of it: meant for a single press. */
export const countNamed = (
  { map, index }: Pick<PreparedArticle, 'map' | 'index'>,
  book: NameBook,
  id: SourceId,
): number =>
  map.blocks.reduce(
    (sum, { start, end }) =>
      sum + book.inText(index.text.slice(start, end)).filter(({ ids }) => ids.includes(id)).length,
    0,
  );

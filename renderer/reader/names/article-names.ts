/**
 * The names of the register in an article, found block by block as they are asked for and then kept: what is never seen
 * is never searched.
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

/** How often a source is named in the text. Looks at all of it: made for one press. */
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

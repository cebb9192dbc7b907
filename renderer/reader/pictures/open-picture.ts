import { type PictureInText, picturesInText } from '#domain/article/pictures/pictures-in-text.ts';
import type { PassageId } from '#domain/ids.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import type { ReaderStore } from '../state/reader-store.ts';

/** Enlarges the picture at an offset of the text; with `framedId` that region's edges are moved. */
export const openPicture = (
  store: ReaderStore,
  { spans }: Pick<PreparedArticle, 'spans'>,
  offset: number,
  framedId: PassageId | null = null,
): void =>
  store.setState({
    picture: picturesInText(spans).find((each) => each.offset === offset) ?? null,
    framedId,
  });

/** The picture for a caret: the one there, else the next, else the last before it. */
export const pictureNear = (
  { spans }: Pick<PreparedArticle, 'spans'>,
  caret: number,
): PictureInText | null => {
  const pictures = picturesInText(spans);
  return pictures.find(({ offset }) => offset >= caret) ?? pictures.at(-1) ?? null;
};

import { regionOf } from '#domain/passage/passage.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import type { OpenPassages } from '../state/passages-context.ts';
import { useReader } from '../state/reader-context.ts';
import { openPicture, pictureNear } from './open-picture.ts';

/** Enlarges the picture of the selected region, else the one at the caret or after it. */
export const usePictureCommand = ({ placed }: Pick<OpenPassages, 'placed'>): void => {
  const { article, store, view } = useReader();
  const enlarge = (): void => {
    const { selectedId, selected } = store.getState();
    const region = placed.find(({ passage }) => passage.id === selectedId && regionOf(passage) !== null);
    const picture = pictureNear(
      article,
      region !== undefined && region.start >= 0 ? region.start : selected.caret,
    );
    if (picture === null) return;
    // The focus comes back to the text.
    view?.focus();
    openPicture(store, article, picture.offset);
  };
  useCommand('article.picture', enlarge, pictureNear(article, 0) !== null);
};

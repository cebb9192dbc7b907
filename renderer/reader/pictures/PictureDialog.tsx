import { useEffect, useRef, useState } from 'react';
import { pictureWords } from '#domain/article/draft/picture-words.ts';
import type { PictureInText } from '#domain/article/pictures/pictures-in-text.ts';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { PictureStage } from '../regions/PictureStage.tsx';
import { RegionBar } from '../regions/RegionBar.tsx';
import { useFrame } from '../regions/use-frame.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import styles from './pictures.module.css';

const usePictureAddress = (picture: PictureInText): string | null | 'missing' => {
  const { load } = useReader();
  const [address, setAddress] = useState<string | null | 'missing'>(null);
  useEffect(() => {
    let isWanted = true;
    void load(picture.attrs).then((loaded) => isWanted && setAddress(loaded ?? 'missing'));
    return () => {
      isWanted = false;
    };
  }, [load, picture]);
  return address;
};

const Enlarged = ({ picture }: { readonly picture: PictureInText }) => {
  const { placed, acts } = useOpenPassages();
  const address = usePictureAddress(picture);
  const framing = useFrame(picture);
  const figure = useRef<HTMLElement>(null);
  const toStage = (): void => {
    focusInto(figure.current);
  };
  const isShown = address !== null && address !== 'missing';
  useEffect(() => {
    if (isShown) focusInto(figure.current);
  }, [isShown]);
  const passage = placed.find((each) => each.passage.id === framing.current?.id)?.passage ?? null;
  return (
    <figure ref={figure} className={styles.enlarged}>
      {isShown ? (
        <PictureStage picture={picture} address={address} framing={framing} />
      ) : (
        <div className={styles.room}>
          {address === 'missing' && <p role="alert">The file of this picture is missing or was changed.</p>}
        </div>
      )}
      {picture.caption !== '' && <figcaption>{picture.caption}</figcaption>}
      {isShown && (
        <RegionBar
          framing={framing}
          passage={passage}
          onEdit={(edit, editId) =>
            passage === null ? Promise.resolve() : acts.edit(passage.id, edit, editId)
          }
          onDone={toStage}
        />
      )}
    </figure>
  );
};

/**
 * A picture of the text as large as the window allows, on which regions are made into passages. Esc returns to the
 * text.
 */
export const PictureDialog = () => {
  const { store } = useReader();
  const picture = useReaderState((state) => state.picture);
  const isOpen = picture !== null;
  const close = (): void => store.setState({ picture: null, framedId: null });
  useEffect(() => {
    if (!isOpen) return;
    // The dialog traps the focus until it is gone, a frame or two later.
    return () => {
      requestAnimationFrame(() => requestAnimationFrame(() => focusTarget('article-text')));
    };
  }, [isOpen]);
  return (
    <Dialog
      title={picture === null ? 'Picture' : pictureWords(picture.attrs)}
      isOpen={isOpen}
      onClose={close}
      page={{
        subtitle: picture === null ? '' : `${picture.attrs.width} × ${picture.attrs.height} pixels`,
      }}
    >
      {picture !== null && <Enlarged key={picture.offset} picture={picture} />}
    </Dialog>
  );
};

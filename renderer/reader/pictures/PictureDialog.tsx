import { useEffect, useState } from 'react';
import { pictureWords } from '#domain/article/draft/picture-words.ts';
import type { PictureInText } from '#domain/article/pictures/picture-in-text.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { focusTarget } from '#renderer/window/focus-targets.ts';
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
  const address = usePictureAddress(picture);
  const { alt, width, height } = picture.attrs;
  return (
    <figure className={styles.enlarged}>
      <div className={styles.room}>
        {address === 'missing' && <p role="alert">The file of this picture is missing or was changed.</p>}
        {address !== null && address !== 'missing' && (
          <img
            src={address}
            alt={alt === '' ? 'A picture without a description' : alt}
            width={width}
            height={height}
            draggable={false}
          />
        )}
      </div>
      {picture.caption !== '' && <figcaption>{picture.caption}</figcaption>}
    </figure>
  );
};

/** A picture of the text as large as the window has room for. Esc leads back to the text. */
export const PictureDialog = () => {
  const { store } = useReader();
  const picture = useReaderState((state) => state.picture);
  const close = (): void => {
    store.setState({ picture: null });
    focusTarget('article-text');
  };
  return (
    <Dialog
      title={picture === null ? 'Picture' : pictureWords(picture.attrs)}
      isOpen={picture !== null}
      onClose={close}
      page={{
        subtitle: picture === null ? '' : `${picture.attrs.width} × ${picture.attrs.height} pixels`,
      }}
    >
      {picture !== null && <Enlarged picture={picture} />}
    </Dialog>
  );
};

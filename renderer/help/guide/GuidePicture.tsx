import styles from './guide-text.module.css';
import { pictureUrl } from './load-guide.ts';

/** A picture as the guide writes it: `<picture>` with one for the dark, and the light one as its `<img>`. */
const partsOf = (html: string): { readonly name: string; readonly alt: string } | null => {
  const image = new DOMParser().parseFromString(html, 'text/html').querySelector('img');
  const [, name] = /([\w-]+)-light\.png$/u.exec(image?.getAttribute('src') ?? '') ?? [];
  return name === undefined ? null : { name, alt: image?.getAttribute('alt') ?? '' };
};

/** A picture of the guide, by day or by night as the window is. Nothing where the HTML holds none. */
export const GuidePicture = ({ html }: { readonly html: string }) => {
  const parts = partsOf(html);
  if (parts === null) return null;
  return (
    <picture className={styles.picture}>
      <source media="(prefers-color-scheme: dark)" srcSet={pictureUrl(`${parts.name}-dark`)} />
      <img alt={parts.alt} src={pictureUrl(`${parts.name}-light`)} />
    </picture>
  );
};

import { MarkupError, parseMarkup } from '../html/parse-markup.ts';
import { pictureAddresses } from '../picture/picture-addresses.ts';
import type { ArchivedPage } from './pages-of-archive.ts';
import { asAddress, type Capture } from './records/read-captures.ts';
import type { WebArchive } from './web-archive.ts';

/** The title of a page, and the captures of its pictures. */
export type ShownByPage = { readonly title: string; readonly pictures: readonly Capture[] };

const parse = (html: string): Document | null => {
  try {
    return parseMarkup(html);
  } catch (error) {
    // The page's own reader reports that too, if it is chosen.
    if (error instanceof MarkupError) return null;
    throw error;
  }
};

const isPicture = ({ type, status, isMissing }: Capture): boolean =>
  status === 200 && type.startsWith('image/') && !isMissing;

/** The picture at an address in a page; null if the archive does not have it. */
export type PicturesAt = (named: string, page: Capture) => Capture | null;

/** Looks up the pictures of an archive. */
export const createPicturesAt = ({ captures }: WebArchive): PicturesAt => {
  const pictures = new Map(captures.filter(isPicture).map((capture) => [capture.address, capture]));
  return (named, page) => {
    const address = asAddress(named, page.address);
    return address === null ? null : (pictures.get(address) ?? null);
  };
};

/** Looks up what the pages of an archive show. */
export const createShownBy = (archive: WebArchive): ((page: ArchivedPage) => ShownByPage) => {
  const picturesAt = createPicturesAt(archive);
  return ({ html, capture }) => {
    const page = html === null ? null : parse(html);
    if (page === null) return { title: '', pictures: [] };
    const shown = [...page.querySelectorAll('img')].map(
      (image) =>
        pictureAddresses(image)
          .map((address) => picturesAt(address, capture))
          .find((each) => each !== null) ?? null,
    );
    return {
      title: page.title.replace(/\s+/gu, ' ').trim(),
      pictures: [...new Set(shown.filter((each) => each !== null))],
    };
  };
};

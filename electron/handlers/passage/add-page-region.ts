import { pagedRanges } from '#domain/article/pages.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { describePageRegion } from '#domain/passage/anchor/describe-selector.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { isWithin, wholeRectangle } from '#domain/passage/region/rectangle.ts';
import { readPictureHead } from '#domain/picture/picture-head.ts';
import type { StoredPicture } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { passageTextOf } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { invalidInput } from '../shared/failures.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { makeRegion } from './add-region.ts';

const REQUEST = 'passage:add-page-region';

/** The name, in an error, of a picture of a page region that can't be stored. */
const FILE_NAME = 'The region of the page';

type Adding = Input<typeof REQUEST>;

/** Whether the folder of the article has that picture: no passage is made from a missing picture. */
export const hasPixels = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  { sha256, format, width, height }: StoredPicture,
): Promise<boolean> => {
  const kept = await reader.picture({ kind: 'article', id: articleId }, { sha256, format });
  const head = kept.kind === 'picture' ? readPictureHead(kept.bytes) : null;
  return head?.width === width && head.height === height;
};

const regionPassage = async (
  reader: ArchiveReader,
  { articleId, passageId, page, viewrect, picture, label, description }: Adding,
  at: Passage['createdAt'],
): Promise<Result<Passage, AppError>> => {
  const article = await reader.article(articleId);
  if (!article.ok) return article;
  if (article.value.article.originalSha256 !== page.original)
    return invalidInput(REQUEST, 'the page is of another original');
  if (!isWithin(viewrect, page)) return invalidInput(REQUEST, 'the region leaves its page');
  if (!(await hasPixels(reader, articleId, picture))) return invalidInput(REQUEST, 'its pixels are not kept');
  const text = await passageTextOf(reader, articleId);
  if (!text.ok) return text;
  const { index, spans } = text.value;
  const selector = describePageRegion({ index, pages: pagedRanges(spans) }, { picture, page, viewrect });
  if (selector === null) return invalidInput(REQUEST, 'the text stands on no pages');
  return ok(newPassage({ selectors: [selector], description, label }, { id: passageId, at }));
};

/** The handlers for making a passage from a region of a page of the original. */
export const createAddingPageRegions = (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine' | 'figures'>,
): Pick<HandlersOn<'passage'>, 'passage:keep-pixels' | typeof REQUEST> => ({
  /**
   * Stores a picture that the window has drawn from the sealed original in the folder of the article, redrawn in the
   * sandboxed page: a PNG, unless that is too large. It is not an undo step. Fails with `figure-unusable` if it is not
   * a picture, and as any act that can't be written.
   */
  'passage:keep-pixels': async ({ articleId, bytes }) => {
    const head = readPictureHead(bytes);
    if (head === null) return err({ code: 'figure-unusable', file: FILE_NAME, why: 'no-picture' });
    const drawn = await deps.figures.draw(FILE_NAME, bytes, wholeRectangle(head));
    if (!drawn.ok) return drawn;
    const { bytes: kept, ...size } = drawn.value;
    const picture: StoredPicture = { sha256: sha256Of(kept), ...size };
    return deps.archive.perform(async (reader) => {
      const article = await reader.article(articleId);
      if (!article.ok) return article;
      const holder = { kind: 'article', id: articleId } as const;
      const { sha256, format } = picture;
      const newPictures = [{ holder, picture: { sha256, format }, bytes: kept }];
      return ok({ value: picture, name: 'add-region', changes: [], newPictures });
    });
  },

  /**
   * Makes a passage from the rectangle `viewrect` of a page of the original, in one step. A repeated request changes
   * nothing. Fails with `invalid-input` if the article has another original or no pages, if the rectangle extends
   * beyond the page, if the picture is not in the folder of the article, or for an id that is taken; `text-altered` for
   * a text that is not the sealed one.
   */
  [REQUEST]: (input) =>
    makeRegion(deps, REQUEST, input.articleId, (reader, at) => regionPassage(reader, input, at)),
});

/** Cuts regions of pictures out for the memos that show them. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import type { EvidencePassage } from '#domain/memo/evidence-block.ts';
import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import { newRegionFigure } from '#domain/memo/figure/new-figure.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import type { StoredPicture } from '#domain/picture/stored-picture.ts';
import { remembering } from '#domain/remembering.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { PictureFile } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'figures'>;

/** A region that was cut out: its figure, and the file of its picture. */
export type CutRegion = { readonly figure: FigureAttrs; readonly file: PictureFile };

/** The name, in an error, of a picture of an article that can't be drawn. */
const FILE_NAME = 'The picture of the article';

/**
 * Cuts the region of `passage` out of the picture stored with its article, in the sandboxed page. Null if the passage
 * quotes words; fails with `figure-unusable` if the picture is missing or is a different one.
 */
export const cutRegion = async (
  { archive, figures }: Deps,
  passage: Passage,
  cited: CitedPassage,
): Promise<Result<CutRegion | null, AppError>> => {
  const region = pictureRegionOf(passage, cited.articleId);
  if (region === null) return ok(null);
  const kept = await archive.picture({ kind: 'article', id: region.articleId }, region.picture);
  if (kept.kind !== 'picture') return err({ code: 'figure-unusable', file: FILE_NAME, why: 'no-picture' });
  const drawn = await figures.draw(FILE_NAME, kept.bytes, region.xywh);
  if (!drawn.ok) return drawn;
  const { bytes, ...size } = drawn.value;
  const picture: StoredPicture = { sha256: sha256Of(bytes), ...size };
  return ok({
    figure: newRegionFigure(picture, cited, passage.description ?? ''),
    file: { picture: { sha256: picture.sha256, format: picture.format }, bytes },
  });
};

/** Finds passages; the annotations of each article are read once. */
const passageFinder = ({ archive }: Pick<Deps, 'archive'>) => {
  const passagesOf = remembering(async (articleId: ArticleId): Promise<readonly Passage[]> => {
    const said = await archive.annotations(articleId);
    return said.ok ? said.value.passages : [];
  });
  return async ({ articleId, passageId }: CitedPassage): Promise<Passage | undefined> =>
    (await passagesOf(articleId)).find(({ id }) => id === passageId);
};

/**
 * Passages as evidence, each region with the figure of its picture, and the files of the pictures. A region whose
 * picture can't be cut has no figure.
 */
export const withFigures = async (
  deps: Deps,
  passages: readonly CitedPassage[],
): Promise<{ readonly passages: readonly EvidencePassage[]; readonly files: readonly PictureFile[] }> => {
  const find = passageFinder(deps);
  const shown: EvidencePassage[] = [];
  const files: PictureFile[] = [];
  for (const cited of passages) {
    const passage = await find(cited);
    const cut = passage === undefined ? ok(null) : await cutRegion(deps, passage, cited);
    const region = cut.ok ? cut.value : null;
    shown.push(region === null ? cited : { ...cited, figure: region.figure });
    if (region !== null) files.push(region.file);
  }
  return { passages: shown, files };
};

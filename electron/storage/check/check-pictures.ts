import { join } from 'node:path';
import type { Body } from '#domain/article/body/body.ts';
import { keptPictures } from '#domain/article/pictures/pictures-in-text.ts';
import { blocksOfDocument } from '#domain/memo/document/blocks-of-document.ts';
import { listFigures, picturesOfFigure } from '#domain/memo/figure/list-figures.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { isOutOfText } from '#domain/passage/carried.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { isOfPage } from '#domain/passage/region/region-selector.ts';
import {
  MAX_PICTURE_BYTES,
  type PictureName,
  pathOfPicture,
  pictureOfPath,
} from '#domain/picture/stored-picture.ts';
import { readDecoded } from '../file/read/read-decoded.ts';
import { hashBytes } from '../hash-text.ts';
import { type FullFinding, finding } from './findings.ts';
import type { CheckedPlace } from './read-one.ts';

/** The references of a memo and its snapshots to pictures. */
export type Pictured = {
  readonly content: MemoContent | null;
  readonly snapshots: readonly Pick<Snapshot, 'document'>[];
};

const neededBy = ({ content, snapshots }: Pictured): readonly PictureName[] => [
  ...(content === null ? [] : listFigures(content).flatMap(({ attrs }) => picturesOfFigure(attrs))),
  ...snapshots
    .flatMap(({ document }) => blocksOfDocument(document.sections))
    .flatMap((block) => (block.kind === 'figure' ? block.picture : [])),
];

const checkBytes = async (
  { root, codec }: CheckedPlace,
  file: string,
  { sha256 }: PictureName,
): Promise<FullFinding[]> => {
  const read = await readDecoded(join(root, file), MAX_PICTURE_BYTES, codec);
  if (read.kind === 'unreadable')
    return [finding(file, 'unreadable', `The picture can’t be read (${read.reason}).`)];
  if (read.kind === 'bytes' && hashBytes(read.bytes) === sha256) return [];
  return [finding(file, 'picture-altered', 'The picture does not match its name.')];
};

/** A memo with its snapshots, or the text of an article, null if it can't be read, with its passages. */
export type PicturesOf =
  | { readonly memo: Pictured }
  | { readonly article: Body | null; readonly passages: readonly Passage[] };

const namedBy = (of: PicturesOf): readonly PictureName[] => {
  if ('memo' in of) return neededBy(of.memo);
  return of.article === null ? [] : keptPictures(of.article);
};

/**
 * The pictures of page regions; a passage that was not located has that of its old copy, and a deleted one may have
 * none.
 */
const pixelsNamedBy = (of: PicturesOf): readonly PictureName[] =>
  'memo' in of
    ? []
    : of.passages
        .filter((passage) => passage.deletedAt === null && !isOutOfText(passage))
        .flatMap(({ selectors }) => selectors.flatMap((each) => (isOfPage(each) ? each.picture : [])));

/**
 * Checks the pictures in the folder of an article or a memo: each must have the hash in its name, and each referenced
 * one must exist. An unreferenced picture is not a fault: see `unused-pictures.ts`.
 * @param names of all files in that folder
 */
export const checkPictures = async (
  place: CheckedPlace,
  folder: string,
  names: readonly string[],
  of: PicturesOf,
): Promise<readonly FullFinding[]> => {
  const findings: FullFinding[] = [];
  for (const name of names) {
    const picture = pictureOfPath(name);
    if (picture !== null) findings.push(...(await checkBytes(place, `${folder}/${name}`, picture)));
  }
  const missing = (pictures: readonly PictureName[], says: string): readonly FullFinding[] =>
    [...new Set(pictures.map(pathOfPicture))]
      .filter((name) => !names.includes(name))
      .map((name) => finding(`${folder}/${name}`, 'picture-missing', says));
  return [
    ...findings,
    ...missing(
      namedBy(of),
      'memo' in of ? 'The picture of a figure is missing.' : 'A picture of the text is missing.',
    ),
    ...missing(pixelsNamedBy(of), 'The pixels of a region of a page are missing.'),
  ];
};

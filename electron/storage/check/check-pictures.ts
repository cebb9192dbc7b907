import { join } from 'node:path';
import { blocksOfDocument } from '#domain/memo/document/blocks-of-document.ts';
import { listFigures } from '#domain/memo/figure/list-figures.ts';
import {
  MAX_PICTURE_BYTES,
  type PictureName,
  pathOfPicture,
  pictureOfPath,
} from '#domain/memo/figure/stored-picture.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { readDecoded } from '../file/read/read-decoded.ts';
import { hashBytes } from '../hash-text.ts';
import type { CheckedPlace } from './check-article.ts';
import { type FullFinding, finding } from './findings.ts';

/** A memo and its snapshots, as far as they refer to pictures. */
export type Pictured = {
  readonly content: MemoContent | null;
  readonly snapshots: readonly Pick<Snapshot, 'document'>[];
};

const neededBy = ({ content, snapshots }: Pictured): readonly PictureName[] => [
  ...(content === null ? [] : listFigures(content).map(({ attrs }) => attrs)),
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
  if (read.found === 'unreadable') return [finding(file, 'unreadable', `It can’t be read (${read.reason}).`)];
  if (read.found === 'bytes' && hashBytes(read.bytes) === sha256) return [];
  return [
    finding(file, 'picture-altered', 'Its bytes are not those of the picture that was put into the memo.'),
  ];
};

/**
 * The pictures in the folder of a memo: each has the hash that it is called by, and each that is needed is there. One that
 * nothing needs any more is no fault: see `unused-pictures.ts`.
 *
 * @param names of all that lies in that folder
 */
export const checkPictures = async (
  place: CheckedPlace,
  folder: string,
  names: readonly string[],
  memo: Pictured,
): Promise<readonly FullFinding[]> => {
  const findings: FullFinding[] = [];
  for (const name of names) {
    const picture = pictureOfPath(name);
    if (picture !== null) findings.push(...(await checkBytes(place, `${folder}/${name}`, picture)));
  }
  const missing = new Set(
    neededBy(memo)
      .map(pathOfPicture)
      .filter((name) => !names.includes(name)),
  );
  return [
    ...findings,
    ...[...missing].map((name) =>
      finding(`${folder}/${name}`, 'picture-missing', 'The picture of a figure is missing.'),
    ),
  ];
};

/** The pictures of a memo's figures, from its folder or from that of another memo from which they were copied. */
import type { MemoId } from '#domain/ids.ts';
import { listFigures, picturesOfFigure } from '#domain/memo/figure/list-figures.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { type PictureName, pathOfPicture } from '#domain/picture/stored-picture.ts';
import type { ArchiveReader, PictureFile } from '#electron/ports/archive.ts';

/** The bytes of a picture; null if no memo of the archive has it. */
export const readPicture = async (
  reader: ArchiveReader,
  memoId: MemoId,
  picture: PictureName,
): Promise<Uint8Array | null> => {
  const own = await reader.picture({ kind: 'memo', id: memoId }, picture);
  return own.kind === 'picture' ? own.bytes : reader.findPicture(picture);
};

const eachOnce = (pictures: readonly PictureName[]): readonly PictureName[] => [
  ...new Map(pictures.map((picture) => [pathOfPicture(picture), picture] as const)).values(),
];

/** The pictures that a text shows, each once, as cropped. */
const shownIn = (content: MemoContent): readonly PictureName[] =>
  eachOnce(listFigures(content).map(({ attrs: { sha256, format } }) => ({ sha256, format })));

/** The pictures that a text needs, each once, including the originals of cropped ones. */
const picturesOf = (content: MemoContent): readonly PictureName[] =>
  eachOnce(listFigures(content).flatMap(({ attrs }) => picturesOfFigure(attrs)));

/** The files of those pictures, one by one; missing ones are left out. */
async function* filesOf(
  reader: ArchiveReader,
  memoId: MemoId,
  pictures: readonly PictureName[],
): AsyncGenerator<PictureFile> {
  for (const picture of pictures) {
    const bytes = await readPicture(reader, memoId, picture);
    if (bytes !== null) yield { picture, bytes };
  }
}

/** The pictures that a text shows, in Base64 by their hashes; missing ones are left out. */
export const readPictures = async (
  reader: ArchiveReader,
  memoId: MemoId,
  content: MemoContent,
): Promise<Readonly<Record<string, string>>> => {
  const found: Record<string, string> = {};
  for await (const { picture, bytes } of filesOf(reader, memoId, shownIn(content))) {
    found[picture.sha256] = Buffer.from(bytes).toString('base64');
  }
  return found;
};

/** The files of the pictures of a text, for a memo that is made from it; missing ones are left out. */
export const pictureFilesOf = async (
  reader: ArchiveReader,
  memoId: MemoId,
  content: MemoContent,
): Promise<readonly PictureFile[]> => {
  const files: PictureFile[] = [];
  for await (const file of filesOf(reader, memoId, picturesOf(content))) files.push(file);
  return files;
};

/**
 * The pictures that are new in a text, missing in the folder of its memo, and present in that of another memo, from
 * which they were copied.
 */
export const picturesToAdopt = async (
  reader: ArchiveReader,
  memoId: MemoId,
  before: MemoContent,
  content: MemoContent,
): Promise<readonly PictureFile[]> => {
  const known = new Set(picturesOf(before).map(pathOfPicture));
  const files: PictureFile[] = [];
  for (const picture of picturesOf(content).filter((each) => !known.has(pathOfPicture(each)))) {
    if ((await reader.picture({ kind: 'memo', id: memoId }, picture)).kind === 'picture') continue;
    const bytes = await reader.findPicture(picture);
    if (bytes !== null) files.push({ picture, bytes });
  }
  return files;
};

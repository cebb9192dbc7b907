import { z } from 'zod';
import { sha256Schema } from '../ids.ts';

/** The formats in which the pictures are kept; each is the ending of their files. */
export const pictureFormats = ['png', 'jpg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** The most bytes of a picture as it is kept: it is read anew each time that the memo is printed. */
export const MAX_PICTURE_BYTES = 8 << 20;

/** The most pixels that a kept picture has in a row or a column: across A4 they are 280 to the inch. */
export const MAX_PICTURE_SIDE = 2400;

/** A picture in the folder of its article or memo, by the SHA-256 of its bytes. Width and height are pixels. */
export const storedPictureSchema = z.strictObject({
  sha256: sha256Schema,
  format: z.enum(pictureFormats),
  width: z.int().min(1).max(MAX_PICTURE_SIDE),
  height: z.int().min(1).max(MAX_PICTURE_SIDE),
});
export type StoredPicture = z.infer<typeof storedPictureSchema>;

/** What names the file of a picture. */
export type PictureName = Pick<StoredPicture, 'sha256' | 'format'>;

/** The folder of pictures within that of their article or memo. */
export const PICTURE_FOLDER = 'media';

/** The file of a picture within the folder of its article or memo. */
export const pathOfPicture = ({ sha256, format }: PictureName): string =>
  `${PICTURE_FOLDER}/${sha256}.${format}`;

const pictureFile = /^media\/(?<sha256>[0-9a-f]{64})\.(?<format>png|jpg)$/u;

/** The picture that a path within such a folder names; null where it names none. */
export const pictureOfPath = (path: string): PictureName | null => {
  const { sha256, format } = pictureFile.exec(path)?.groups ?? {};
  const read = storedPictureSchema.pick({ sha256: true, format: true }).safeParse({ sha256, format });
  return read.success ? read.data : null;
};

/** Whether a name in the folder of pictures is that of one. */
export const isPictureFile = (name: string): boolean => pictureOfPath(`${PICTURE_FOLDER}/${name}`) !== null;

export const mediaTypeOf = {
  png: 'image/png',
  jpg: 'image/jpeg',
} as const satisfies Readonly<Record<PictureFormat, string>>;

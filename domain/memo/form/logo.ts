import { z } from 'zod';
import type { PictureSize } from '../../picture/picture-head.ts';
import { decodeBase64, pictureSize } from './picture-size.ts';

/** The maximum size of a letterhead's picture: it is printed small, and included in every file. */
export const MAX_LOGO_BYTES = 512 << 10;

/** The most pixels that it may have in a row or a column: a small file may hold a picture that fills the memory. */
export const MAX_LOGO_PIXELS = 4000;

/** The first bytes of each kind of picture that is taken, in hexadecimal. Pictures that can hold scripts are not. */
const signatures = { 'image/png': '89504e470d0a1a0a', 'image/jpeg': 'ffd8ff' } as const;
export type LogoType = keyof typeof signatures;
export const logoTypes = Object.keys(signatures) as readonly LogoType[];

const base64Text = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;
const startOf = (base64: string): string =>
  decodeBase64(base64, 8)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** The kind of picture that bytes begin as; null for any that is not taken. */
export const logoTypeOf = (base64: string): LogoType | null =>
  logoTypes.find((type) => startOf(base64).startsWith(signatures[type])) ?? null;

const isPrintable = (size: PictureSize | null): boolean =>
  size !== null && Math.max(size.width, size.height) <= MAX_LOGO_PIXELS;

/** The picture of a letterhead: a PNG or JPEG by its first bytes, with its alternative text. */
export const logoSchema = z
  .strictObject({
    mediaType: z.enum(['image/png', 'image/jpeg']),
    base64: z
      .string()
      .min(16)
      .max(Math.ceil(MAX_LOGO_BYTES / 3) * 4)
      .regex(base64Text),
    /** Read to whoever can't see it. */
    alt: z.string().trim().min(1).max(200),
  })
  .refine(({ base64, mediaType }) => logoTypeOf(base64) === mediaType, {
    message: 'the picture is neither a PNG nor a JPEG',
    path: ['base64'],
  })
  .refine(({ base64, mediaType }) => isPrintable(pictureSize(mediaType, base64)), {
    message: `the picture has no size, or is larger than ${MAX_LOGO_PIXELS} pixels`,
    path: ['base64'],
  });
export type Logo = z.infer<typeof logoSchema>;

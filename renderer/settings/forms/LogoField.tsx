import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PictureFailure } from '#domain/contract/errors/memo-errors.ts';
import { type ChosenPicture, formChooseLogo } from '#domain/contract/form.ts';
import { limitOf } from '#domain/limit-of.ts';
import { type Logo, logoSchema, MAX_LOGO_BYTES } from '#domain/memo/form/logo.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { act } from '#renderer/bridge/act.ts';
import { LogoPicture } from '#renderer/parts/memo/FormOutline.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FileField } from './FileField.tsx';
import styles from './logo.module.css';

/** "harbour-office crest.png" serves as description until somebody writes a better one. */
const firstAlt = (fileName: string): string =>
  fileName
    .replace(/\.[^.]*$/u, '')
    .replace(/[-_]+/gu, ' ')
    .trim()
    .slice(0, 200) || 'Logo';

export type LogoFieldProps = {
  readonly logo: Logo | null;
  /** What is wrong with the description. */
  readonly error: string | undefined;
  readonly onChange: (logo: Logo | null) => void;
};

/**
 * Converts a chosen picture to pixels for the archive. An SVG can hold scripts and addresses. Loaded as an image it
 * runs none of them, so it is drawn once, here, and only the drawing is stored.
 */

/** More than 700 dpi at 60 by 16 mm on paper. */
const DRAWN = { width: 1800, height: 480 };
/** A picture up to this size is kept as it is. */
const MAX_KEPT_PIXELS = 2000;

type Drawn = Omit<Logo, 'alt'>;

const load = async ({ mediaType, base64 }: ChosenPicture): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = `data:${mediaType};base64,${base64}`;
  await image.decode();
  return image;
};

/** The picture drawn as a PNG: an SVG as large as useful, any other at most at its own size. */
const redraw = (image: HTMLImageElement, canGrow: boolean): string => {
  const { naturalWidth: width, naturalHeight: height } = image;
  const fitting = Math.min(DRAWN.width / width, DRAWN.height / height);
  const scale = canGrow ? fitting : Math.min(1, fitting);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:[^,]*,/u, '');
};

const bytesOf = (base64: string): number => (base64.length / 4) * 3;

/** The picture as it will be stored. Fails `picture-unusable` if it can't be drawn, or the drawing is too large. */
const drawLogo = async (chosen: ChosenPicture): Promise<Result<Drawn, AppError>> => {
  const refuse = (why: PictureFailure) =>
    err({ code: 'picture-unusable' as const, file: chosen.fileName, why });
  try {
    const image = await load(chosen);
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width === 0 || height === 0) return refuse('no-picture');
    const { mediaType, base64 } = chosen;
    if (mediaType !== 'image/svg+xml' && Math.max(width, height) <= MAX_KEPT_PIXELS) {
      return ok({ mediaType, base64 });
    }
    const drawn = redraw(image, mediaType === 'image/svg+xml');
    return bytesOf(drawn) > MAX_LOGO_BYTES
      ? refuse('too-large')
      : ok({ mediaType: 'image/png', base64: drawn });
  } catch {
    return refuse('no-picture');
  }
};

/** The picture of a letterhead: chosen from a file, with a description, or none. */
export const LogoField = ({ logo, error, onChange }: LogoFieldProps) => {
  const [failure, setFailure] = useState<AppError | null>(null);
  const choose = async (): Promise<void> => {
    const chosen = await act(formChooseLogo, {}, { saysFailure: true });
    const drawn = chosen.ok ? await drawLogo(chosen.value) : chosen;
    setFailure(drawn.ok || drawn.error.code === 'cancelled' ? null : drawn.error);
    if (chosen.ok && drawn.ok)
      onChange({ ...drawn.value, alt: logo?.alt ?? firstAlt(chosen.value.fileName) });
  };
  return (
    <FileField
      legend="Logo"
      hint="PNG, JPEG or SVG, up to 512 KB. Printed above the title in PDF, DOCX and HTML."
      failure={failure}
      acts={
        <>
          <Button onPress={() => void choose()}>
            {logo === null ? 'Choose a logo…' : 'Choose another…'}
          </Button>
          {logo !== null && <Button onPress={() => onChange(null)}>Remove the logo</Button>}
        </>
      }
    >
      {logo !== null && (
        <>
          <div className={styles.picture}>
            <LogoPicture logo={logo} />
          </div>
          <TextField
            label="Alternative text"
            value={logo.alt}
            maxLength={limitOf(logoSchema.shape.alt)}
            {...(error === undefined ? {} : { error })}
            onChange={(alt) => onChange({ ...logo, alt })}
          />
        </>
      )}
    </FileField>
  );
};

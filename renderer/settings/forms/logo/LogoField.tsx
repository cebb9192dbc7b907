import { useId, useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Logo } from '#domain/memo/form/logo.ts';
import { act } from '#renderer/bridge/act.ts';
import { ErrorLine } from '#renderer/parts/error/ErrorLine.tsx';
import { LogoPicture } from '#renderer/parts/memo/form/LogoPicture.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { drawLogo } from './draw-logo.ts';
import styles from './logo.module.css';

/** "harbour-office crest.png" stands for itself until somebody says it better. */
const firstAlt = (fileName: string): string =>
  fileName
    .replace(/\.[^.]*$/u, '')
    .replace(/[-_]+/gu, ' ')
    .trim()
    .slice(0, 200) || 'Logo';

export type LogoFieldProps = {
  readonly logo: Logo | null;
  /** What is wrong with the words that stand for it. */
  readonly error: string | undefined;
  readonly onChange: (logo: Logo | null) => void;
};

/** The picture of a letterhead: chosen from a file, told in words, or none. */
export const LogoField = ({ logo, error, onChange }: LogoFieldProps) => {
  const id = useId();
  const [failure, setFailure] = useState<AppError | null>(null);
  const choose = async (): Promise<void> => {
    const chosen = await act('form:choose-logo', {}, { saysFailure: true });
    const drawn = chosen.ok ? await drawLogo(chosen.value) : chosen;
    setFailure(drawn.ok || drawn.error.code === 'cancelled' ? null : drawn.error);
    if (chosen.ok && drawn.ok)
      onChange({ ...drawn.value, alt: logo?.alt ?? firstAlt(chosen.value.fileName) });
  };
  return (
    <fieldset className={styles.field} aria-describedby={id}>
      <legend>Logo</legend>
      {logo !== null && (
        <>
          <div className={styles.picture}>
            <LogoPicture logo={logo} />
          </div>
          <TextField
            label="Alternative text"
            value={logo.alt}
            maxLength={200}
            {...(error === undefined ? {} : { error })}
            onChange={(alt) => onChange({ ...logo, alt })}
          />
        </>
      )}
      {failure !== null && <ErrorLine error={failure} />}
      <div className={styles.acts}>
        <Button onPress={() => void choose()}>{logo === null ? 'Choose a logo…' : 'Choose another…'}</Button>
        {logo !== null && <Button onPress={() => onChange(null)}>Remove the logo</Button>}
        <span id={id} className={styles.hint}>
          PNG, JPEG or SVG, 512 KB at most. It stands above the title of the PDF, DOCX and HTML.
        </span>
      </div>
    </fieldset>
  );
};

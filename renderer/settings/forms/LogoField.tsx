import { type ChangeEvent, useRef } from 'react';
import type { Form } from '#domain/memo/form/form.ts';
import { logoTypeOf, MAX_LOGO_BYTES } from '#domain/memo/form/logo.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { sayFailed } from '#renderer/window/notices.ts';
import styles from './forms.module.css';

const readBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });

export type LogoFieldProps = {
  readonly logo: Form['logo'];
  readonly problem: string | undefined;
  readonly onChange: (logo: Form['logo']) => void;
};

/** The picture of the letterhead: what is no PNG or JPEG by its own bytes is refused. */
export const LogoField = ({ logo, problem, onChange }: LogoFieldProps) => {
  const input = useRef<HTMLInputElement>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    target.value = '';
    if (file === undefined) return;
    const base64 = file.size > MAX_LOGO_BYTES ? '' : await readBase64(file);
    const mediaType = logoTypeOf(base64);
    if (mediaType === null)
      sayFailed('This can’t be the logo', 'It has to be a PNG or JPEG of 512 KiB at most.');
    else onChange({ mediaType, base64, alt: logo?.alt ?? file.name.replace(/\.[^.]+$/u, '') });
  };
  return (
    <div className={styles.logo}>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg"
        onChange={(event) => void choose(event)}
      />
      {logo !== null && (
        <img className={styles.picture} src={`data:${logo.mediaType};base64,${logo.base64}`} alt={logo.alt} />
      )}
      <Button isSmall onPress={() => input.current?.click()}>
        {logo === null ? 'Choose a logo…' : 'Choose another logo…'}
      </Button>
      {logo !== null && (
        <>
          <TextField
            label="Words for the logo"
            value={logo.alt}
            maxLength={200}
            {...(problem === undefined ? {} : { error: problem })}
            onChange={(alt) => onChange({ ...logo, alt })}
          />
          <Button isSmall variant="quiet" onPress={() => onChange(null)}>
            Remove the logo
          </Button>
        </>
      )}
    </div>
  );
};

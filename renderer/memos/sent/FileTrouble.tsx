import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { GlyphChoice } from '#domain/contract/memo.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';

type FileTroubleProps = {
  readonly error: AppError | null;
  readonly replaces: boolean;
  readonly setReplaces: (replaces: boolean) => void;
  readonly glyphs: GlyphChoice;
  readonly setGlyphs: (glyphs: GlyphChoice) => void;
};

/** Why the file of a memo for others could not be made, and the choices. */
export const FileTrouble = ({ error, replaces, setReplaces, glyphs, setGlyphs }: FileTroubleProps) => {
  if (error === null) return null;
  const { title, text } = errorWords(error);
  return (
    <>
      <p role="alert">
        {title} {text}
      </p>
      {error.code === 'file-exists' && (
        <Checkbox autoFocus isSelected={replaces} onChange={setReplaces}>
          Replace the existing file
        </Checkbox>
      )}
      {error.code === 'missing-glyphs' && (
        <Checkbox
          autoFocus
          isSelected={glyphs === 'code-point'}
          onChange={(printsNumbers) => setGlyphs(printsNumbers ? 'code-point' : 'refuse')}
        >
          Print characters without a font as numbers
        </Checkbox>
      )}
    </>
  );
};

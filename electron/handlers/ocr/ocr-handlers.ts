import type { OcrLanguage } from '#domain/article/machine/ocr-languages.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

/** The use cases of the languages for OCR that the analyst adds on this machine. */
export const createOcrHandlers = ({
  desktop,
  ocrLanguages: shelf,
  readOcrLanguageFile,
}: HandlerDeps): HandlersOn<'ocr'> => {
  /** The data of a language before its last change; null for none. */
  const before = new Map<OcrLanguage, Uint8Array | null>();

  const replace = async (language: OcrLanguage, next: Uint8Array | null): Promise<Result<null, AppError>> => {
    const previous = await shelf.read(language);
    const changed = next === null ? await shelf.remove(language) : await shelf.put(language, next);
    if (changed.ok) before.set(language, previous);
    return changed;
  };

  return {
    'ocr:languages': async () => ok(await shelf.list()),

    /**
     * Replaces a file of the same language. Fails with `cancelled` if none was chosen, `ocr-language-refused` if it
     * can't be used; the earlier file is then kept.
     */
    'ocr:add-language': async () => {
      const path = await desktop.chooseOcrLanguage();
      if (path === null) return err({ code: 'cancelled' });
      const read = await readOcrLanguageFile(path);
      if (!read.ok) return read;
      const { language, bytes } = read.value;
      const added = await replace(language, bytes);
      return added.ok ? ok({ language, bytes: bytes.length }) : added;
    },

    'ocr:remove-language': ({ language }) => replace(language, null),

    /** Called again, it restores the newer state. Fails with `nothing-to-undo` if nothing was changed. */
    'ocr:put-back': async ({ language }) => {
      const previous = before.get(language);
      return previous === undefined ? err({ code: 'nothing-to-undo' }) : replace(language, previous);
    },
  };
};

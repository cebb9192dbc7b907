import { MIN_PASSPHRASE_CHARACTERS } from '#domain/archive/passphrase.ts';
import { err, ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

/** As keyboards type it; elsewhere an accent may be a character of its own. */
const normalise = (passphrase: string): string => passphrase.normalize('NFC');

/** The use cases of an archive's encryption. The desk closes the window for what needs the archive closed. */
export const createEncryptionHandlers = ({ archive, desktop }: HandlerDeps): HandlersOn<'encryption'> => {
  const isEncrypted = archive.identity !== null;
  return {
    /** Fails `already-encrypted`, `passphrase-too-short`. */
    'encryption:turn-on': async ({ passphrase }) => {
      if (isEncrypted) return err({ code: 'already-encrypted' });
      const normal = normalise(passphrase);
      if ([...normal].length < MIN_PASSPHRASE_CHARACTERS)
        return err({ code: 'passphrase-too-short', minCharacters: MIN_PASSPHRASE_CHARACTERS });
      desktop.convert('encrypted', normal);
      return ok(null);
    },

    /** Fails `not-encrypted`, `wrong-passphrase`, `key-damaged`. */
    'encryption:turn-off': async ({ passphrase }) => {
      const normal = normalise(passphrase);
      const checked = await archive.checkPassphrase(normal);
      if (checked.ok) desktop.convert('clear', normal);
      return checked;
    },

    /** Fails `not-encrypted`, `wrong-passphrase`, `key-damaged`, `passphrase-too-short`. */
    'encryption:change-passphrase': ({ from, to }) =>
      archive.changePassphrase(normalise(from), normalise(to)),

    /** Fails `not-encrypted`. */
    'encryption:lock': async () => {
      if (!isEncrypted) return err({ code: 'not-encrypted' });
      desktop.lock();
      return ok(null);
    },
  };
};

import { normalisePassphrase } from '#domain/archive/passphrase.ts';
import { refuseShort } from '#domain/contract/encryption.ts';
import { err, ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

/** The use cases of an archive's encryption. The desktop closes the window for those that need the archive closed. */
export const createEncryptionHandlers = ({ archive, desktop }: HandlerDeps): HandlersOn<'encryption'> => {
  const isEncrypted = archive.identity !== null;
  return {
    /** Fails with `already-encrypted`, `passphrase-too-short`. */
    'encryption:turn-on': async ({ passphrase }) => {
      if (isEncrypted) return err({ code: 'already-encrypted' });
      const short = refuseShort(passphrase);
      if (short !== null) return err(short);
      desktop.convert('encrypted', normalisePassphrase(passphrase));
      return ok(null);
    },

    /** Fails with `not-encrypted`, `wrong-passphrase`, `key-damaged`. */
    'encryption:turn-off': async ({ passphrase }) => {
      const normal = normalisePassphrase(passphrase);
      const checked = await archive.checkPassphrase(normal);
      if (checked.ok) desktop.convert('clear', normal);
      return checked;
    },

    /** Fails with `not-encrypted`, `wrong-passphrase`, `key-damaged`, `passphrase-too-short`. */
    'encryption:change-passphrase': ({ from, to }) =>
      archive.changePassphrase(normalisePassphrase(from), normalisePassphrase(to)),

    /** Fails with `not-encrypted`. */
    'encryption:lock': async () => {
      if (!isEncrypted) return err({ code: 'not-encrypted' });
      desktop.lock();
      return ok(null);
    },
  };
};

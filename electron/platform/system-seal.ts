import { safeStorage } from 'electron';
import type { SystemSeal } from './chosen-places.ts';
import { log } from './log.ts';

/** The system's own: DPAPI on Windows. Before the app is ready it seals and opens nothing. */
export const systemSeal: SystemSeal = {
  of: (text) =>
    safeStorage.isEncryptionAvailable() ? safeStorage.encryptString(text).toString('base64') : null,
  opens(sealed) {
    try {
      return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
    } catch (cause) {
      log.warn('a sealed place could not be opened', cause);
      return null;
    }
  },
};

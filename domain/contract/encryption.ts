/** Requests on the encryption of the open archive. Those that close it are answered before they take effect. */
import { z } from 'zod';
import { isLongEnough, MIN_PASSPHRASE_CHARACTERS } from '../archive/passphrase.ts';
import type { AppError } from './errors/app-error.ts';
import { nothing } from './inputs.ts';
import { defineRequest, transientEdit, type } from './request.ts';

const MOST_CHARACTERS = 4096;
export const passphraseSchema = z.string().max(MOST_CHARACTERS);

/** Why a new passphrase is refused; null if it is accepted. */
export const refuseShort = (passphrase: string): AppError | null =>
  isLongEnough(passphrase)
    ? null
    : { code: 'passphrase-too-short', minCharacters: MIN_PASSPHRASE_CHARACTERS };

export const encryptionTurnOn = defineRequest(
  'encryption:turn-on',
  transientEdit({
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: type<null>(),
    says: 'Closes the archive, encrypts its files and opens it again.',
  }),
);

export const encryptionTurnOff = defineRequest(
  'encryption:turn-off',
  transientEdit({
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: type<null>(),
    says: 'Closes the archive, decrypts its files and opens it again.',
  }),
);

export const encryptionChangePassphrase = defineRequest(
  'encryption:change-passphrase',
  transientEdit({
    input: z.strictObject({ from: passphraseSchema, to: passphraseSchema }),
    output: type<null>(),
    says: 'Has another passphrase open the archive.',
  }),
);

export const encryptionLock = defineRequest(
  'encryption:lock',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Closes the archive and asks for its passphrase.',
  }),
);

export const encryptionRequests = [
  encryptionTurnOn,
  encryptionTurnOff,
  encryptionChangePassphrase,
  encryptionLock,
] as const;

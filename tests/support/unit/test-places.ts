import { createHmac, randomBytes } from 'node:crypto';
import { type ChosenPlaces, openChosenPlaces, type SystemSeal } from '#electron/platform/chosen-places.ts';

/** Seals with a key of this run, as a system does with its user's key. */
export const createTestSeal = (): SystemSeal => {
  const key = randomBytes(32);
  const of = (text: string): string => `${createHmac('sha256', key).update(text).digest('hex')} ${text}`;
  return {
    of,
    opens(sealed) {
      const text = sealed.slice(65);
      return of(text) === sealed ? text : null;
    },
  };
};

/** The places of a machine with an existing userData. */
export const testPlaces = (
  userDataFolder: string,
  { seal = createTestSeal(), isWindows = process.platform === 'win32' } = {},
): ChosenPlaces => openChosenPlaces(userDataFolder, { seal, isWindows });

import { join } from 'node:path';
import { z } from 'zod';
import { faultOfPlace, type PlaceFault } from '#domain/backup/archive-path.ts';
import { openStateFile } from './state-file.ts';

/** Seals a text so that only this user on this machine can have sealed it; null if the system can't. */
export type SystemSeal = {
  readonly of: (text: string) => string | null;
  readonly opens: (sealed: string) => string | null;
};

/**
 * The folders that the app opens without asking. A folder on another machine is opened if the person has chosen it in a
 * dialog, or when asked: on Windows looking at such a path means logging on there. The choices are stored with a seal
 * of the system, so that a file of userData written by somebody else can't add any.
 */
export type ChosenPlaces = {
  /** Why a folder named by some file or switch is not opened; null if it may be. */
  fault(folder: string): PlaceFault | null;
  /** Records that the person has chosen the folder. */
  keep(folder: string): Promise<void>;
};

const MOST_KEPT = 50;
const sealedSchema = z.array(z.string().max(10_000)).max(MOST_KEPT);

export const openChosenPlaces = (
  userDataFolder: string,
  { seal, isWindows }: { readonly seal: SystemSeal; readonly isWindows: boolean },
): ChosenPlaces => {
  const file = openStateFile(join(userDataFolder, 'chosen-places.json'), sealedSchema, []);
  const isChosen = (folder: string): boolean => file.get().some((sealed) => seal.opens(sealed) === folder);
  return {
    fault(folder) {
      const fault = faultOfPlace(folder, isWindows);
      return fault === 'network' && isWindows && isChosen(folder) ? null : fault;
    },
    async keep(folder) {
      if (faultOfPlace(folder, isWindows) !== 'network' || isChosen(folder)) return;
      const sealed = seal.of(folder);
      if (sealed !== null) await file.set([...file.get(), sealed].slice(-MOST_KEPT));
    },
  };
};

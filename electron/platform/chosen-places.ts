import { join } from 'node:path';
import { z } from 'zod';
import { faultOfPlace, type PlaceFault } from '#domain/backup/archive-path.ts';
import { openStateFile } from './state-file.ts';

/** Seals a text so that only this user on this machine can have sealed it; null where the system can't. */
export type SystemSeal = {
  readonly of: (text: string) => string | null;
  readonly opens: (sealed: string) => string | null;
};

/**
 * Which folders the app goes to by itself. One on another machine is gone to where the person has chosen it, in a
 * dialog, or when asked: on Windows to look at such a path is to log on there. What was chosen is kept under a seal of
 * the system: a file of userData that somebody else has written chooses nothing.
 */
export type ChosenPlaces = {
  /** Why a folder is not gone to that some file or switch names; null where it is. */
  fault(folder: string): PlaceFault | null;
  /** The person has chosen it. */
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

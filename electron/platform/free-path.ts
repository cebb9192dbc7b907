import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A path in the folder that nothing has, by that name or that name with a number. */
export const freePath = (folder: string, name: string, ending = ''): string => {
  const first = join(folder, `${name}${ending}`);
  if (!existsSync(first)) return first;
  for (let number = 2; ; number++) {
    const path = join(folder, `${name} (${number})${ending}`);
    if (!existsSync(path)) return path;
  }
};

import { statSync } from 'node:fs';
import { requireSystemError } from './system-error.ts';

/** What tells two states of a file apart without reading it: its identity, size and times. Empty where there is none. */
export const fingerprintOf = (path: string): string => {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch (cause) {
    requireSystemError(cause);
    return '';
  }
};

/**
 * A disk whose power can be cut: an ext4 file system in a file. What ext4 has handed to the disk is in that file;
 * what it still keeps in memory is not. So a copy of the file is the disk as a power cut would leave it.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Why there can be no such disk here; null where there can. */
export const whyNoDiskImage = (): string | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux may mount a disk image';
  try {
    execFileSync('losetup', ['--find'], { stdio: 'ignore' });
    execFileSync('mkfs.ext4', ['-V'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'this machine has no loop devices or no mkfs.ext4';
  }
};

export type MountedDisk = { readonly folder: string; unmount(): void };

export const makeDiskImage = (path: string): void => {
  execFileSync('truncate', ['-s', '48M', path]);
  execFileSync('mkfs.ext4', ['-q', '-F', path]);
};

/**
 * Mounts an image at a new folder beside it. By default ext4 writes the data of a file that is renamed over another
 * by itself, and everything every five seconds; a program must not rely on that, so here it does neither.
 */
export const mountDiskImage = (path: string): MountedDisk => {
  const folder = `${path}-mounted`;
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-o', 'loop,noauto_da_alloc,commit=300', path, folder]);
  return { folder, unmount: () => void execFileSync('umount', [folder]) };
};

/** The disk as it would be found if its power were cut now. */
export const copyAsAfterPowerCut = (path: string, folder: string, name: string): string => {
  const copy = join(folder, name);
  copyFileSync(path, copy);
  return copy;
};

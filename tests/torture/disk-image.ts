/**
 * A disk whose power can be cut: a file system in a file. What the system has handed to the disk is in that file; what
 * it still keeps in memory is not. So a copy of the file is the disk as a power cut would leave it.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** `exfat`: that of a USB stick, which has no hard links. */
export type DiskKind = 'ext4' | 'exfat';

const programs: { readonly [K in DiskKind]: readonly string[] } = {
  ext4: ['mkfs.ext4'],
  exfat: ['mkfs.exfat', 'mount.exfat-fuse'],
};

/** Runs a command of the system and answers what it said; one that does not end is an error. */
const command = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });

/** Why there can be no such disk here; null where there can. */
export const whyNoDiskImage = (kind: DiskKind): string | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux may mount a disk image';
  try {
    command('losetup', ['--find']);
    command('which', programs[kind]);
    return null;
  } catch {
    return `this machine has no loop devices, or nothing that makes and mounts ${kind}`;
  }
};

export type MountedDisk = { readonly folder: string; unmount(): void };

const makeWith: { readonly [K in DiskKind]: (path: string) => void } = {
  ext4: (path) => void command('mkfs.ext4', ['-q', '-F', path]),
  exfat: (path) => void command('mkfs.exfat', ['-q', path]),
};

export const makeDiskImage = (path: string, kind: DiskKind): void => {
  command('truncate', ['-s', '48M', path]);
  makeWith[kind](path);
};

/**
 * Mounts an image at a new folder beside it. By default ext4 writes the data of a file that is renamed over another
 * by itself, and everything every five seconds; a program must not rely on that, so here it does neither.
 */
export const mountDiskImage = (path: string, kind: DiskKind): MountedDisk => {
  const folder = `${path}-mounted`;
  mkdirSync(folder, { recursive: true });
  const device = command('losetup', ['--find', '--show', path]).trim();
  if (kind === 'ext4') command('mount', ['-o', 'noauto_da_alloc,commit=300', device, folder]);
  else command('mount.exfat-fuse', [device, folder]);
  const unmount = (): void => {
    command('umount', [folder]);
    command('losetup', ['--detach', device]);
  };
  return { folder, unmount };
};

/** The disk as it would be found if its power were cut now. */
export const copyAsAfterPowerCut = (path: string, folder: string, name: string): string => {
  const copy = join(folder, name);
  copyFileSync(path, copy);
  return copy;
};

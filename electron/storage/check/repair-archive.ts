import { copyFile, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withoutReferences } from '#domain/archive/check/references.ts';
import { normaliseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { readArchivePath } from '#domain/archive/merge/trees/archive-path.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { codecFor } from '../encryption/file-codec.ts';
import { readContent } from '../file/read/read-content.ts';
import { toWriteFailed } from '../file/system-error.ts';
import { backupOf, writeAtomically } from '../file/write/write-atomically.ts';
import { makeFolderIn } from '../folder/make-folder-in.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import type { FullFinding } from './findings.ts';

/** A file that was mended, and where it lies as it was. */
export type RepairedFile = { readonly file: string; readonly keptAs: string };

/**
 * Mends what can be mended without a person's choice: a damaged file takes the version before it, a reference to what is
 * not there goes. Each file is copied to `asideFolder`, relative to the archive, before it is touched.
 */
export const repairArchive = async (
  context: StorageContext,
  findings: readonly FullFinding[],
  asideFolder: string,
): Promise<Result<readonly RepairedFile[], AppError>> => {
  const repaired: RepairedFile[] = [];
  for (const file of new Set(findings.filter(({ isRepairable }) => isRepairable).map((one) => one.file))) {
    try {
      const keptAs = await keepCopy(context, file, asideFolder);
      const bytes = await mendedBytes(
        context,
        file,
        findings.filter((one) => one.file === file),
      );
      if (bytes === null) continue;
      const path = pathOf(context, file);
      await writeAtomically(path, bytes, context.temporaryPath(path), { mode: context.modes().file });
      repaired.push({ file, keptAs });
    } catch (cause) {
      return err(toWriteFailed(file, cause));
    }
  }
  return ok(repaired);
};

const keepCopy = async (context: StorageContext, file: string, asideFolder: string): Promise<string> => {
  const keptAs = `${asideFolder}/${file}`;
  makeFolderIn(context, dirname(keptAs));
  await copyFile(pathOf(context, file), pathOf(context, keptAs));
  return keptAs;
};

const mendedBytes = async (
  context: StorageContext,
  file: string,
  findings: readonly FullFinding[],
): Promise<Uint8Array | null> => {
  const kind = readArchivePath(file)?.kind ?? null;
  if (kind === null) return null;
  const path = pathOf(context, file);
  if (findings.some(({ repair }) => repair !== undefined && 'with' in repair)) {
    const backup = await readContent(kind, backupOf(path), context.codec);
    return backup.found === 'content' ? readFile(backupOf(path)) : null;
  }
  const found = await readContent(kind, path, context.codec);
  if (found.found !== 'content') return null;
  const broken = findings.flatMap(({ repair }) =>
    repair !== undefined && 'without' in repair ? repair.without : [],
  );
  const content = normaliseContent(kind, withoutReferences(found.content, broken));
  const text = Buffer.from(serialiseContent(content), 'utf8');
  return codecFor(kind, context.codec).encode(text);
};

/** Relative to the archive, named by the time. */
export const asideFolderAt = (nowMs: number): string =>
  join('trash', `before-repair-${new Date(nowMs).toISOString().replaceAll(':', '').slice(0, 17)}`).replaceAll(
    '\\',
    '/',
  );

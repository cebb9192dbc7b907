import type { ExportedFile } from '#domain/contract/memo.ts';
import { ok } from '#domain/result.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import type { MadeMemo } from '../export-memo.ts';

/**
 * Keeps what was exported, with the hash of its bytes; the same file is not kept twice. The file is written by then: what can't be kept of it does not
 * make the export fail, and the status line says that it was not saved.
 */
export const keepExport = async (
  { archive }: Pick<HandlerDeps, 'archive'>,
  { file, snapshot, isKept, format }: MadeMemo,
  written: ExportedFile,
): Promise<void> => {
  if (isKept) return;
  const exported = { format, ...written, sha256: sha256Of(file.bytes) };
  await archive.perform(async () =>
    ok({ value: null, name: 'edit-memo', changes: [], newSnapshots: [{ ...snapshot, exported }] }),
  );
};

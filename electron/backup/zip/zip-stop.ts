import { basename } from 'node:path';
import type { ZipFault } from '#domain/contract/errors/backup-errors.ts';
import { JobStop } from '../backup-stop.ts';

/** Names from a zip are shown to a person: no more of them than tells which it is, and nothing that draws otherwise. */
const printable = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '\uFFFD').slice(0, 200);

export const zipStop = (path: string, why: ZipFault, entry: string | null = null): JobStop =>
  new JobStop({
    code: 'zip-refused',
    file: basename(path),
    why,
    entry: entry === null ? null : printable(entry),
  });

import { lstatSync } from 'node:fs';
import { BODY_VERSION } from '#domain/archive/files.ts';
import type { RestoredBody } from '#electron/ports/archive.ts';
import type { ArchiveState } from '../../archive-state.ts';
import { bytesOfContent } from '../../file/bytes-of-content.ts';
import { fingerprintOf } from '../../file/fingerprint.ts';
import { setAside } from '../../file/read/set-aside.ts';
import { systemError } from '../../file/system-error.ts';
import { rollback, writeAtomically } from '../../file/write/write-atomically.ts';
import { folderOf } from '../../folder/layout.ts';
import { hashText } from '../../hash-text.ts';
import { pathOf } from '../../storage-context.ts';
import type { DiskOperation } from '../disk-operation.ts';

/**
 * Puts a body with the sealed text in the place of one that has another or is damaged; the bytes that stood there are
 * kept. Evidence is written in no other way, so the text is proved here once more: another one is a bug.
 */
export const restoreBody = (state: ArchiveState, { articleId, body }: RestoredBody): DiskOperation => {
  const { context, sealed } = state;
  const name = `${folderOf({ holds: 'article', id: articleId }, 'archive')}/body.json`;
  const path = pathOf(context, name);
  let hadFile = false;
  return {
    name,
    run: async () => {
      const record = await sealed.article(articleId);
      if (!record.ok) throw systemError('EIO', `The record of ${articleId} can't be read.`);
      if (record.value.article.textSha256 !== (await hashText(body)))
        throw new Error(`The body of ${articleId} does not have the text that was sealed.`);
      const text = bytesOfContent('body', { version: BODY_VERSION, body });
      const bytes = await context.codec.encode(text);
      const stands = fingerprintOf(path);
      const isFile = lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
      if (isFile) setAside(path, context.machine.nowMs(), true);
      ({ hadFile } = await writeAtomically(path, bytes, context.temporaryPath(path), {
        expected: stands,
        mode: context.modes().file,
      }));
    },
    rollback: () => rollback(path, hadFile, context.temporaryPath(path)),
    publish: () => sealed.forget(articleId),
  };
};

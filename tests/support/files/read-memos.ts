import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Memo, memoSchema } from '#domain/memo/memo.ts';

/** The memos of an archive as they are on the disk; fails if one is invalid. */
export const readMemos = async (archive: string): Promise<readonly Memo[]> => {
  const ids = await readdir(join(archive, 'memos'));
  const texts = await Promise.all(ids.map((id) => readFile(join(archive, 'memos', id, 'memo.json'), 'utf8')));
  return texts.map((text) => z.object({ memo: memoSchema }).parse(JSON.parse(text)).memo);
};

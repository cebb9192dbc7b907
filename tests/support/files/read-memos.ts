import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Memo, memoSchema } from '#domain/memo/memo.ts';
import { bytesBelow } from './files-below.ts';

/** The memos of an archive as they are on the disk; fails if one is invalid. */
export const readMemos = async (archive: string): Promise<readonly Memo[]> => {
  const files = [...bytesBelow(join(archive, 'memos'))].filter(([path]) => basename(path) === 'memo.json');
  return files.map(
    ([, bytes]) => z.object({ memo: memoSchema }).parse(JSON.parse(bytes.toString('utf8'))).memo,
  );
};

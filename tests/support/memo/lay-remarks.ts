/** Adds reviewers' remarks to an archive as a colleague's machine would: through its files. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { describePlace } from '#domain/memo/round/place-remarks.ts';
import { type Remark, remarkSchema } from '#domain/memo/round/remark.ts';
import { roundSchema } from '#domain/memo/round/round.ts';
import { textOf, writtenBlocks } from '#domain/memo/round/written-blocks.ts';
import { snapshotSchema } from '#domain/memo/snapshot/snapshot.ts';
import { sha256Of } from '../texts/sha256-of.ts';

/** A reviewer's remark on the first occurrence of `on`: a comment, or replacement words. */
export type LaidRemark = {
  readonly on: string;
  readonly by: string;
} & (
  | { readonly comment: string }
  | { readonly instead: string; readonly isTracked?: boolean; readonly refused?: boolean }
);

const reviewedMemo = async (archive: string): Promise<string> => {
  for (const id of await readdir(join(archive, 'memos'))) {
    const folder = join(archive, 'memos', id);
    if ((await readdir(folder)).includes('review.json')) return folder;
  }
  throw new Error('no memo went to reviewers');
};

/** Adds remarks to the last round of the one memo in review; the whole round then counts as returned. */
export const layRemarks = async (archive: string, said: readonly LaidRemark[]): Promise<void> => {
  const folder = await reviewedMemo(archive);
  const path = join(folder, 'review.json');
  const review = JSON.parse(await readFile(path, 'utf8'));
  const round = roundSchema.parse(review.rounds.at(-1));
  const name = join(folder, 'snapshots', `${round.snapshotId}.json`);
  const { written } = snapshotSchema.parse(JSON.parse(await readFile(name, 'utf8')).snapshot);
  if (written === null) throw new Error('the snapshot holds no text');
  const { content } = written;
  const placeOf = (words: string) => {
    for (const block of writtenBlocks(content)) {
      const start = (textOf(block, 'text') ?? '').indexOf(words);
      const end = start + words.length;
      if (start !== -1) return describePlace(content, { block: block.block, field: 'text', start, end });
    }
    throw new Error(`“${words}” is not in the memo`);
  };
  const at = round.createdAt;
  const remarks = said.map(
    (each): Remark =>
      remarkSchema.parse({
        ...{ id: v7(), memoId: round.memoId, roundId: round.id, place: placeOf(each.on), context: '' },
        ...{ writer: each.by, saidAt: at, reason: '', createdAt: at, updatedAt: at },
        ...('comment' in each
          ? { kind: 'comment', text: each.comment, repliesTo: null, state: 'open' }
          : {
              ...{ kind: 'suggestion', isTracked: each.isTracked ?? true },
              change: { kind: 'words', text: each.instead },
              refusal: each.refused === true ? { why: 'quotation', words: each.on } : null,
              state: each.refused === true ? 'refused' : 'open',
            }),
      }),
  );
  review.rounds.at(-1).returned = [...new Set(said.map(({ by }) => by))].map((reviewer) => ({
    ...{ sha256: sha256Of(reviewer), reviewer, readAt: at },
  }));
  review.remarks.push(...remarks);
  await writeFile(`${path}.new`, `${JSON.stringify(review, null, 2)}\n`);
  await rename(`${path}.new`, path);
};

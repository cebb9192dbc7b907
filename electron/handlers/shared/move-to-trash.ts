import type { StepName } from '#domain/archive/changes.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import type { Outcome } from '../../ports/archive.ts';

type Folder =
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'memo'; readonly id: MemoId };

/** The outcome of moving the folder of an article or a memo to the trash, with all that lies in it. */
export const moveToTrash = (folder: Folder, name: StepName): Outcome<null> => ({
  value: null,
  name,
  changes: [{ type: 'folder', ...folder, to: 'trash' }],
});

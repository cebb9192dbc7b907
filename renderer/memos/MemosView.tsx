import type { MemoId } from '#domain/ids.ts';
import { MemoList } from './list/MemoList.tsx';
import { MemoPage } from './MemoPage.tsx';

/** All memos, or the one that is open. */
export const MemosView = ({ memoId }: { readonly memoId: MemoId | null }) =>
  memoId === null ? <MemoList /> : <MemoPage key={memoId} memoId={memoId} />;

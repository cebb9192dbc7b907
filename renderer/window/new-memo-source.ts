import { create } from 'zustand';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoTemplate } from '#domain/memo/memo.ts';

export type MemoSource = {
  readonly from: Input<'memo:create'>['from'];
  /** What it is called in the dialog: "Saved search “Ungraded”", "3 passages". */
  readonly name: string;
  /** The form that is proposed, where it is not the usual one. */
  readonly template?: MemoTemplate;
};

/** What the memo that is asked for next begins with, where that was said before the dialog opens. */
export const useMemoSource = create<{ readonly source: MemoSource | null }>(() => ({ source: null }));

export const forgetMemoSource = (): void => useMemoSource.setState({ source: null });

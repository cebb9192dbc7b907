import { create } from 'zustand';
import type { Input } from '#domain/contract/requests.ts';

export type MemoSource = {
  readonly from: Input<'memo:create'>['from'];
  /** What it is called in the dialog: "Saved search “Ungraded”", "3 passages". */
  readonly name: string;
};

/** What the memo that is asked for next begins with, where that was said before the dialog opens. */
export const useMemoSource = create<{ readonly source: MemoSource | null }>(() => ({ source: null }));

export const forgetMemoSource = (): void => useMemoSource.setState({ source: null });

import { create } from 'zustand';

/** Whether the pages of originals are shown beside their texts, in this session. */
export const usePageView = create<{
  readonly isWanted: boolean;
  /** Whether the open article shows its pages in a column of its own, which takes the room of the list. */
  readonly isBeside: boolean;
}>(() => ({ isWanted: false, isBeside: false }));

/** What the nodes of one open memo share beside its text: the lexicon of its head, and what its citations show. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LexiconId } from '#domain/tradecraft/likelihood.ts';

export type MemoStore = StoreApi<{ readonly lexicon: LexiconId }>;

export const createMemoStore = (lexicon: LexiconId): MemoStore => createStore(() => ({ lexicon }));

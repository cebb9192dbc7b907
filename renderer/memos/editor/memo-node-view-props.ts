import type { NodeViewProps } from '@tiptap/react';
import type { MemoStore } from './memo-store.ts';

/** What the view of a node of a memo gets: the node, and what the parts of the memo share. */
export type MemoNodeViewProps = NodeViewProps & { readonly store: MemoStore };

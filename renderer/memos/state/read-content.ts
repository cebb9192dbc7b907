import type { Node } from '@tiptap/pm/model';
import type { MemoContent } from '#domain/memo/memo-content.ts';

/** The text as the archive holds it. The editor's schema is the archive's (a test holds them equal). */
export const readContent = (doc: Node): MemoContent => doc.toJSON() as MemoContent;

/** Shapes that the inputs of several requests share. */
import { z } from 'zod';
import { articleIdSchema, memoIdSchema, passageIdSchema } from '../ids.ts';
import { richTextSchema } from '../rich-text.ts';
import { taskSchema } from '../task/task.ts';

export const nothing = z.strictObject({});
export const onArticle = z.strictObject({ articleId: articleIdSchema });
export const onPassage = z.strictObject({ articleId: articleIdSchema, passageId: passageIdSchema });
export const onMemo = z.strictObject({ memoId: memoIdSchema });

/** Saves of one visit to a text field share an edit id: together they are one step of undo. */
export const editId = z.string().min(1).max(64);
export const note = richTextSchema.nullable();
export const newTask = taskSchema.pick({ title: true, kind: true, due: true, owner: true, repeat: true });

/** More than a camera writes, and what can still be drawn in a moment. */
export const MAX_CHOSEN_PICTURE_BYTES = 64 << 20;

/** The bytes of a picture that is to be kept. */
export const pictureBytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .refine(({ byteLength }) => byteLength <= MAX_CHOSEN_PICTURE_BYTES);

/** As many as an archive may have: a whole selection is one act. */
export const manyArticleIds = z.array(articleIdSchema).min(1).max(1_000_000);
export const manyPassageIds = z.array(passageIdSchema).min(1).max(1_000_000);

/** A record that existed or was created, with similar names that may be meant if it is new (isNearName). */
export type Ensured<T> = T & { readonly near: readonly string[] };

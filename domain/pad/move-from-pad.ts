/** What is taken out of the scratch pad, as the place that it goes to holds it. */
import { z } from 'zod';
import {
  articleIdSchema,
  type MemoId,
  memoIdSchema,
  newJudgementIdSchema,
  newMemoIdSchema,
  newTaskIdSchema,
} from '../ids.ts';
import type { MemoBlock, MemoContent, MemoSection } from '../memo/memo-content.ts';
import { type NoteBlock, type RichText, richTextToPlain } from '../rich-text.ts';

/** The most characters that the title of a task holds. */
export const MAX_MOVED_TASK = 500;

/**
 * Where something of the pad goes: the note on an article, a memo that is written or begun with it, or a task of its
 * own.
 */
export const padTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), articleId: articleIdSchema }),
  z.strictObject({ kind: z.literal('memo'), memoId: memoIdSchema }),
  z.strictObject({
    kind: z.literal('new-memo'),
    memoId: newMemoIdSchema,
    judgementId: newJudgementIdSchema,
    title: z.string().trim().min(1).max(300),
  }),
  z.strictObject({ kind: z.literal('task'), taskId: newTaskIdSchema }),
]);
export type PadTarget = z.infer<typeof padTargetSchema>;

/** The id of the record that a target is. */
export const idOfTarget = (target: PadTarget): string => {
  if (target.kind === 'article') return target.articleId;
  return target.kind === 'task' ? target.taskId : target.memoId;
};

type NoteList = Exclude<NoteBlock, { readonly type: 'paragraph' }>;
type ListItem = NoteList['content'][number];

/** The item, or in its place those of the lists that it begins with. */
const liftItem = (item: ListItem): ListItem[] => {
  const [first, ...rest] = item.content;
  if (first === undefined) return [];
  if (first.type === 'paragraph') return [{ ...item, content: [first, ...rest].map(liftBlock) }];
  return [...first.content.flatMap(liftItem), ...liftItem({ ...item, content: rest })];
};

const liftBlock = (block: NoteBlock): NoteBlock => {
  if (block.type === 'paragraph') return block;
  const [item, ...others] = block.content;
  const [inner, ...rest] = item?.content ?? [];
  const isShell =
    others.length === 0 && rest.length === 0 && inner !== undefined && inner.type !== 'paragraph';
  return isShell ? liftBlock(inner) : { ...block, content: block.content.flatMap(liftItem) };
};

/**
 * What was cut out of a note, without the items of lists from within which it was taken: each item begins with a
 * paragraph, as the editor of notes wants it.
 */
export const liftCut = (cut: RichText): RichText => ({ ...cut, content: cut.content.map(liftBlock) });

/** A note with `moved` after all that stands in it. */
export const appendNote = (note: RichText | null, moved: RichText): RichText =>
  note === null ? moved : { ...note, content: [...note.content, ...moved.content] };

/** The words of `moved` on one line; null where a task has no room for them. */
export const taskTitleOf = (moved: RichText): string | null => {
  const title = richTextToPlain(moved).split(/\s+/u).join(' ').trim();
  return title === '' || title.length > MAX_MOVED_TASK ? null : title;
};

/** The first words of `moved`: what a memo that begins with it is called where nobody says otherwise. */
export const memoTitleOf = (moved: RichText): string => {
  const [line = ''] = richTextToPlain(moved)
    .split('\n')
    .filter((each) => each.trim() !== '');
  return line.trim().slice(0, 80);
};

/** A note holds nothing that a memo does not. */
const toMemoBlock = (block: NoteBlock): MemoBlock => block as MemoBlock;

const isWritten = (block: MemoSection['content'][number]): boolean =>
  block.type !== 'paragraph' || (block.content ?? []).length > 0;

/**
 * `content` with `moved` at the end of its background, or of its last section where it has none. Empty lines at that
 * end, in which nothing was written, give way.
 */
export const appendToMemo = (content: MemoContent, moved: RichText): MemoContent => {
  const background = content.content.findIndex(({ attrs }) => attrs.role === 'background');
  const at = background === -1 ? content.content.length - 1 : background;
  return {
    ...content,
    content: content.content.map((section, index) =>
      index === at
        ? {
            ...section,
            content: [
              ...section.content.slice(0, section.content.findLastIndex(isWritten) + 1),
              ...moved.content.map(toMemoBlock),
            ],
          }
        : section,
    ),
  };
};

/** Where something went, for whoever says it. */
export type MovedTo =
  | { readonly kind: 'article' | 'task' }
  | { readonly kind: 'memo'; readonly memoId: MemoId; readonly referenceNumber: string };

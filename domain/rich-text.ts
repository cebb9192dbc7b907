import { z } from 'zod';

/**
 * A note: ProseMirror JSON of paragraphs, lists and plain marks. Kept small so that a note can be printed in
 * every export format.
 */
const noteText = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(z.strictObject({ type: z.enum(['bold', 'italic']) })).optional(),
});
const noteBreak = z.strictObject({ type: z.literal('hardBreak') });
const noteParagraph = z.strictObject({
  type: z.literal('paragraph'),
  content: z.array(z.discriminatedUnion('type', [noteText, noteBreak])).optional(),
});
type NoteParagraph = z.infer<typeof noteParagraph>;
export type NoteBlock =
  | NoteParagraph
  | { type: 'bulletList' | 'orderedList'; content: { type: 'listItem'; content: NoteBlock[] }[] };

const noteBlock: z.ZodType<NoteBlock> = z.union([
  noteParagraph,
  z.strictObject({
    type: z.enum(['bulletList', 'orderedList']),
    content: z
      .array(
        z.strictObject({ type: z.literal('listItem'), content: z.array(z.lazy(() => noteBlock)).min(1) }),
      )
      .min(1),
  }),
]);

export const richTextSchema = z.strictObject({ type: z.literal('doc'), content: z.array(noteBlock).min(1) });
export type RichText = z.infer<typeof richTextSchema>;

const blockPlainText = (block: NoteBlock): string =>
  block.type === 'paragraph'
    ? (block.content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')
    : block.content.flatMap((item) => item.content.map(blockPlainText)).join('\n');

/** The plain text of a note, blocks joined by "\n". */
export const richTextToPlain = (note: RichText): string => note.content.map(blockPlainText).join('\n');

/** A note of one paragraph per line of `text`. Empty text gives null: there is no empty note. */
export const richTextFromPlain = (text: string): RichText | null =>
  text.trim() === ''
    ? null
    : {
        type: 'doc',
        content: text.split('\n').map((line) => ({
          type: 'paragraph' as const,
          ...(line === '' ? {} : { content: [{ type: 'text' as const, text: line }] }),
        })),
      };

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

type NoteInline = NonNullable<NoteParagraph['content']>[number];

const inlineForm = (inline: NoteInline): NoteInline => {
  if (inline.type === 'hardBreak') return { type: 'hardBreak' };
  const marks = [...new Set((inline.marks ?? []).map(({ type }) => type))].sort();
  return {
    type: 'text',
    text: inline.text,
    ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
  };
};

/** Neighbours that look the same are one run of text. */
const joinRuns = (inlines: readonly NoteInline[]): NoteInline[] => {
  const joined: NoteInline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    const isOneRun =
      last?.type === 'text' &&
      inline.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(inline.marks);
    if (isOneRun) joined.splice(-1, 1, { ...last, text: last.text + inline.text });
    else joined.push(inline);
  }
  return joined;
};

const blockForm = (block: NoteBlock): NoteBlock => {
  if (block.type !== 'paragraph') {
    const items = block.content.map(({ content }) => ({
      type: 'listItem' as const,
      content: content.map(blockForm),
    }));
    return { type: block.type, content: items };
  }
  const content = joinRuns((block.content ?? []).map(inlineForm));
  return { type: 'paragraph', ...(content.length === 0 ? {} : { content }) };
};

/**
 * What a block of a note says, as one string: the same for whatever form its JSON has (the order of keys and marks,
 * empty lists, a text that is cut in two), so that a file written by hand is known again once an editor has read it.
 */
export const noteBlockKey = (block: NoteBlock): string => JSON.stringify(blockForm(block));

/** Whether two notes say the same, whatever form their JSON has. */
export const isSameNote = (a: RichText | null, b: RichText | null): boolean =>
  a === null || b === null
    ? a === b
    : a.content.length === b.content.length &&
      a.content.every((block, at) => {
        const other = b.content[at];
        return other !== undefined && noteBlockKey(block) === noteBlockKey(other);
      });

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

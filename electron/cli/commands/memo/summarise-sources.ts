import { z } from 'zod';
import { memoOpen, memoSave } from '#domain/contract/memo.ts';
import { memoSourceSummary } from '#domain/contract/memo-sent.ts';
import { wordsFor } from '#domain/memo/print/printed-words.ts';
import { appendSummary } from '#domain/memo/source-summary/append-summary.ts';
import { flag } from '../../arguments/options.ts';
import { oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

const schema = z
  .strictObject({ words: oneWord('MEMO'), insert: z.boolean().default(false) })
  .transform(({ words: [id], insert }) => ({ id, insert }));

/** Prints a drafted source summary statement, and inserts it into the memo if requested. */
async function summariseSources(context: CommandContext, command: z.output<typeof schema>) {
  const memoId = await findId(context, 'memo', command.id);
  if (!memoId.ok) return memoId;
  const drafted = await context.call(memoSourceSummary, { memoId: memoId.value });
  if (!drafted.ok) return drafted;
  const { paragraphs, texts } = drafted.value;
  const isInserted = command.insert && paragraphs.length > 0;
  if (isInserted) {
    const opened = await context.call(memoOpen, { memoId: memoId.value });
    if (!opened.ok) return opened;
    const content = appendSummary(
      opened.value.memo.content,
      paragraphs,
      wordsFor(opened.value.memo.head.language),
    );
    const saved = await context.call(memoSave, { memoId: memoId.value, editId: context.newId(), content });
    if (!saved.ok) return saved;
  }
  return answer({ paragraphs: texts, isInserted }, texts.join('\n\n'));
}

export const memoSourcesCommand = defineCommand(
  {
    name: 'memo sources',
    summary: 'Drafts a source summary statement',
    example: 'memo sources 0190a2c0',
    operands: 'MEMO',
    options: { insert: flag('adds the statement to the memo') },
    says: 'Drafts a source summary statement from what the memo cites: numbers by kind, origin, age and grade, contradictions and missing details. It counts, but judges nothing. --insert adds the text to the memo, for you to edit.',
  },
  schema,
  summariseSources,
);

import { judgementIdSchema, memoIdSchema } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { Memo } from '#domain/memo/memo.ts';
import {
  citationSchema,
  type MemoBlock,
  type MemoInline,
  type MemoSection,
} from '#domain/memo/memo-content.ts';
import { newMemo } from '#domain/memo/new-memo.ts';
import type { Task } from '#domain/task/task.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { localToday } from '#electron/time/local-today.ts';
import { named, type SampleBlock, type SampleMemo } from './sample-file.ts';

/** What the memo of the sample names. */
export type MemoContext = {
  readonly cited: ReadonlyMap<string, CitedPassage>;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly referenceNumber: string;
  readonly machine: Machine;
};

const citationMark = /\[\[([a-z]+):([a-z-]+)\]\]/gu;

const textNodes = (text: string): readonly MemoInline[] => (text === '' ? [] : [{ type: 'text', text }]);

/** The runs of a text in which `[[form:key]]` cites a passage. */
const runsOf = (text: string, { cited }: MemoContext): MemoInline[] => {
  const runs: MemoInline[] = [];
  let from = 0;
  for (const match of text.matchAll(citationMark)) {
    const form = citationSchema.shape.form.parse(match[1]);
    runs.push(...textNodes(text.slice(from, match.index)));
    runs.push({ type: 'citation', attrs: { ...named(cited, match[2] ?? ''), form } });
    from = match.index + match[0].length;
  }
  return [...runs, ...textNodes(text.slice(from))];
};

const blockOf = (block: SampleBlock, context: MemoContext): MemoBlock => {
  if ('paragraph' in block) return { type: 'paragraph', content: runsOf(block.paragraph, context) };
  if ('quotation' in block) return { type: 'quotation', attrs: { ...named(context.cited, block.quotation) } };
  const { judgement, ...said } = block;
  return {
    type: 'judgement',
    attrs: { id: judgementIdSchema.parse(context.machine.newId()), ...said },
    content: runsOf(judgement, context),
  };
};

const sectionOf = ({ role, blocks }: SampleMemo['sections'][number], context: MemoContext): MemoSection => {
  const heading = builtInForms.bluf.sections.find((section) => section.role === role)?.heading ?? role;
  return {
    type: 'section',
    attrs: { role, heading },
    content: blocks.map((block) => blockOf(block, context)),
  };
};

/** The memo of the sample: a draft like any other, its form filled in. */
export const writeMemo = (said: SampleMemo, context: MemoContext): Memo => {
  const { machine, referenceNumber } = context;
  const nowMs = machine.nowMs();
  const { title, from, asOf, marking } = said;
  const empty = newMemo({
    id: memoIdSchema.parse(machine.newId()),
    template: 'bluf',
    form: builtInForms.bluf,
    head: { title, referenceNumber, from, language: 'en', lexicon: 'icd203-likely' },
    asOf: localToday(nowMs),
    marking,
    evidence: [],
    evidenceMarkings: [],
    judgementId: judgementIdSchema.parse(machine.newId()),
    at: toTimestamp(nowMs),
  });
  return {
    ...empty,
    head: { ...empty.head, for: said.for, asOf },
    content: { type: 'doc', content: said.sections.map((section) => sectionOf(section, context)) },
    printedTaskIds: said.printedTasks.map((key) => named(context.tasks, key).id),
    isSample: true,
  };
};

import type { MemoId } from '../../ids.ts';
import type { CalendarDate, Timestamp } from '../../time.ts';
import type { ResolvedCitation } from '../citations/resolved-citation.ts';
import type { Memo, MemoHead, MemoKind } from '../memo.ts';
import type { MemoBlock, MemoContent, MemoParagraph, MemoSection } from '../memo-content.ts';
import { printDay } from '../print/print-date.ts';
import { draftChanges } from './draft-changes.ts';

/** What can be made of a memo that was sent. */
export const successorKinds = ['update', 'correction', 'withdrawal'] as const satisfies readonly MemoKind[];
export type SuccessorKind = (typeof successorKinds)[number];

export type SuccessorInput = {
  readonly id: MemoId;
  readonly kind: SuccessorKind;
  readonly referenceNumber: string;
  /** The information cut-off: the day on which it is begun. */
  readonly asOf: CalendarDate;
  readonly at: Timestamp;
};

const headings: Readonly<Record<SuccessorKind, string>> = {
  update: 'What has changed',
  correction: 'What is corrected',
  withdrawal: 'Why it is withdrawn',
};

const MAX_TITLE_LENGTH = 300;
const titlePrefixes: Readonly<Record<SuccessorKind, string>> = {
  update: '',
  correction: 'Correction: ',
  withdrawal: 'Withdrawal: ',
};

const paragraph = (text: string): MemoParagraph => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** "PM-2024-017 of 24 April 2024" */
const nameOf = ({ head, sending }: Memo): string =>
  `${head.referenceNumber} of ${printDay(sending?.sentOn ?? head.asOf)}`;

const changeSection = (kind: SuccessorKind, ...content: readonly MemoBlock[]): MemoSection => ({
  type: 'section',
  attrs: { role: 'change-since', heading: headings[kind] },
  content: [...content],
});

const reasonGuide = {
  prompt: 'What was wrong, and what of it still holds.',
  whenEmpty: '',
  isRequired: false,
} as const satisfies MemoSection['attrs']['guide'];

/** Says that the memo is withdrawn, and asks for the reason. */
const withdrawalOf = (before: Memo): MemoContent => {
  const says = `${nameOf(before)}, “${before.head.title.trim()}”, is withdrawn. It is not to be relied on.`;
  const reason = changeSection('withdrawal', { type: 'paragraph' });
  return {
    type: 'doc',
    content: [
      {
        type: 'section',
        attrs: { role: 'bottom-line', heading: 'Bottom line' },
        content: [paragraph(says)],
      },
      { ...reason, attrs: { ...reason.attrs, guide: reasonGuide } },
    ],
  };
};

/** What has changed is read right after the judgements, wherever the form has it. */
const withChanges = (content: MemoContent, changes: MemoSection): MemoContent => {
  const others = content.content.filter(({ attrs }) => attrs.role !== 'change-since');
  const judgements = others.findIndex(({ attrs }) => attrs.role === 'key-judgements');
  return { type: 'doc', content: others.toSpliced(judgements === -1 ? 1 : judgements + 1, 0, changes) };
};

const contentOf = (before: Memo, kind: SuccessorKind, cited: readonly ResolvedCitation[]): MemoContent => {
  if (kind === 'withdrawal') return withdrawalOf(before);
  const table = draftChanges(before, before, cited);
  const says = paragraph(`${kind === 'update' ? 'This updates' : 'This corrects'} ${nameOf(before)}.`);
  return withChanges(before.content, changeSection(kind, says, ...(table === null ? [] : [table])));
};

/** A later report covers later days; a correction and a withdrawal are of the same. */
const headOf = ({ head }: Memo, kind: SuccessorKind): MemoHead => {
  const { period: _, ...others } = head;
  return kind === 'update' ? others : head;
};

/**
 * A draft that supersedes a memo that was sent. An update and a correction begin with its text and its judgements,
 * which keep their ids, and with what has changed as a table; a withdrawal says that it is withdrawn, and leaves the
 * reason to the analyst. The marking and the restrictions are those of the memo; an update covers other days.
 * @param cited what the memo cites, as it stands now
 */
export const draftSuccessor = (
  before: Memo,
  input: SuccessorInput,
  cited: readonly ResolvedCitation[] = [],
): Memo => {
  const { kind, id, referenceNumber, asOf, at } = input;
  const prefix = before.head.title.startsWith(titlePrefixes[kind]) ? '' : titlePrefixes[kind];
  return {
    ...before,
    id,
    head: {
      ...headOf(before, kind),
      title: `${prefix}${before.head.title}`.slice(0, MAX_TITLE_LENGTH),
      referenceNumber,
      asOf,
    },
    state: 'draft',
    content: contentOf(before, kind, cited),
    printedTaskIds: kind === 'withdrawal' ? [] : before.printedTaskIds,
    statedReasons: kind === 'withdrawal' ? [] : before.statedReasons,
    kind,
    supersedesId: before.id,
    sending: null,
    isSample: false,
    createdAt: at,
    updatedAt: at,
  };
};

import type { MemoId } from '../../ids.ts';
import type { CalendarDate, Timestamp } from '../../time.ts';
import type { OwnTerms } from '../../tradecraft/own-terms.ts';
import type { ResolvedCitation } from '../citations/resolved-citation.ts';
import type { Memo, MemoHead, MemoKind } from '../memo.ts';
import type { MemoBlock, MemoContent, MemoParagraph, MemoSection } from '../memo-content.ts';
import { printDay } from '../print/print-date.ts';
import { inMarksOf, type PrintedWords, wordsFor } from '../print/printed-words.ts';
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

const MAX_TITLE_LENGTH = 300;

const paragraph = (text: string): MemoParagraph => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** "PM-2024-017 of 24 April 2024" */
const nameOf = ({ head, sending }: Memo, words: PrintedWords): string =>
  words.dated(head.referenceNumber, printDay(sending?.sentOn ?? head.asOf, words));

const changeSection = (
  kind: SuccessorKind,
  { change }: PrintedWords,
  ...content: readonly MemoBlock[]
): MemoSection => ({
  type: 'section',
  attrs: { role: 'change-since', heading: change.heading[kind] },
  content: [...content],
});

const reasonGuide = {
  prompt: 'What was wrong, and what of it still holds.',
  whenEmpty: '',
  isRequired: false,
} as const satisfies MemoSection['attrs']['guide'];

/** States that the memo is withdrawn, with a prompt for the reason. */
const withdrawalOf = (before: Memo): MemoContent => {
  const words = wordsFor(before.head.language);
  const says = words.change.withdraws(nameOf(before, words), inMarksOf(words, before.head.title.trim()));
  const reason = changeSection('withdrawal', words, { type: 'paragraph' });
  return {
    type: 'doc',
    content: [
      {
        type: 'section',
        attrs: { role: 'bottom-line', heading: words.change.bottomLine },
        content: [paragraph(says)],
      },
      { ...reason, attrs: { ...reason.attrs, guide: reasonGuide } },
    ],
  };
};

/** The changes follow the judgements, wherever the form has that section. */
const withChanges = (content: MemoContent, changes: MemoSection): MemoContent => {
  const others = content.content.filter(({ attrs }) => attrs.role !== 'change-since');
  const judgements = others.findIndex(({ attrs }) => attrs.role === 'key-judgements');
  return { type: 'doc', content: others.toSpliced(judgements === -1 ? 1 : judgements + 1, 0, changes) };
};

/** Own words for the doctrine's terms in the memo before, and in this one; see WordedMemo. */
type WordedTerms = { readonly was?: OwnTerms | undefined; readonly is?: OwnTerms | undefined };

const contentOf = (
  before: Memo,
  kind: SuccessorKind,
  cited: readonly ResolvedCitation[],
  { was, is }: WordedTerms,
): MemoContent => {
  if (kind === 'withdrawal') return withdrawalOf(before);
  const table = draftChanges({ memo: before, terms: was }, { memo: before, terms: is }, cited);
  const words = wordsFor(before.head.language);
  const { updates, corrects } = words.change;
  const says = paragraph((kind === 'update' ? updates : corrects)(nameOf(before, words)));
  return withChanges(before.content, changeSection(kind, words, says, ...(table === null ? [] : [table])));
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
 * @param terms its own words for the doctrine's terms, as it was sent and as its form has them now
 */
export const draftSuccessor = (
  before: Memo,
  input: SuccessorInput,
  cited: readonly ResolvedCitation[] = [],
  terms: WordedTerms = {},
): Memo => {
  const { kind, id, referenceNumber, asOf, at } = input;
  const begins = wordsFor(before.head.language).change.prefix[kind];
  const prefix = before.head.title.startsWith(begins) ? '' : begins;
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
    content: contentOf(before, kind, cited, terms),
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

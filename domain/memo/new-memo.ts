import type { JudgementId, MemoId } from '../ids.ts';
import type { CalendarDate, Timestamp } from '../time.ts';
import { highestTlp, type Marking } from '../tradecraft/marking.ts';
import { blufForm, INITIAL_COVERAGE } from './bluf-form.ts';
import type { CitedPassage } from './citations/list-citations.ts';
import { layEvidence } from './lay-evidence.ts';
import type { Memo, MemoHead, MemoTemplate } from './memo.ts';
import type { MemoBlock, MemoContent, SectionRole } from './memo-content.ts';

export type NewMemoInput = {
  readonly id: MemoId;
  readonly template: MemoTemplate;
  readonly head: Pick<MemoHead, 'title' | 'referenceNumber' | 'from' | 'language' | 'lexicon'>;
  /** The information cut-off: the day on which the memo is begun. */
  readonly asOf: CalendarDate;
  readonly marking: Marking | null;
  /** Markings with which the articles of the evidence were received. */
  readonly evidenceMarkings: readonly (Marking | null)[];
  /** Passages that are laid in as quotations, in this order. */
  readonly evidence: readonly CitedPassage[];
  /** Of the empty judgement with which the memo begins. */
  readonly judgementId: JudgementId;
  readonly at: Timestamp;
};

const emptyParagraph: MemoBlock = { type: 'paragraph' };

const firstBlocks = (role: SectionRole, judgementId: JudgementId): MemoBlock[] => {
  if (role === 'change-since') {
    return [{ type: 'paragraph', content: [{ type: 'text', text: INITIAL_COVERAGE }] }];
  }
  if (role !== 'key-judgements') return [emptyParagraph];
  const attrs = {
    id: judgementId,
    likelihood: null,
    confidence: null,
    confidenceReason: '',
    assumptions: '',
    wouldChange: '',
  };
  return [{ type: 'judgement', attrs }];
};

/** The form, empty but for what it begins with. */
const blufContent = (judgementId: JudgementId): MemoContent => ({
  type: 'doc',
  content: blufForm.map(({ role, heading }) => ({
    type: 'section',
    attrs: { role, heading },
    content: firstBlocks(role, judgementId),
  })),
});

/** At least as high as the evidence that is laid in. An own banner has no order and stays. */
const startingMarking = (
  marking: Marking | null,
  ofEvidence: readonly (Marking | null)[],
): Marking | null => {
  if (marking?.kind === 'banner') return marking;
  const label = highestTlp([marking, ...ofEvidence]);
  return label === null ? null : { kind: 'tlp', label };
};

/**
 * A draft in the BLUF form: every section there, empty but for "Initial coverage." and the evidence. It is marked
 * at least as high as the evidence that is laid in.
 */
export const newMemo = (input: NewMemoInput): Memo => ({
  id: input.id,
  head: {
    ...input.head,
    for: '',
    asOf: input.asOf,
    marking: startingMarking(input.marking, input.evidenceMarkings),
    restrictions: '',
  },
  template: input.template,
  state: 'draft',
  content: layEvidence(blufContent(input.judgementId), input.evidence).content,
  printedTaskIds: [],
  supersedesId: null,
  isSample: false,
  createdAt: input.at,
  updatedAt: input.at,
});

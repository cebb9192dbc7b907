import type { JudgementId, MemoId } from '../ids.ts';
import type { CalendarDate, Timestamp } from '../time.ts';
import { highestTlp, type Marking } from '../tradecraft/marking.ts';
import { appendEvidence } from './append-evidence.ts';
import { blufForm, INITIAL_COVERAGE } from './bluf-form.ts';
import type { CitedPassage } from './citations/list-citations.ts';
import { emptyJudgement } from './empty-judgement.ts';
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
  /** Passages that are cited as quotations, in this order. */
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
  return [{ type: 'judgement', attrs: emptyJudgement(judgementId) }];
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

/**
 * At least as high as the evidence that is cited. An own banner has no order and stays; the banners of the evidence
 * stand beside it as restrictions, and one alone marks a memo that nothing else marks.
 */
const startingMarking = (
  marking: Marking | null,
  ofEvidence: readonly (Marking | null)[],
): Pick<MemoHead, 'marking' | 'restrictions'> => {
  const label = highestTlp([marking, ...ofEvidence]);
  const own =
    marking?.kind === 'banner' ? marking : label === null ? null : ({ kind: 'tlp', label } as const);
  const banners = [
    ...new Map(ofEvidence.flatMap((each) => (each?.kind === 'banner' ? [[each.text, each]] : []))).values(),
  ].filter(({ text }) => own?.kind !== 'banner' || own.text !== text);
  const [only] = banners;
  if (own === null && only !== undefined && banners.length === 1) return { marking: only, restrictions: '' };
  return { marking: own, restrictions: banners.map(({ text }) => text).join('; ') };
};

/**
 * A draft in the BLUF form: every section there, empty but for "Initial coverage." and the evidence. It is marked
 * at least as high as the evidence that is cited.
 */
export const newMemo = (input: NewMemoInput): Memo => ({
  id: input.id,
  head: {
    ...input.head,
    for: '',
    asOf: input.asOf,
    ...startingMarking(input.marking, input.evidenceMarkings),
  },
  template: input.template,
  state: 'draft',
  content: appendEvidence(blufContent(input.judgementId), input.evidence).content,
  printedTaskIds: [],
  statedReasons: [],
  kind: 'original',
  supersedesId: null,
  sending: null,
  isSample: false,
  createdAt: input.at,
  updatedAt: input.at,
});

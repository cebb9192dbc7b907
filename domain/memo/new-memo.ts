import type { JudgementId, MemoId } from '../ids.ts';
import type { CalendarDate, Timestamp } from '../time.ts';
import { gatherMarkings, highestTlp, type Marking } from '../tradecraft/marking.ts';
import { appendEvidence, layEvidence } from './append-evidence.ts';
import type { EvidencePassage } from './evidence-block.ts';
import type { Form, FormSection } from './form/form.ts';
import type { Memo, MemoHead, MemoTemplate } from './memo.ts';
import { emptyJudgement, type MemoBlock, type MemoContent, type MemoSection } from './memo-content.ts';

export type NewMemoInput = {
  readonly id: MemoId;
  readonly template: MemoTemplate;
  /** The form of that name or id. */
  readonly form: Form;
  readonly head: Pick<MemoHead, 'title' | 'referenceNumber' | 'from' | 'language' | 'lexicon'>;
  /** The information cut-off: the day on which the memo is begun. */
  readonly asOf: CalendarDate;
  readonly marking: Marking | null;
  /** Markings with which the articles of the evidence were received. */
  readonly evidenceMarkings: readonly (Marking | null)[];
  /** Passages that are cited as quotations, in this order. */
  readonly evidence: readonly EvidencePassage[];
  /** The same evidence, divided into sections; absent where it is one section. */
  readonly evidenceSections?: readonly MemoSection[];
  /** Of the empty judgement with which the memo begins. */
  readonly judgementId: JudgementId;
  readonly at: Timestamp;
};

/**
 * At least as high as the cited evidence. An own banner has no order and stays; the banners of the evidence are
 * added as restrictions, and a single one becomes the marking of a memo without another.
 */
const startingMarking = (
  marking: Marking | null,
  ofEvidence: readonly (Marking | null)[],
): Pick<MemoHead, 'marking' | 'restrictions'> => {
  const label = highestTlp([marking, ...ofEvidence]);
  const own =
    marking?.kind === 'banner' ? marking : label === null ? null : ({ kind: 'tlp', label } as const);
  const banners = gatherMarkings(ofEvidence).banners.filter(
    (text) => own?.kind !== 'banner' || own.text !== text,
  );
  const [only] = banners;
  if (own === null && only !== undefined && banners.length === 1)
    return { marking: { kind: 'banner', text: only }, restrictions: '' };
  return { marking: own, restrictions: banners.join('; ') };
};

const firstBlock = ({ startsWith }: FormSection): MemoBlock =>
  startsWith === ''
    ? { type: 'paragraph' }
    : { type: 'paragraph', content: [{ type: 'text', text: startsWith }] };

/**
 * The content of a memo that begins in `form`: each of its sections, empty but for what the form begins with. The first
 * section of judgements has an empty one.
 */
export const layForm = ({ sections }: Form, judgementId: JudgementId): MemoContent => {
  const judged = sections.findIndex(({ role, startsWith }) => role === 'key-judgements' && startsWith === '');
  return {
    type: 'doc',
    content: sections.map((section, at) => {
      const { role, heading, prompt, whenEmpty, isRequired } = section;
      return {
        type: 'section',
        attrs: { role, heading, guide: { prompt, whenEmpty, isRequired } },
        content: [
          at === judged ? { type: 'judgement', attrs: emptyJudgement(judgementId) } : firstBlock(section),
        ],
      };
    }),
  };
};

const beginContent = ({ form, head, judgementId, evidence, evidenceSections }: NewMemoInput): MemoContent => {
  const content = layForm(form, judgementId);
  return evidenceSections === undefined
    ? appendEvidence(content, evidence, head.language).content
    : layEvidence(content, evidenceSections);
};

/**
 * A draft in a form: all sections exist, and are empty except for the form's initial text and the evidence. It is
 * marked at least as high as the cited evidence.
 */
export const newMemo = (input: NewMemoInput): Memo => ({
  id: input.id,
  head: {
    ...input.head,
    for: '',
    asOf: input.asOf,
    ...startingMarking(input.marking, input.evidenceMarkings),
    ...(input.form.numbersParagraphs === true ? { numbersParagraphs: true } : {}),
  },
  template: input.template,
  state: 'draft',
  content: beginContent(input),
  printedTaskIds: [],
  statedReasons: [],
  kind: 'original',
  supersedesId: null,
  sending: null,
  isSample: false,
  createdAt: input.at,
  updatedAt: input.at,
});

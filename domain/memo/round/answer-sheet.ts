/** The answer sheet of a memo: each comment and suggestion with what became of it and why, as its reviewers get it. */
import { printMarkingBand } from '../document/build-memo-document.ts';
import type { MemoHead } from '../memo.ts';
import type { MemoContent } from '../memo-content.ts';
import type { DocumentMarking } from '../memo-document.ts';
import type { RoundSnapshot } from './place-remarks.ts';
import type { Comment, RefusalReason, Remark, RemarkPlace, Suggestion } from './remark.ts';
import type { NumberedRound } from './round.ts';
import { OBJECT, textOf, type WrittenBlock, writtenBlocks } from './written-blocks.ts';

export const answerSheetFormats = ['docx', 'csv', 'html'] as const;
export type AnswerSheetFormat = (typeof answerSheetFormats)[number];

/** As it is printed: a table of words. */
export type AnswerSheet = {
  readonly title: string;
  readonly referenceNumber: string;
  /** That of the memo, whose words it quotes; null where there is none. */
  readonly marking: DocumentMarking | null;
  readonly restrictions: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const COLUMNS = ['No.', 'Round', 'Place', 'Reviewer', 'Comment or change', 'Disposition', 'Reason'];

const dispositions: Readonly<Record<Comment['state'] | Suggestion['state'], string>> = {
  open: 'Open',
  done: 'Done',
  declined: 'Declined',
  taken: 'Taken',
  refused: 'Refused',
};

const refusals: Readonly<Record<RefusalReason, string>> = {
  quotation: 'It would alter a quotation.',
  citation: 'It would alter a citation.',
  grade: 'It would alter a grade.',
  figure: 'It would alter a figure.',
  marking: 'It would alter the marking.',
  note: 'It would alter a footnote.',
  printed: 'These words are printed by Precis.',
};

/** What stands for evidence is printed as a sign that is seen. */
const shown = (words: string): string => words.replaceAll(OBJECT, '[…]').trim();
const quoted = (words: string): string => `“${shown(words)}”`;

const printWords = (text: string, place: RemarkPlace | null): string => {
  const exact = place?.exact ?? '';
  if (exact === '')
    return `Insert ${quoted(text)}${shown(place?.prefix ?? '') === '' ? '' : ` after ${quoted(place?.prefix ?? '')}`}`;
  return text === '' ? `Delete ${quoted(exact)}` : `${quoted(exact)} → ${quoted(text)}`;
};

const printChange = ({ change, place, context }: Suggestion): string => {
  const words = quoted(place?.exact || place?.prefix || context);
  switch (change.kind) {
    case 'words':
      return printWords(change.text, place);
    case 'format':
      return `${quoted(place?.exact ?? context)}: ${change.isOn ? '' : 'not '}${change.mark}`;
    case 'insert-block':
      return `Insert a paragraph: ${quoted(change.text)}`;
    case 'remove-block':
      return `Delete the paragraph ${words}`;
    case 'join':
      return `Join with the next paragraph: ${words}`;
    case 'split':
      return `Split the paragraph after ${words}`;
    case 'move':
      return `Move the paragraph ${words}`;
  }
};

const said = (remark: Remark): string => {
  if (remark.kind === 'comment') return remark.repliesTo === null ? remark.text : `Reply: ${remark.text}`;
  return remark.isTracked ? printChange(remark) : `${printChange(remark)} (not tracked)`;
};

/** A reply is decided with what it answers. */
const dispositionOf = (remark: Remark): string =>
  remark.kind === 'comment' && remark.repliesTo !== null ? '' : dispositions[remark.state];

const reasonOf = (remark: Remark): string => {
  if (remark.kind === 'comment' || remark.refusal === null) return remark.reason;
  const { why, words } = remark.refusal;
  const isSentence = /[.!?…][”’)]*$/u.test(shown(words));
  const stays = shown(words) === '' ? '' : ` It stays: ${quoted(words)}${isSentence ? '' : '.'}`;
  return [`${refusals[why]}${stays}`, remark.reason].filter((part) => part !== '').join(' ');
};

/** "Background ¶3": the section, and which of its paragraphs. */
const namesOfBlocks = (content: MemoContent): readonly string[] => {
  let heading = '';
  let number = 0;
  return writtenBlocks(content).map((block: WrittenBlock) => {
    if (block.node.type === 'section') {
      heading = textOf(block, 'heading') ?? '';
      number = 0;
      return heading;
    }
    number += 1;
    return `${heading} ¶${number}`;
  });
};

type Sheet = {
  readonly head: Pick<MemoHead, 'title' | 'referenceNumber' | 'marking' | 'restrictions'>;
  /** As it is written now: what was said in the window is about it. */
  readonly content: MemoContent;
  readonly rounds: readonly NumberedRound[];
  readonly remarks: readonly Remark[];
  readonly snapshots: readonly RoundSnapshot[];
};

/** In reading order, replies behind what they answer; what has no place is last. */
const inOrder = (remarks: readonly Remark[], numberOf: (remark: Remark) => number): readonly Remark[] => {
  const byId = new Map(remarks.map((remark) => [remark.id, remark]));
  const rootOf = (remark: Remark): Remark =>
    remark.kind === 'comment' && remark.repliesTo !== null ? (byId.get(remark.repliesTo) ?? remark) : remark;
  const key = (remark: Remark): readonly (number | string)[] => {
    const root = rootOf(remark);
    const time = (each: Remark): string => each.saidAt ?? each.createdAt;
    return [
      numberOf(remark),
      root.place?.block ?? Number.MAX_SAFE_INTEGER,
      root.place?.start ?? 0,
      root.kind,
      time(root),
      root.id,
      root === remark ? 0 : 1,
      time(remark),
      remark.id,
    ];
  };
  const keyed = remarks.map((remark) => ({ remark, key: key(remark) }));
  return keyed
    .toSorted((a, b) => {
      const at = a.key.findIndex((part, index) => part !== b.key[index]);
      return at === -1 ? 0 : (a.key[at] ?? 0) < (b.key[at] ?? 0) ? -1 : 1;
    })
    .map(({ remark }) => remark);
};

/** The table of all that was said of a memo, by round and in reading order. */
export const answerSheet = ({ head, content, rounds, remarks, snapshots }: Sheet): AnswerSheet => {
  const numbers = new Map(rounds.map(({ id, number }) => [id, number]));
  const numberOf = ({ roundId }: Remark): number => (roundId === null ? 0 : (numbers.get(roundId) ?? 0));
  const now = namesOfBlocks(content);
  const then = new Map(snapshots.map(({ roundId, content: of }) => [roundId, namesOfBlocks(of)]));
  const placeOf = ({ roundId, place }: Remark): string => {
    if (place === null) return '';
    return (roundId === null ? now : (then.get(roundId) ?? []))[place.block] ?? '';
  };
  return {
    title: head.title,
    referenceNumber: head.referenceNumber,
    marking: printMarkingBand(head.marking),
    restrictions: head.restrictions,
    columns: COLUMNS,
    rows: inOrder(remarks, numberOf).map((remark, at) => [
      `${at + 1}`,
      numberOf(remark) === 0 ? '' : `${numberOf(remark)}`,
      placeOf(remark),
      remark.writer,
      said(remark),
      dispositionOf(remark),
      reasonOf(remark),
    ]),
  };
};

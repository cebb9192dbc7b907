/** The answer sheet of a memo: each comment and suggestion with what became of it and why, as its reviewers get it. */
import { printMarkingBand } from '../document/build-memo-document.ts';
import type { MemoHead } from '../memo.ts';
import type { MemoContent } from '../memo-content.ts';
import type { PrintedTable } from '../memo-document.ts';
import { type PrintedWords, wordsFor } from '../print/printed-words.ts';
import type { RoundSnapshot } from './place-remarks.ts';
import type { Remark, RemarkPlace, Suggestion } from './remark.ts';
import type { NumberedRound } from './round.ts';
import { OBJECT, textOf, type WrittenBlock, writtenBlocks } from './written-blocks.ts';

/** Evidence is printed as a visible sign. */
const shown = (words: string): string => words.replaceAll(OBJECT, '[…]').trim();

const quoted = (text: string, { sign }: PrintedWords): string =>
  `${sign.opening}${shown(text)}${sign.closing}`;

const printWords = (text: string, place: RemarkPlace | null, words: PrintedWords): string => {
  const { review } = words;
  const exact = place?.exact ?? '';
  const before = place?.prefix ?? '';
  if (exact !== '')
    return text === ''
      ? review.remove(quoted(exact, words))
      : `${quoted(exact, words)} → ${quoted(text, words)}`;
  return shown(before) === ''
    ? review.insert(quoted(text, words))
    : review.insertAfter(quoted(text, words), quoted(before, words));
};

const formatOf = (mark: 'bold' | 'italic', isOn: boolean, { review: { format } }: PrintedWords): string =>
  mark === 'bold' ? (isOn ? format.bold : format.notBold) : isOn ? format.italic : format.notItalic;

const printChange = ({ change, place, context }: Suggestion, words: PrintedWords): string => {
  const { review, sign } = words;
  const about = quoted(place?.exact || place?.prefix || context, words);
  switch (change.kind) {
    case 'words':
      return printWords(change.text, place, words);
    case 'format':
      return `${quoted(place?.exact ?? context, words)}${sign.colon}${sign.gap}${formatOf(change.mark, change.isOn, words)}`;
    case 'insert-block':
      return review.insertBlock(quoted(change.text, words));
    case 'remove-block':
      return review.removeBlock(about);
    case 'join':
      return review.join(about);
    case 'split':
      return review.split(about);
    case 'move':
      return review.move(about);
  }
};

const said = (remark: Remark, words: PrintedWords): string => {
  const { review, sign } = words;
  if (remark.kind === 'comment') return remark.repliesTo === null ? remark.text : review.reply(remark.text);
  const change = printChange(remark, words);
  return remark.isTracked ? change : `${change}${sign.bracketed(review.notTracked)}`;
};

/** A reply is decided with what it answers. */
const dispositionOf = (remark: Remark, { review: { disposition } }: PrintedWords): string =>
  remark.kind === 'comment' && remark.repliesTo !== null ? '' : disposition[remark.state];

const reasonOf = (remark: Remark, words: PrintedWords): string => {
  if (remark.kind === 'comment' || remark.refusal === null) return remark.reason;
  const { review, sign } = words;
  const { why, words: own } = remark.refusal;
  const isSentence = /[.!?…。！？][”’)»“」]*$/u.test(shown(own));
  const stays =
    shown(own) === '' ? [] : [`${review.stays(quoted(own, words))}${isSentence ? '' : sign.stop}`];
  return [review.refusal[why], ...stays, remark.reason].filter((part) => part !== '').join(sign.gap);
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
  readonly head: Pick<MemoHead, 'title' | 'referenceNumber' | 'marking' | 'restrictions' | 'language'>;
  /** The current content of the memo, to which remarks made in the window refer. */
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

/** The table of all that was said of a memo, by round and in reading order, in the language of the memo. */
export const answerSheet = ({ head, content, rounds, remarks, snapshots }: Sheet): PrintedTable => {
  const numbers = new Map(rounds.map(({ id, number }) => [id, number]));
  const numberOf = ({ roundId }: Remark): number => (roundId === null ? 0 : (numbers.get(roundId) ?? 0));
  const now = namesOfBlocks(content);
  const then = new Map(snapshots.map(({ roundId, content: of }) => [roundId, namesOfBlocks(of)]));
  const placeOf = ({ roundId, place }: Remark): string => {
    if (place === null) return '';
    return (roundId === null ? now : (then.get(roundId) ?? []))[place.block] ?? '';
  };
  const words = wordsFor(head.language);
  return {
    name: words.review.name(head.title),
    language: words.tag,
    facts: [head.referenceNumber],
    marking: printMarkingBand(head.marking),
    restrictions: head.restrictions,
    columns: words.review.columns,
    markingName: words.citation.marking,
    rows: inOrder(remarks, numberOf).map((remark, at) => [
      `${at + 1}`,
      numberOf(remark) === 0 ? '' : `${numberOf(remark)}`,
      placeOf(remark),
      remark.writer,
      said(remark, words),
      dispositionOf(remark, words),
      reasonOf(remark, words),
    ]),
  };
};

/** Earlier comments on a memo, as they are sent with it to the reviewers of the next round. */
import type { DocumentComment } from '../document-apparatus.ts';
import type { MemoContent } from '../memo-content.ts';
import type { DocumentSection } from '../memo-document.ts';
import { describePlace, placeRemarks, type RoundSnapshot } from './place-remarks.ts';
import type { Comment, Remark } from './remark.ts';
import { createParagraphNames } from './returned/base-text.ts';
import { OBJECT } from './written-blocks.ts';

const SECOND = 'YYYY-MM-DDTHH:MM:SS'.length;

const timeOf = ({ saidAt, createdAt }: Comment): string => `${(saidAt ?? createdAt).slice(0, SECOND)}Z`;

const saidBy = (comment: Comment, isDone: boolean): DocumentComment['thread'][number] => ({
  writer: comment.writer,
  at: timeOf(comment),
  text: comment.text,
  isDone,
});

/** The comments that have a place in `content`, which prints `sections`, each with its replies in their order. */
export const commentsOfDocument = (
  remarks: readonly Remark[],
  snapshots: readonly RoundSnapshot[],
  content: MemoContent,
  sections: readonly DocumentSection[],
): readonly DocumentComment[] => {
  const places = placeRemarks(remarks, snapshots, content);
  const nameOf = createParagraphNames(sections, content);
  const comments = remarks
    .filter((remark) => remark.kind === 'comment')
    .toSorted((a, b) => (`${timeOf(a)} ${a.id}` < `${timeOf(b)} ${b.id}` ? -1 : 1));
  return comments.flatMap((comment): DocumentComment[] => {
    const place = places.get(comment.id);
    const paragraph = place === undefined ? null : nameOf(place);
    if (comment.repliesTo !== null || place === undefined || paragraph === null) return [];
    const exact = describePlace(content, place)?.exact ?? '';
    const replies = comments.filter(({ repliesTo }) => repliesTo === comment.id);
    const thread = [
      saidBy(comment, comment.state !== 'open'),
      ...replies.map((reply) => saidBy(reply, false)),
    ];
    return [{ paragraph, exact: exact.includes(OBJECT) ? '' : exact, thread }];
  });
};

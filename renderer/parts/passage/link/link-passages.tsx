/** Linking one passage to another, and removing a link. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type LinkedRow, type PassageRow, passageRelate, passageUnrelate } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { RelationType } from '#domain/passage/passage.ts';
import { isMutualRelation, type RelationDirection, wordRelation } from '#domain/passage/word-relation.ts';
import { beginningOf } from '#domain/text/beginning-of.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { sayDone } from '#renderer/window/notices.ts';

export type OnPassage = { readonly articleId: ArticleId; readonly passageId: PassageId };

/** The kind of a link, from the point of view of the current passage. */
export type LinkKind = { readonly type: RelationType; readonly direction: RelationDirection };

const SAID_LENGTH = 60;

/** Orders the two ends by the direction of the relation. */
const inputOf = (on: OnPassage, { articleId, id: passageId }: PassageRow, { type, direction }: LinkKind) => {
  const other = { articleId, passageId };
  const said = direction === 'to' ? { ...on, other } : { ...other, other: on };
  return {
    articleId: said.articleId,
    passageId: said.passageId,
    type,
    other: { articleId: said.other.articleId, passageId: said.other.passageId },
  };
};

/** Makes a link, and reports it. Returns the error, for the dialog to show, or null. */
export const linkPassages = async (
  on: OnPassage,
  other: PassageRow,
  kind: LinkKind,
): Promise<AppError | null> => {
  const said = isMutualRelation(kind.type) ? { ...kind, direction: 'to' as const } : kind;
  const answer = await act(passageRelate, inputOf(on, other, said), { saysFailure: true });
  if (!answer.ok) return answer.error;
  // Without added quotation marks: many quotes begin with their own.
  sayDone(`Linked, ${wordRelation(said.type, said.direction)}: ${beginningOf(other.quote, SAID_LENGTH)}`);
  return null;
};

type MadeLink = Pick<LinkedRow, 'row' | 'type' | 'direction'>;

type UnlinkProps = { readonly on: OnPassage; readonly link: MadeLink; readonly close: () => void };

/** Asks before removing a link that supports a grade 1. */
const Unlink = ({ on, link, close }: UnlinkProps) => (
  <ConfirmDialog
    title="A grade of 1 rests on this link"
    isOpen
    onClose={close}
    onConfirm={() => void unlinkPassages(on, link, true)}
    confirmName="Remove the link"
    isDangerous
  >
    Only this passage confirms the supported passage, which is graded 1. Without the link, the grade has no
    basis. Press G to give the grade a reason or another digit.
  </ConfirmDialog>
);

/**
 * Removes a link at the end where it is stored. If it is the only support of a grade 1, the analyst is asked first,
 * unless `unconfirms` is set.
 */
export const unlinkPassages = async (on: OnPassage, link: MadeLink, unconfirms = false): Promise<void> => {
  const { row, type, direction } = link;
  const input = { ...inputOf(on, row, { type, direction }), unconfirms };
  const answer = await act(passageUnrelate, input, { saysFailure: true });
  if (!answer.ok && answer.error.code === 'grade-rests-on-link')
    openDialog('unlink', ({ close }) => <Unlink on={on} link={link} close={close} />);
  else if (!answer.ok) sayError(answer.error);
  else sayDone(`No longer linked, ${wordRelation(type, direction)}: ${beginningOf(row.quote, SAID_LENGTH)}`);
};

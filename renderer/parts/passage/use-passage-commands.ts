import type { BulkChange } from '#domain/contract/bulk-change.ts';
import { type PassageRow, passageRows } from '#domain/contract/passage.ts';
import type { PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { useCommand, useCommands } from '#renderer/commands/commands.ts';
import { addToBoard } from '#renderer/parts/board/add-to-board.tsx';
import { askForEvent } from '#renderer/parts/event/ask-for-event.tsx';
import { askForMemo } from '#renderer/parts/memo/ask-for-memo.tsx';
import { citeInMemo } from '#renderer/parts/memo/cite-in-memo.tsx';
import { goToCitation } from '#renderer/parts/memo/go-to-citation.tsx';
import type { CardField } from '#renderer/parts/passage/card/card-props.ts';
import { copyCited } from '#renderer/parts/passage/copy-cited.ts';
import { labelCommands, useLabels } from '#renderer/parts/passage/labels.ts';
import { useRelationCommands } from '#renderer/parts/passage/related/use-relation-commands.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { changeMany } from './change-many.ts';
import { editPassageOf } from './edit-passage-of.ts';

/** The row of a passage, requested directly: a key may be pressed before the row is rendered. */
const rowOf = async (passageId: PassageId | undefined): Promise<PassageRow | undefined> => {
  if (passageId === undefined) return undefined;
  const answer = await request(passageRows, { passageIds: [passageId] });
  return answer.ok ? answer.value[0] : undefined;
};

/** Goes to the place of a passage. */
export const openPassage = async (passageId: PassageId): Promise<void> => {
  const row = await rowOf(passageId);
  if (row !== undefined) goTo({ view: 'articles', articleId: row.articleId, passageId });
};

/** For one passage the act on a single passage, with its name in undo; for several one bulk act. */
const actOn = async (
  ids: readonly PassageId[],
  edit: Extract<BulkChange, { kind: 'label' | 'delete' }>,
): Promise<void> => {
  const [only, ...others] = ids;
  if (only === undefined) return;
  if (others.length > 0) {
    await changeMany(ids, edit);
    return;
  }
  const row = await rowOf(only);
  if (row !== undefined) await editPassageOf(row.articleId, only)(edit);
};

const newMemoFrom = (ids: readonly PassageId[]): void => {
  const from = { kind: 'passages' as const, passageIds: [...ids] };
  askForMemo({ from, name: `The selected ${printCount(ids.length, 'passage')}` });
};

/** Passage keys, for the whole selection: the same as in the reader. */
export const usePassageCommands = (ids: readonly PassageId[], setField: (field: CardField) => void): void => {
  const isChosen = ids.length > 0;
  useCommands(
    labelCommands(useLabels(), ({ id: label }) => void actOn(ids, { kind: 'label', label })),
    isChosen,
  );
  useCommand('passage.tags', () => setField('tags'), isChosen);
  useCommand('passage.source', () => setField('source'), isChosen);
  useCommand('passage.concerned', () => setField('concerned'), isChosen);
  // The attribution is set one passage at a time.
  useCommand('passage.manner', () => setField('manner'), ids.length === 1);
  useCommand('passage.grade', () => setField('grade'), isChosen);
  useCommand('passage.note', () => setField('note'), isChosen);
  useCommand('passage.task', () => setField('task'), isChosen);
  useCommand('passage.event', () => askForEvent(ids), isChosen);
  useRelationCommands(async () => {
    const row = await rowOf(ids[0]);
    return row === undefined ? null : { articleId: row.articleId, passageId: row.id };
  }, ids.length === 1);
  useCommand('passage.cite', () => void citeInMemo(ids), isChosen);
  useCommand('passage.board', () => addToBoard({ kind: 'passages', ids }), isChosen);
  useCommand('passage.new-memo', () => newMemoFrom(ids), isChosen);
  useCommand('passage.citation', () => ids[0] !== undefined && void goToCitation(ids[0]), ids.length === 1);
  useCommand('edit.copy-cited', () => void copyCited(ids), isChosen);
  useCommand('passage.delete', () => void actOn(ids, { kind: 'delete' }), isChosen);
};

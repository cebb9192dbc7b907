import type { Editor } from '@tiptap/core';
import { memoChanges, memoSnapshot, memoSourceSummary } from '#domain/contract/memo-sent.ts';
import type { MemoId } from '#domain/ids.ts';
import { listEventLines } from '#domain/memo/chronology/event-rows.ts';
import type { MemoTable } from '#domain/memo/memo-content.ts';
import { act } from '#renderer/bridge/act.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { settleEventLines } from '#renderer/parts/memo/settle-event-lines.ts';
import { takeNewer } from '#renderer/parts/memo/take-newer.ts';
import { sayDone } from '#renderer/window/notices.ts';
import type { MemoInEditor } from '../state/memo-store.ts';
import { readContent } from '../state/read-content.ts';
import type { MemoSaving } from '../state/use-memo-session.ts';
import { putSourceSummary } from './put-source-summary.ts';

/** Replaces the first table of the section of changes with this one, or adds it at the end. */
const putChanges = (editor: Editor, table: MemoTable): boolean => {
  const { doc, schema } = editor.state;
  const node = schema.nodeFromJSON(table);
  let place: { readonly from: number; readonly to: number } | null = null;
  doc.forEach((section, sectionAt) => {
    if (section.attrs.role !== 'change-since' || place !== null) return;
    const end = sectionAt + section.nodeSize - 1;
    place = { from: end, to: end };
    section.forEach((block, blockAt) => {
      const from = sectionAt + 1 + blockAt;
      if (block.type.name === 'table' && place?.from === end) place = { from, to: from + block.nodeSize };
    });
  });
  if (place === null) return false;
  const { from, to } = place as { from: number; to: number };
  editor.view.dispatch(editor.state.tr.replaceWith(from, to, node).scrollIntoView());
  return true;
};

/** Answers the commands for a snapshot of an open memo, and for its changes since the memo that it supersedes. */
export const useKeepingCommands = (
  { editor, store }: MemoInEditor,
  memoId: MemoId,
  saving: MemoSaving,
): void => {
  const keep = async (): Promise<void> => {
    await saving.flush();
    const answer = await act(memoSnapshot, { memoId });
    if (!answer.ok) return;
    sayDone(answer.value.isNew ? 'Saved, with a new snapshot' : 'Saved. The last snapshot is the same');
  };
  const draftChanges = async (): Promise<void> => {
    await saving.flush();
    const answer = await request(memoChanges, { memoId });
    if (!answer.ok || answer.value === null) {
      sayDone('There are no judgements to compare');
      return;
    }
    const isPut = putChanges(editor, answer.value);
    sayDone(isPut ? 'Change table updated' : 'The memo has no section for changes');
  };
  const draftSummary = async (): Promise<void> => {
    await saving.flush();
    const answer = await request(memoSourceSummary, { memoId });
    if (!answer.ok || answer.value.paragraphs.length === 0) {
      sayDone('The memo has no citations yet');
      return;
    }
    putSourceSummary(editor, answer.value.paragraphs);
    sayDone('Source summary inserted. Check it: Precis only counts');
  };
  useCommand('memo.source-summary', () => {
    if (!store.getState().isReadOnly) void draftSummary();
  });
  useCommand('memo.take-newer', () => {
    if (!store.getState().isReadOnly) void takeNewer(memoId, 'same');
  });
  useCommand('memo.update-chronology', () => {
    const eventIds = listEventLines(readContent(editor.state.doc)).map(({ eventId }) => eventId);
    if (store.getState().isReadOnly) return;
    if (eventIds.length === 0) sayDone('The memo has no line of the chronology');
    else void settleEventLines({ memoId, eventIds: [...new Set(eventIds)], how: 'update' });
  });
  useCommand('memo.snapshot', () => void keep());
  useCommand('memo.draft-changes', () => {
    if (!store.getState().isReadOnly) void draftChanges();
  });
};

import { boardWordsFor } from '#domain/board/board-words-in.ts';
import { boardKey, boardTable } from '#domain/board/print-board.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { MemoBlock, MemoContent, MemoSection, SectionRole } from '#domain/memo/memo-content.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { findDraft } from '../memo/find-draft.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { readOpenBoard, rowsAsAsked } from './read-boards.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'local' | 'machine'>;

/** The sections of a memo in which a board may be placed, the best first. */
const homes: readonly SectionRole[] = ['alternatives', 'analysis'];

/** They are about the memo and its sources: no place for a table of evidence. */
const aboutItself: ReadonlySet<SectionRole> = new Set([
  'change-since',
  'gaps',
  'source-summary',
  'would-change',
]);

const isEmptyParagraph = (block: MemoBlock | undefined): boolean =>
  block?.type === 'paragraph' && (block.content ?? []).length === 0;

/** Appends a board to a section, replacing an empty paragraph at its end. */
const appendTo = (section: MemoSection, blocks: readonly MemoBlock[]): MemoSection => {
  const kept = isEmptyParagraph(section.content.at(-1)) ? section.content.slice(0, -1) : section.content;
  return { ...section, content: [...kept, ...blocks, { type: 'paragraph' }] };
};

const withBlocks = (content: MemoContent, blocks: readonly MemoBlock[]): MemoContent => {
  const { content: sections } = content;
  const places = [
    ...homes.map((role) => sections.findIndex(({ attrs }) => attrs.role === role)),
    sections.findLastIndex(({ attrs }) => !aboutItself.has(attrs.role)),
  ];
  const at = places.find((place) => place !== -1) ?? sections.length - 1;
  return {
    ...content,
    content: content.content.map((section, index) => (index === at ? appendTo(section, blocks) : section)),
  };
};

/**
 * Appends a board as a table to the section of alternatives of a draft, else to its analysis, else to its last section
 * that is not about the memo and its sources.
 */
export const putIntoMemo = (
  { archive, catalogue, local, machine }: Deps,
  { boardId, memoId, isEveryone, evidenceIds }: Input<'board:put-into-memo'>,
): Promise<Result<Output<'board:put-into-memo'>, AppError>> =>
  archive.perform(async (reader) => {
    const read = await readOpenBoard({ catalogue, local }, reader, boardId);
    if (!read.ok) return read;
    const open = read.value;
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const rows = rowsAsAsked(open, evidenceIds);
    const before = draft.value;
    const board = { open, isEveryone, words: boardWordsFor(before.head.language) };
    const content = withBlocks(before.content, [...boardKey(board), boardTable(board, rows)]);
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const left = rows.filter((row) => row.standing === null).length;
    return ok({
      value: { referenceNumber: before.head.referenceNumber, rows: rows.length - left, left },
      name: 'cite-passages',
      changes: recordChanges({ kind: 'memo', memoId }, 'memo', before, after),
    });
  });

import type { MemoHead } from '#domain/memo/memo.ts';
import { useCommand } from '#renderer/commands/commands.ts';

/** Answers the command that numbers the paragraphs of the open memo, or takes the numbers away. */
export const useNumberingCommand = (
  head: MemoHead,
  onChange: (head: MemoHead) => void,
  isReadOnly: boolean,
): void =>
  useCommand(
    'format.number-paragraphs',
    () => onChange({ ...head, numbersParagraphs: head.numbersParagraphs !== true }),
    !isReadOnly,
  );

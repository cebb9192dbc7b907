import type { CommandId } from '#domain/command/command-table.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { selectedRanges } from '../selection/selected-ranges.ts';
import { useReaderState } from './reader-context.ts';

/** Whether a passage or some text is selected. */
export const useHasPassageTarget = (): boolean =>
  useReaderState(({ selected, selectedId }) => selectedId !== null || selectedRanges(selected).length > 0);

/** Answers a command on the passage at hand, as long as a passage or some text is selected. */
export const usePassageCommand = (id: CommandId, handler: () => void): void =>
  useCommand(id, handler, useHasPassageTarget());

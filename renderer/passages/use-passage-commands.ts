import { useCommand } from '#renderer/bridge/commands.ts';
import type { CardField } from '#renderer/parts/passage-card/card-field.ts';
import type { PassageActs } from '#renderer/parts/passage-card/passage-acts.ts';

/** The letters of a passage, on the selected row: the same as in the reader. */
export const usePassageCommands = (acts: PassageActs, setField: (field: CardField) => void): void => {
  useCommand('passage.label-1', () => void acts.setLabel('claim'));
  useCommand('passage.label-2', () => void acts.setLabel('data'));
  useCommand('passage.label-3', () => void acts.setLabel('view'));
  useCommand('passage.label-4', () => void acts.setLabel('context'));
  useCommand('passage.label-5', () => void acts.setLabel('gap'));
  useCommand('passage.tags', () => setField('tags'));
  useCommand('passage.source', () => setField('source'));
  useCommand('passage.manner', () => setField('manner'));
  useCommand('passage.grade', () => setField('grade'));
  useCommand('passage.note', () => setField('note'));
  useCommand('passage.task', () => setField('task'));
  useCommand('passage.delete', () => void acts.remove());
};

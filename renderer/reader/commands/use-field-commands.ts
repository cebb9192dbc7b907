import type { CardField } from '#renderer/parts/passage/card/card-field.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { useReader } from '../state/reader-context.ts';
import { selectPassage, showCards } from '../state/reader-store.ts';
import { usePassageCommand } from '../state/use-passage-command.ts';
import type { CommandTarget } from './use-command-target.ts';

/** Opens a field of the selected passage's card; a bare selection becomes a passage of the last label first. */
export const useFieldCommands = (target: CommandTarget): void => {
  const { store } = useReader();
  const open = (field: CardField): void => {
    const current = target.passage();
    if (current !== null) selectPassage(store, current.passage.id, field);
    else if (target.ranges().length > 0) {
      target.make(target.lastLabel.current);
      store.setState({ field });
    } else sayHint('Select a passage first');
    showCards(store);
  };
  usePassageCommand('passage.tags', () => open('tags'));
  usePassageCommand('passage.source', () => open('source'));
  usePassageCommand('passage.manner', () => open('manner'));
  usePassageCommand('passage.grade', () => open('grade'));
  usePassageCommand('passage.note', () => open('note'));
  usePassageCommand('passage.task', () => open('task'));
};

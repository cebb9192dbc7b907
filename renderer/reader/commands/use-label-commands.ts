import { forLabelCommands } from '#domain/command/label-commands.ts';
import type { Label } from '#domain/passage/label.ts';
import { announceOutcome } from '#renderer/bridge/outcome.ts';
import { useCommands } from '#renderer/commands/commands.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { useReader } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import { useHasPassageTarget } from '../state/use-passage-command.ts';
import type { CommandInput, CommandTarget } from './use-command-target.ts';

/** Labels the passage at hand; a bare selection becomes a passage of that label. */
export const useLabelCommands = ({ acts }: CommandInput, target: CommandTarget): void => {
  const { store } = useReader();
  const label = (wanted: Label): void => {
    const current = target.passage();
    if (current === null && target.ranges().length > 0) {
      target.make(wanted);
      return;
    }
    if (current === null) {
      sayHint('Select some text first');
      return;
    }
    target.lastLabel.current = wanted;
    selectPassage(store, current.passage.id);
    store.setState({ duplicateId: null });
    const { id, label: before } = current.passage;
    const outcome = before === wanted ? 'saved' : acts.edit(id, { does: 'label', label: wanted });
    void announceOutcome(`Labelled ${wanted}`, outcome);
  };
  useCommands(
    forLabelCommands((wanted) => () => label(wanted)),
    useHasPassageTarget(),
  );
};

import { useCommand } from '#renderer/commands/commands.ts';
import { useRelationCommands } from '#renderer/parts/passage/related/use-relation-commands.ts';
import { usePictureCommand } from '../pictures/use-picture-command.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader } from '../state/reader-context.ts';
import { useDeleteCommand, useDividingCommands, useRepeatCommand } from './use-change-commands.ts';
import { useCiteCommand, useCopyCommand } from './use-cite-commands.ts';
import { useCommandTarget } from './use-command-target.ts';
import { useFieldCommands } from './use-field-commands.ts';
import { useLabelCommands } from './use-label-commands.ts';
import { useMoveCommands } from './use-move-commands.ts';

export type ReaderCommandsProps = { readonly onFind: () => void; readonly onMargin: () => void };

/** Answers the commands on passages and on the open text. */
export const useReaderCommands = ({ onFind, onMargin }: ReaderCommandsProps): void => {
  const input = useOpenPassages();
  const target = useCommandTarget(input);
  const { article } = useReader();
  useLabelCommands(input, target);
  useFieldCommands(target);
  useMoveCommands(input);
  useRepeatCommand(input, target);
  useCiteCommand(target);
  useDividingCommands(input, target);
  useDeleteCommand(input, target);
  useCopyCommand(input, target);
  useRelationCommands(() => {
    const passageId = target.passage()?.passage.id;
    return passageId === undefined ? null : { articleId: article.article.id, passageId };
  });
  usePictureCommand(input);
  useCommand('edit.find', onFind);
  useCommand('pane.margin', onMargin);
};

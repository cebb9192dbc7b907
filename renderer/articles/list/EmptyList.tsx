import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';

export type EmptyListProps = {
  readonly isFiltered: boolean;
  /** What is sought. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Shows all articles. */
  readonly onClear: () => void;
};

export const EmptyList = ({ isFiltered, text, onText, onClear }: EmptyListProps) => {
  if (text.trim() !== '') {
    return <NothingFound title="No articles match" text={text} kind="article" onChange={onText} />;
  }
  return isFiltered ? (
    <EmptyState title="No articles match" actions={<Button onPress={onClear}>Show all</Button>} />
  ) : (
    <EmptyState title="No articles yet">
      Paste text here (<CommandKbd command="import.clipboard" />
      ), drop files, or press <CommandKbd command="import.files" />.
    </EmptyState>
  );
};

import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';

export type EmptyListProps = { readonly isFiltered: boolean; readonly onClear: () => void };

export const EmptyList = ({ isFiltered, onClear }: EmptyListProps) =>
  isFiltered ? (
    <EmptyState title="No articles match" actions={<Button onPress={onClear}>Show all</Button>} />
  ) : (
    <EmptyState title="No articles yet">
      Paste text here (<CommandKbd command="import.clipboard" />
      ), drop files, or press <CommandKbd command="import.files" />.
    </EmptyState>
  );

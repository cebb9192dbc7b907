import { Button } from '#renderer/ui/buttons/Button.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';

export type EmptyListProps = { readonly isFiltered: boolean; readonly onClear: () => void };

export const EmptyList = ({ isFiltered, onClear }: EmptyListProps) =>
  isFiltered ? (
    <EmptyState title="No articles match" actions={<Button onPress={onClear}>Show all</Button>} />
  ) : (
    <EmptyState title="Nothing here yet">
      Paste text here (<Kbd keys="Mod+V" />
      ), drop files, or press <Kbd keys="Mod+O" />.
    </EmptyState>
  );

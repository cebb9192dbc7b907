import { printLabelKeys } from '#domain/passage/label.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';

export type NoPassagesProps = {
  readonly text: string;
  readonly onChange: (text: string) => void;
};

/** Says which condition to take away, and how many passages there are without it. */
export const NoPassages = ({ text, onChange }: NoPassagesProps) => {
  const { data: counts } = useQuery('counts:get', {});
  if (useSoFar() !== '') {
    return (
      <EmptyState title="No passages yet">
        The archive is still being read. What matches stands here as soon as it is.
      </EmptyState>
    );
  }
  if (text.trim() === '' || counts?.passages === 0) {
    return (
      <EmptyState title="No passages yet">
        Open an article, select what matters, and press {printLabelKeys(' to ')} for its label.
      </EmptyState>
    );
  }
  return <NothingFound title="No passages match" text={text} kind="passage" onChange={onChange} />;
};

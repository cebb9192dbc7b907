import { CardLine } from '#renderer/parts/passage/card/CardLine.tsx';
import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';

/** The card of a passage in one line. */
export const ShortCard = ({ placed: { passage } }: { readonly placed: PlacedPassage }) => {
  const { tasks, publication, relationCounts } = useOpenPassages();
  return (
    <CardLine
      passage={passage}
      publication={publication}
      relationCount={relationCounts.get(passage.id) ?? 0}
      tasks={tasks.filter(({ passageId, deletedAt }) => passageId === passage.id && deletedAt === null)}
    />
  );
};

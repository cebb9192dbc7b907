import { CardLine } from '#renderer/parts/passage/card/CardLine.tsx';
import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';

/** The card of a passage in one line. */
export const ShortCard = ({ placed: { passage } }: { readonly placed: PlacedPassage }) => {
  const { tasks, publication, relationCounts } = useOpenPassages();
  const { count = 0, contradictions = 0 } = relationCounts.get(passage.id) ?? {};
  return (
    <CardLine
      passage={passage}
      publication={publication}
      relationCount={count}
      isContradicted={contradictions > 0}
      tasks={tasks.filter(({ passageId, deletedAt }) => passageId === passage.id && deletedAt === null)}
    />
  );
};

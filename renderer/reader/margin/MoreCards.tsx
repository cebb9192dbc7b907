import { paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import { printCount } from '#domain/print-count.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { useReader } from '../state/reader-context.ts';
import type { MoreItem } from './layout/choose-cards.ts';

/** The cards of a paragraph that have no room, by their number; a press makes room for them. */
export const MoreCards = ({ item, onMore }: { readonly item: MoreItem; readonly onMore: () => void }) => {
  const { article } = useReader();
  const count = item.hidden.length;
  const number = paragraphNumberAt(article.paragraphs, item.hidden[0]?.start ?? -1);
  const where = number === null ? '' : ` in paragraph ${number}`;
  return (
    <Button
      variant="quiet"
      isSmall
      onPress={onMore}
      aria-label={`${printCount(count, 'more passage')}${where}`}
    >
      +{count.toLocaleString('en-GB')} more
    </Button>
  );
};

import { X } from 'lucide-react';
import type { CarriedTag } from '#domain/contract/passage-table.ts';
import type { TagId } from '#domain/ids.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './bulk.module.css';
import { printPath, useTags } from './tag/use-tags.ts';

export type CarriedTagsProps = {
  readonly label: string;
  readonly tags: readonly CarriedTag[];
  /** How many are selected. */
  readonly count: number;
  readonly onRemove: (id: TagId) => void;
};

/** The tags on the selection; one press removes a tag from all of it. */
export const CarriedTags = ({ label, tags, count: all, onRemove }: CarriedTagsProps) => {
  const { byId } = useTags();
  const carried = tags.flatMap(({ tagId, count }) => {
    const tag = byId.get(tagId);
    return tag === undefined ? [] : [{ tagId, count, name: printPath(tag.path) }];
  });
  if (carried.length === 0) return null;
  return (
    <ul className={styles.carried} aria-label={label}>
      {carried.map(({ tagId, count, name }) => (
        <li key={tagId}>
          <Button isSmall aria-label={`Remove ${name} from all`} onPress={() => onRemove(tagId)}>
            {name} <span className={styles.quiet}>{count === all ? 'all' : count}</span>
            <X size={12} aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
};

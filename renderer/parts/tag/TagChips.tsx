import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { TagId } from '#domain/ids.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from '../field/picker.module.css';
import { printPath, useTags } from './use-tags.ts';

export type TagChipsProps = {
  readonly tagIds: readonly TagId[];
  /** Without it the chips are read-only. */
  readonly onRemove?: (id: TagId) => void;
};

/** Tags as chips, each with its path. A missing tag is left out. */
export const TagChips = ({ tagIds, onRemove }: TagChipsProps) => {
  const { byId } = useTags();
  const rows = tagIds.flatMap((id) => byId.get(id) ?? []);
  return rows.map((row) => (
    <span key={row.id} className={styles.chip} title={row.definition.useWhen || undefined}>
      {printPath(row.path)}
      {onRemove !== undefined && (
        <Button
          className={joinClasses('sign-button', styles.remove)}
          aria-label={`Remove tag ${printPath(row.path)}`}
          onPress={() => onRemove(row.id)}
        >
          <X size={12} aria-hidden />
        </Button>
      )}
    </span>
  ));
};

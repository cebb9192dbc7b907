import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { SourceId } from '#domain/ids.ts';
import { SourcePicker } from '#renderer/parts/source/SourcePicker.tsx';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './event.module.css';

export type ConcernedFieldProps = {
  readonly ids: readonly SourceId[];
  readonly onChange: (ids: readonly SourceId[]) => void;
};

/** The people and bodies that something is about: from the register of sources, one chip each. */
export const ConcernedField = ({ ids, onChange }: ConcernedFieldProps) => {
  const { byId } = useSources();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form inside the form
    <div className={styles.concerned} role="group" aria-label="Concerned">
      <SourcePicker
        key={ids.length}
        label="Concerned"
        sourceId={null}
        onChange={(id) => {
          if (id !== null && !ids.includes(id)) onChange([...ids, id]);
        }}
      />
      <div className={styles.chips}>
        {ids.map((id) => {
          const name = byId.get(id)?.name ?? 'Deleted source';
          return (
            <span key={id} className={styles.chip} dir="auto">
              {name}
              <Button
                className={joinClasses(styles.chipEnd)}
                aria-label={`Remove ${name}`}
                onPress={() => onChange(ids.filter((other) => other !== id))}
              >
                <X size={12} aria-hidden />
              </Button>
            </span>
          );
        })}
      </div>
    </div>
  );
};

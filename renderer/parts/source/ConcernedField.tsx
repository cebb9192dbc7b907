import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { SourceId } from '#domain/ids.ts';
import type { SourceKind } from '#domain/source/source.ts';
import styles from './concerned.module.css';
import { SourcePicker } from './SourcePicker.tsx';
import type { SourceOffer } from './source-offers.ts';
import { useSources } from './use-sources.ts';

export type ConcernedFieldProps = {
  readonly ids: readonly SourceId[];
  readonly onAdd: (id: SourceId) => void;
  readonly onRemove: (id: SourceId) => void;
  /** Suggested first: names in the text. */
  readonly offered?: readonly SourceOffer[];
  readonly autoFocus?: boolean;
  readonly onDone?: () => void;
};

const kinds: readonly SourceKind[] = ['person', 'organisation', 'body', 'place'];

/** Those concerned: people, bodies and places of the register, one chip each. */
export const ConcernedField = ({ ids, onAdd, onRemove, ...picking }: ConcernedFieldProps) => {
  const { byId } = useSources();
  // Sources that were merged become one.
  const shown = new Map(ids.map((id) => [byId.get(id)?.id ?? id, byId.get(id)?.name ?? 'Deleted source']));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form inside the form
    <div className={styles.concerned} role="group" aria-label="Concerned">
      <SourcePicker
        key={ids.length}
        {...picking}
        label="Concerned"
        sourceId={null}
        newKinds={kinds}
        onChange={(id) => id !== null && !shown.has(id) && onAdd(id)}
      />
      <div className={styles.chips}>
        {[...shown].map(([id, name]) => (
          <span key={id} className={styles.chip} dir="auto">
            {name}
            <Button
              className={styles.chipEnd ?? ''}
              aria-label={`Remove ${name}`}
              onPress={() => onRemove(id)}
            >
              <X size={12} aria-hidden />
            </Button>
          </span>
        ))}
      </div>
    </div>
  );
};

import { descriptorFieldNames, descriptorFields, type Source } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { PageSection } from '#renderer/ui/pages/PageSection.tsx';
import styles from './sources.module.css';

/** What bears on the quality of a source (ICD 206): free text, and only where there is something to say. */
export const Descriptor = ({ source }: { readonly source: Source }) => (
  <PageSection title="Source descriptor">
    <div className={styles.descriptor}>
      {descriptorFields.map((field) => (
        <CommitField
          key={field}
          label={descriptorFieldNames[field]}
          rows={1}
          value={source.descriptor[field] ?? ''}
          onCommit={async (text) => {
            const { [field]: _, ...others } = source.descriptor;
            const descriptor = text === '' ? others : { ...others, [field]: text };
            return (await act('source:change', { sourceId: source.id, descriptor })).ok;
          }}
        />
      ))}
    </div>
  </PageSection>
);

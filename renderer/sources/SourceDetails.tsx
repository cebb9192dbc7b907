import { useEffect, useRef, useState } from 'react';
import { sourceChange } from '#domain/contract/source.ts';
import { descriptorFieldNames, descriptorFields, type Source } from '#domain/source/source.ts';
import { type Reliability, reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { act } from '#renderer/bridge/act.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { kindOptions } from '#renderer/parts/source/kind-options.ts';
import { ReliabilityPicker } from '#renderer/parts/source/ReliabilityPicker.tsx';
import { WrittenBy } from '#renderer/parts/writer/WrittenBy.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import { useToday } from '#renderer/window/today.ts';
import { Positions } from './Positions.tsx';
import { ChangeReliability, ReliabilityTimeline } from './Reliability.tsx';
import styles from './sources.module.css';

export type SourceDetailsProps = {
  readonly source: Source;
  readonly isEditing: boolean;
  /** Whether its letter is to be chosen now. */
  readonly isAsked: boolean;
  readonly onAsked: () => void;
};

type SourceChange = Partial<Pick<Source, 'name' | 'kind' | 'aliases' | 'descriptor'>>;

/** The fields of the head, while it is edited. */
const Names = ({ source }: { readonly source: Source }) => {
  const change = async (changed: SourceChange): Promise<boolean> =>
    (await act(sourceChange, { sourceId: source.id, ...changed })).ok;
  return (
    <div className={styles.names}>
      <CommitField
        label="Name"
        autoFocus
        value={source.name}
        validate={(text) =>
          text === '' || text.length > 200 ? 'Enter a name of up to 200 characters.' : undefined
        }
        onCommit={(name) => change({ name })}
      />
      <Select
        label="Kind"
        options={kindOptions}
        value={source.kind}
        onChange={(kind) => void change({ kind })}
      />
      <CommitField
        label="Also known as"
        placeholder="Other names, separated by commas"
        value={source.aliases.join(', ')}
        onCommit={(text) =>
          change({
            aliases: text
              .split(',')
              .map((alias) => alias.trim())
              .filter((alias) => alias !== ''),
          })
        }
      />
    </div>
  );
};

type DescriptorProps = {
  readonly source: Source;
  readonly isEditing: boolean;
};

/** The source descriptor, line by line. */
const DescriptorLines = ({ descriptor }: Pick<Source, 'descriptor'>) => (
  <dl className={joinClasses('facts-list', styles.said)}>
    {descriptorFields.flatMap((field) => {
      const text = descriptor[field];
      return text === undefined
        ? []
        : [
            <dt key={`${field} name`}>{descriptorFieldNames[field]}</dt>,
            <dd key={field} dir="auto">
              {text}
            </dd>,
          ];
    })}
  </dl>
);

/** The quality of a source (ICD 206): free text, and only if there is something to say. */
const Descriptor = ({ source, isEditing }: DescriptorProps) => {
  const isEmpty = Object.keys(source.descriptor).length === 0;
  return (
    <PageSection
      title="Source descriptor"
      empty={isEmpty && !isEditing ? 'Nothing is recorded about this source yet.' : undefined}
    >
      {isEditing ? (
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
                return (await act(sourceChange, { sourceId: source.id, descriptor })).ok;
              }}
            />
          ))}
        </div>
      ) : (
        <DescriptorLines descriptor={source.descriptor} />
      )}
    </PageSection>
  );
};

/** The letter of a source, its wording, and its history. */
const ReliabilityPart = ({ source, isAsked, onAsked }: Omit<SourceDetailsProps, 'isEditing'>) => {
  const [to, setTo] = useState<Reliability | null | undefined>(undefined);
  const today = useToday();
  const picker = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isAsked) return undefined;
    // The palette returns the focus first, which would close the list.
    const frame = requestAnimationFrame(() => {
      onAsked();
      picker.current?.click();
    });
    return () => cancelAnimationFrame(frame);
  }, [isAsked, onAsked]);
  return (
    <PageSection title="Reliability">
      <div className={styles.reliability}>
        <ReliabilityPicker
          isLabelHidden
          button={picker}
          value={source.reliability}
          onChange={(letter) => letter !== source.reliability && setTo(letter)}
        />
        <p className={styles.quiet}>
          {source.reliability === null
            ? 'No letter yet. Precis assumes nothing.'
            : reliabilityTable[source.reliability].meaning}
        </p>
      </div>
      {source.reliabilityHistory.length > 1 && <ReliabilityTimeline history={source.reliabilityHistory} />}
      {source.reliabilityHistory.length > 0 && (
        <table className={styles.history}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Letter</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {source.reliabilityHistory.toReversed().map((change) => (
              <tr key={change.at}>
                <td>{printInstantDay(change.at, today)}</td>
                <td className={styles.letters}>
                  {change.from ?? 'none'} to {change.to ?? 'none'}
                </td>
                <td>{change.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {to !== undefined && <ChangeReliability source={source} to={to} onClose={() => setTo(undefined)} />}
    </PageSection>
  );
};

/** About the source: whom a person spoke for, and the source descriptor. */
const About = ({ source, isEditing }: DescriptorProps) => (
  <>
    {(source.positions.length > 0 || (isEditing && source.kind === 'person')) && (
      <Positions source={source} isEditing={isEditing} />
    )}
    <Descriptor source={source} isEditing={isEditing} />
  </>
);

/** Details of a source: its positions, its descriptor, the history of its letter. */
export const SourceDetails = ({ source, isEditing, ...letter }: SourceDetailsProps) => (
  <div className={styles.details}>
    {isEditing && <Names source={source} />}
    <div className={styles.columns}>
      <div className="page-column">
        <About source={source} isEditing={isEditing} />
      </div>
      <div className="page-column">
        <ReliabilityPart source={source} {...letter} />
        <WrittenBy record={source} className={styles.quiet} />
      </div>
    </div>
  </div>
);

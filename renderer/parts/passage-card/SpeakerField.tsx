import type { SourceId } from '#domain/ids.ts';
import { bases, type Manner, manners, type Passage } from '#domain/passage/passage.ts';
import { act } from '#renderer/bridge/act.ts';
import { Select } from '#renderer/ui/fields/Select.tsx';
import { ReliabilityPicker } from '../ReliabilityPicker.tsx';
import { SourcePicker } from '../SourcePicker.tsx';
import { useSources } from '../use-sources.ts';
import type { PassageActs } from './passage-acts.ts';
import styles from './passage-card.module.css';
import { basisNames, mannerNames } from './print-speaker.ts';

export type SpeakerFieldProps = {
  readonly passage: Passage;
  readonly acts: Pick<PassageActs, 'setSource' | 'setManner'>;
  /** Offered first: the speaker last set in this article. */
  readonly suggested: readonly SourceId[];
  readonly autoFocus: boolean;
  readonly onDone: () => void;
};

const NONE = 'none';
const mannerOptions = [
  { id: NONE, name: 'Not said' },
  ...manners.map((id) => ({ id, name: mannerNames[id] })),
] as const;
const basisOptions = [
  { id: NONE, name: 'Not said' },
  ...bases.map((id) => ({ id, name: basisNames[id] })),
] as const;

/** Who says so, how and on what terms, and what the source's word is worth from now on. */
export const SpeakerField = ({ passage, acts, suggested, autoFocus, onDone }: SpeakerFieldProps) => {
  const { byId } = useSources();
  const source = passage.sourceId === null ? undefined : byId.get(passage.sourceId);
  const setManner = (manner: Manner | null) => void acts.setManner(manner, passage.basis);
  return (
    <div className={styles.field}>
      <SourcePicker
        label="Speaker"
        sourceId={passage.sourceId}
        suggested={suggested}
        autoFocus={autoFocus}
        onChange={(id) => void acts.setSource(id)}
        onDone={onDone}
      />
      {source !== undefined && (
        <ReliabilityPicker
          label={`Reliability of ${source.name}, from now on`}
          value={source.reliability}
          onChange={(reliability) =>
            void act('source:set-reliability', { sourceId: source.id, reliability, why: '' })
          }
        />
      )}
      <div className={styles.pair}>
        <Select
          label="Manner"
          options={mannerOptions}
          value={passage.manner ?? NONE}
          onChange={(id) => setManner(id === NONE ? null : id)}
        />
        <Select
          label="Basis"
          options={basisOptions}
          value={passage.basis ?? NONE}
          onChange={(id) => void acts.setManner(passage.manner, id === NONE ? null : id)}
        />
      </div>
    </div>
  );
};

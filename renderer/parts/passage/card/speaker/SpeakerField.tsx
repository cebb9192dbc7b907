import type { SourceId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { act } from '#renderer/bridge/act.ts';
import { ToggleChip } from '#renderer/ui/buttons/ToggleChip.tsx';
import { ReliabilityPicker } from '../../../source/ReliabilityPicker.tsx';
import { SourcePicker } from '../../../source/SourcePicker.tsx';
import type { SpeakerInText } from '../../../source/speaker-in-text.ts';
import { useSources } from '../../../source/use-sources.ts';
import type { EditPassage } from '../edit-passage.ts';
import { usePosts } from '../manner/use-posts.ts';
import styles from '../passage-card.module.css';

export type SpeakerFieldProps = {
  readonly passage: Passage;
  readonly onEdit: EditPassage;
  /** Offered first: the speaker last set in this article. */
  readonly suggested: readonly SourceId[];
  /** The speaker that the text names. */
  readonly inText: SpeakerInText | null;
  readonly onDone: () => void;
};

/** Who says so, and what the source's word is worth from now on. */
export const SpeakerField = ({ passage, onEdit, suggested, inText, onDone }: SpeakerFieldProps) => {
  const { byId } = useSources();
  const posts = usePosts(passage, true);
  const source = passage.sourceId === null ? undefined : byId.get(passage.sourceId);
  return (
    <div className={styles.field}>
      <SourcePicker
        label="Speaker"
        sourceId={passage.sourceId}
        suggested={suggested}
        inText={inText}
        isQuotation={passage.manner === 'direct'}
        autoFocus
        onChange={(id) => void onEdit({ does: 'source', sourceId: id })}
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
      {posts.map(({ post, wording }) => (
        <ToggleChip
          key={wording}
          isOn={passage.post === post}
          onChange={(isOn) => void onEdit({ does: 'post', post: isOn ? post : '' })}
        >
          {wording}
        </ToggleChip>
      ))}
    </div>
  );
};

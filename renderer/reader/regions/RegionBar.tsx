import type { Passage } from '#domain/passage/passage.ts';
import { DescriptionField } from '#renderer/parts/passage/DescriptionField.tsx';
import type { EditPassage } from '#renderer/parts/passage/edit-passage-of.ts';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import type { DrawnRegion } from '../state/drawn-region.ts';
import type { Framing } from './framing.ts';
import styles from './regions.module.css';

type RegionBarProps = {
  readonly framing: Framing;
  /** The passage of the selected region. */
  readonly passage: Passage | null;
  readonly onEdit: EditPassage;
  /** Returns to the picture or the page. */
  readonly onDone: () => void;
  /** The description was entered; by default the same as onDone. */
  readonly onDescribed?: () => void;
};

const Drawing = ({ framing: { frame, isKeeping, say, keep, leave } }: Pick<RegionBarProps, 'framing'>) => {
  const { offered } = useLabels();
  return (
    <>
      <p className={styles.hint} aria-busy={isKeeping}>
        {isKeeping ? 'Saving the pixels…' : frame !== null && say(frame.xywh)}
      </p>
      {isKeeping ? null : frame?.of === null ? (
        offered.map(({ id, name, key }) => (
          <Button key={id} isSmall onPress={() => keep(id)}>
            {name} <Kbd keys={key} />
          </Button>
        ))
      ) : (
        <Button isSmall variant="primary" onPress={() => keep()}>
          Keep <Kbd keys="Enter" />
        </Button>
      )}
      <Button isSmall variant="quiet" onPress={leave}>
        Cancel <Kbd keys="Escape" />
      </Button>
    </>
  );
};

type SelectedProps = Pick<RegionBarProps, 'framing' | 'onEdit' | 'onDone' | 'onDescribed'> & {
  readonly region: DrawnRegion;
  readonly passage: Passage;
};

const Selected = ({ framing, region, passage, onEdit, onDone, onDescribed = onDone }: SelectedProps) => (
  <>
    <LabelSign label={region.label} />
    <div className={styles.words}>
      <DescriptionField
        key={`${passage.id} ${framing.madeId === passage.id}`}
        passage={passage}
        onEdit={onEdit}
        onDone={onDescribed}
        autoFocus={framing.madeId === passage.id}
      />
    </div>
    <Button
      isSmall
      variant="quiet"
      onPress={() => {
        framing.begin(region);
        onDone();
      }}
    >
      Move the edges <Kbd keys="b" />
    </Button>
    <Button
      isSmall
      variant="quiet"
      onPress={() => {
        framing.remove(region);
        onDone();
      }}
    >
      Move to trash
    </Button>
  </>
);

/** The possible acts on the picture or page: with the drawn frame, with the selected region, or to begin. */
export const RegionBar = ({ framing, passage, onEdit, onDone, ...rest }: RegionBarProps) => {
  const { on, frame, current, begin } = framing;
  return (
    <div className={styles.bar}>
      {frame !== null ? (
        <Drawing framing={framing} />
      ) : current !== null && passage !== null ? (
        <Selected
          {...rest}
          framing={framing}
          region={current}
          passage={passage}
          onEdit={onEdit}
          onDone={onDone}
        />
      ) : (
        <>
          <p className={styles.hint}>Draw a frame around a part of the {on} to make a passage of it.</p>
          <Button
            isSmall
            onPress={() => {
              begin(null);
              onDone();
            }}
          >
            Frame a part <Kbd keys="Enter" />
          </Button>
        </>
      )}
    </div>
  );
};

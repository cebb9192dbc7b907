import { labels, labelTable } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { sayRectangle } from '#domain/passage/region/rectangle.ts';
import type { EditPassage } from '#renderer/parts/passage/card/edit-passage.ts';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { DescriptionField } from '#renderer/parts/passage/region/DescriptionField.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import type { DrawnRegion } from './drawn-region.ts';
import styles from './regions.module.css';
import type { Framing } from './use-frame.ts';

type RegionBarProps = {
  readonly framing: Framing;
  /** The passage of the selected region. */
  readonly passage: Passage | null;
  readonly onEdit: EditPassage;
  /** Back to the picture. */
  readonly onDone: () => void;
};

const Drawing = ({ framing: { frame, keep, leave } }: Pick<RegionBarProps, 'framing'>) => (
  <>
    <p className={styles.hint}>{frame !== null && sayRectangle(frame.xywh)}</p>
    {frame?.of === null ? (
      labels.map((label) => (
        <Button key={label} isSmall onPress={() => keep(label)}>
          {labelTable[label].name} <Kbd keys={labelTable[label].key} />
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

type SelectedProps = Pick<RegionBarProps, 'framing' | 'onEdit' | 'onDone'> & {
  readonly region: DrawnRegion;
  readonly passage: Passage;
};

const Selected = ({ framing: { begin, remove, madeId }, region, passage, onEdit, onDone }: SelectedProps) => (
  <>
    <LabelSign label={region.label} />
    <div className={styles.words}>
      <DescriptionField
        key={`${passage.id} ${madeId === passage.id}`}
        passage={passage}
        onEdit={onEdit}
        onDone={onDone}
        autoFocus={madeId === passage.id}
      />
    </div>
    <Button
      isSmall
      variant="quiet"
      onPress={() => {
        begin(region);
        onDone();
      }}
    >
      Move the edges <Kbd keys="b" />
    </Button>
    <Button
      isSmall
      variant="quiet"
      onPress={() => {
        remove(region);
        onDone();
      }}
    >
      Move to trash
    </Button>
  </>
);

/** What can be done now with the picture: with the frame that is drawn, with the region that is selected, or to begin. */
export const RegionBar = ({ framing, passage, onEdit, onDone }: RegionBarProps) => {
  const { frame, current, begin } = framing;
  return (
    <div className={styles.bar}>
      {frame !== null ? (
        <Drawing framing={framing} />
      ) : current !== null && passage !== null ? (
        <Selected framing={framing} region={current} passage={passage} onEdit={onEdit} onDone={onDone} />
      ) : (
        <>
          <p className={styles.hint}>Draw a frame around a part of the picture to make a passage of it.</p>
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

import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { sayRectangle } from '#domain/passage/region/rectangle.ts';
import type { PassageCardProps } from '../card/card-props.ts';
import { DescriptionField } from './DescriptionField.tsx';
import { RegionThumb } from './RegionThumb.tsx';
import styles from './region.module.css';

type RegionPartProps = Pick<PassageCardProps, 'articleId' | 'passage' | 'onEdit'>;

/** Of a passage that is a region: its pixels and what they show; nothing of one that quotes words. */
export const RegionPart = ({ articleId, passage, onEdit }: RegionPartProps) => {
  const region = pictureRegionOf(passage, articleId);
  if (region === null) return null;
  return (
    <div className={styles.part}>
      <RegionThumb
        region={region}
        room={{ width: 250, height: 150 }}
        alt={passage.description || `Region of a picture, ${sayRectangle(region.xywh)}`}
      />
      <DescriptionField key={passage.id} passage={passage} onEdit={onEdit} />
    </div>
  );
};

import { regionOf } from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { sayKindOfRegion, sayRegionPlace } from '#domain/passage/region/region-selector.ts';
import type { PassageCardProps } from '../card/card-props.ts';
import { DescriptionField } from './DescriptionField.tsx';
import { RegionThumb } from './RegionThumb.tsx';
import styles from './region.module.css';

type RegionPartProps = Pick<PassageCardProps, 'articleId' | 'passage' | 'onEdit'>;

/** Of a passage that is a region: its pixels and what they show; nothing of one that quotes words. */
export const RegionPart = ({ articleId, passage, onEdit }: RegionPartProps) => {
  const region = pictureRegionOf(passage, articleId);
  const selector = regionOf(passage);
  if (region === null || selector === null) return null;
  const alt = `${sayKindOfRegion(selector)}, ${sayRegionPlace(selector)}`;
  return (
    <div className={styles.part}>
      <RegionThumb region={region} room={{ width: 250, height: 150 }} alt={passage.description || alt} />
      <DescriptionField key={passage.id} passage={passage} onEdit={onEdit} />
    </div>
  );
};

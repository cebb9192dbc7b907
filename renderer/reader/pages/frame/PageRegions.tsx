import { boxOf } from '../../regions/drawn-region.ts';
import styles from '../../regions/regions.module.css';
import { useReaderState } from '../../state/reader-context.ts';
import type { PageFraming } from './use-page-frame.ts';

type PageRegionsProps = {
  readonly page: number;
  readonly framing: PageFraming;
};

/** The regions on a page, and the frame that is drawn there. Their cards say the same to ears. */
export const PageRegions = ({ page, framing: { regions, current, frame, sizeOf } }: PageRegionsProps) => {
  const hotId = useReaderState((state) => state.hotId);
  const size = sizeOf(page);
  return (
    <div className={styles.layer} aria-hidden>
      {regions
        .filter((region) => region.page === page && region.id !== frame?.of)
        .map((region) => (
          <span
            key={region.id}
            className={styles.region}
            data-label={region.label}
            data-region={region.id}
            data-selected={region.id === current?.id || undefined}
            data-hot={region.id === hotId || undefined}
            style={boxOf(region.xywh, size)}
          />
        ))}
      {frame?.page === page && <span className={styles.frame} data-frame style={boxOf(frame.xywh, size)} />}
    </div>
  );
};

import type { PassageRow } from '#domain/contract/passage.ts';
import { Quote } from './Quote.tsx';
import { RegionThumb } from './RegionThumb.tsx';
import styles from './region.module.css';

export type PassageWordsProps = {
  readonly row: Pick<PassageRow, 'quote' | 'region'>;
  /** `row`: as many as a row's title has. */
  readonly lines?: number | 'row';
};

const LINE = 20;

/** How lists show a passage: its quotation; a region by its pixels and, in the interface font, its description. */
export const PassageWords = ({ row: { quote, region }, lines = 2 }: PassageWordsProps) =>
  region === null ? (
    <Quote text={quote} lines={lines} />
  ) : (
    <span className={styles.words}>
      <RegionThumb
        region={region}
        room={{ width: 72, height: lines === 'row' ? 36 : Math.max(36, lines * LINE) }}
      />
      <span
        className={styles.said}
        dir="auto"
        style={{ WebkitLineClamp: lines === 'row' ? 'var(--row-lines)' : lines }}
      >
        {quote}
      </span>
    </span>
  );

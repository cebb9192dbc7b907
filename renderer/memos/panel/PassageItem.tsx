import { Button as AriaButton, GridListItem } from 'react-aria-components';
import type { PassageRow } from '#domain/contract/passage.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { printRowVersion } from '#renderer/parts/passage/line/print-row-place.ts';
import { PassageWords } from '#renderer/parts/passage/region/PassageWords.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import type { CitationShape } from '../inline-menu/find-passages.ts';
import styles from './panel.module.css';

const timesWords = (times: number): string => {
  if (times === 1) return 'used here';
  return times === 2 ? 'used here twice' : `used here ${times} times`;
};

const fromWords = (row: PassageRow): string =>
  joinFacts([
    row.speaker?.name,
    row.publication?.name ?? row.articleTitle,
    row.paragraph === null ? null : `¶${row.paragraph}`,
    printRowVersion(row),
  ]);

export type PassageItemProps = {
  readonly row: PassageRow;
  readonly uses: number;
  /** Null where the memo can cite no more. */
  readonly onCite: ((row: PassageRow, shape: CitationShape) => void) | null;
};

/** A passage to be cited: what it says, who says so, what it is worth, and whether the memo has it already. */
export const PassageItem = ({ row, uses, onCite }: PassageItemProps) => (
  <GridListItem id={row.id} textValue={row.quote} className={joinClasses(styles.row)}>
    <div className={styles.rowHead}>
      <LabelSign label={row.label} />
      <GradeSign grade={row.grade} />
      {uses > 0 && <span className={styles.used}>{timesWords(uses)}</span>}
    </div>
    <PassageWords row={row} lines={3} />
    <div className={styles.rowFoot}>
      {onCite !== null && (
        <AriaButton slot="drag" className="visually-hidden">
          Drag into the memo
        </AriaButton>
      )}
      <span className={styles.from}>{fromWords(row)}</span>
      {onCite !== null && (
        <>
          <Button isSmall variant="quiet" onPress={() => onCite(row, 'inline')}>
            Cite
          </Button>
          <Button isSmall variant="quiet" onPress={() => onCite(row, 'block')}>
            {row.region === null ? 'Quote' : 'Figure'}
          </Button>
        </>
      )}
    </div>
  </GridListItem>
);

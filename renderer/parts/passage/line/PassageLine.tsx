import type { PassageRow } from '#domain/contract/passage.ts';
import { isolated } from '#domain/text/join-facts.ts';
import { ButtonRow } from '#renderer/ui/rows/ButtonRow.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { printShortDay } from '../../dates/print-date.ts';
import { GradeSign } from '../GradeSign.tsx';
import { LabelSign } from '../LabelSign.tsx';
import { PassageWords } from '../region/PassageWords.tsx';
import styles from './passage-line.module.css';
import { printRowPlace, printRowVersion } from './print-row-place.ts';

/** A passage as a line of a list: its words, what they are worth, where they stand. It leads to its place. */
export const PassageLine = ({ row }: { readonly row: PassageRow }) => {
  const today = useToday();
  const { articleId, id: passageId } = row;
  return (
    <ButtonRow onPress={() => goTo({ view: 'articles', articleId, passageId })}>
      <PassageWords row={row} />
      <span className={styles.meta}>
        <LabelSign label={row.label} />
        <GradeSign grade={row.grade} />
        {row.speaker !== null && <span>{row.speaker.name}</span>}
        <span className={styles.where}>
          {isolated(row.articleTitle ?? 'Untitled')} {printRowPlace(row)}
        </span>
        {row.readings.length > 1 && <span>{printRowVersion(row)}</span>}
        {row.publishedAt !== null && <span>{printShortDay(row.publishedAt, today)}</span>}
      </span>
    </ButtonRow>
  );
};

import type { PassageRow } from '#domain/contract/passage.ts';
import { useToday } from '#renderer/window/today.ts';
import { printShortDay } from '../dates/print-date.ts';
import { useSources } from '../source/use-sources.ts';
import { printSpeaker } from './card/print-speaker.ts';
import { printRowPlace, printRowVersion } from './print-row-place.ts';
import styles from './row-facts.module.css';

/** Speaker, place and publication date, on one line. */
export const RowFacts = ({ row }: { readonly row: PassageRow }) => {
  const today = useToday();
  const sources = useSources();
  const speaker = { sourceId: row.speaker?.id ?? null, manner: row.manner, basis: row.basis, post: row.post };
  const who = printSpeaker(speaker, row.publication, sources) || row.publication?.name || row.articleTitle;
  const place = printRowPlace(row);
  return (
    <span className={styles.facts}>
      <span className={styles.who}>{who ?? 'Untitled'}</span>
      {place !== '' && <span>{place}</span>}
      {row.readings.length > 1 && <span>{printRowVersion(row)}</span>}
      {row.publishedAt !== null && <span>{printShortDay(row.publishedAt, today)}</span>}
    </span>
  );
};

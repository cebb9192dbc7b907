import { labelTable } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Task } from '#domain/task/task.ts';
import { GradeSign } from '../GradeSign.tsx';
import { TagChips } from '../TagChips.tsx';
import { useSources } from '../use-sources.ts';
import styles from './passage-card.module.css';
import { type Publication, printSpeaker } from './print-speaker.ts';

export type CardLineProps = {
  readonly passage: Passage;
  readonly publication: Publication | null;
  readonly tasks: readonly Task[];
};

const isOpen = ({ state }: Task): boolean => state === 'open' || state === 'waiting';

/** A passage's card on one line: label, grade, who says so, tags. What has no room is cut off at the end. */
export const CardLine = ({ passage, publication, tasks }: CardLineProps) => {
  const sources = useSources();
  const speaker = printSpeaker(passage, publication, sources);
  const openTasks = tasks.filter(isOpen).length;
  return (
    <span className={styles.line}>
      <span className={styles.label}>{labelTable[passage.label].name}</span>
      <GradeSign grade={passage.grade} />
      {speaker !== '' && <span className={styles.speaker}>{speaker}</span>}
      {passage.tagIds.length > 0 && (
        <span className={styles.tags}>
          <TagChips tagIds={passage.tagIds} />
        </span>
      )}
      {passage.note !== null && <span className={styles.mark}>note</span>}
      {openTasks > 0 && (
        <span className={styles.mark}>{openTasks === 1 ? 'follow-up' : `${openTasks} follow-ups`}</span>
      )}
    </span>
  );
};

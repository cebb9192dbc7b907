import { Link2, type LucideIcon, SquareCheck, StickyNote } from 'lucide-react';
import { labelTable } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Task } from '#domain/task/task.ts';
import { useSources } from '../../source/use-sources.ts';
import { TagChips } from '../../tag/TagChips.tsx';
import { GradeSign } from '../GradeSign.tsx';
import styles from './passage-card.module.css';
import { type Publication, printSpeaker } from './print-speaker.ts';

export type CardLineProps = {
  readonly passage: Passage;
  readonly publication: Publication | null;
  readonly tasks: readonly Task[];
  readonly relationCount: number;
};

const isOpen = ({ state }: Task): boolean => state === 'open' || state === 'waiting';

/** A passage's card on one line: label, grade, who says so, tags. What has no room is cut off at the end. */
export const CardLine = ({ passage, publication, tasks, relationCount }: CardLineProps) => {
  const sources = useSources();
  const speaker = printSpeaker(passage, publication, sources);
  const openTasks = tasks.filter(isOpen).length;
  return (
    <span className={styles.line}>
      <span className={styles.who}>
        <span className={styles.label}>{labelTable[passage.label].name}</span>
        <GradeSign grade={passage.grade} />
        {passage.note !== null && <Mark icon={StickyNote} text="note" />}
        {openTasks > 0 && (
          <Mark icon={SquareCheck} text={openTasks === 1 ? 'follow-up' : `${openTasks} tasks`} />
        )}
        {relationCount > 0 && (
          <Mark icon={Link2} text={relationCount === 1 ? '1 related' : `${relationCount} related`} />
        )}
        {speaker !== '' && <span className={styles.speaker}>{speaker}</span>}
      </span>
      <TagChips tagIds={passage.tagIds} />
    </span>
  );
};

const Mark = ({ icon: Icon, text }: { readonly icon: LucideIcon; readonly text: string }) => (
  <span className={styles.mark} title={text}>
    <Icon size={12} strokeWidth={1.75} aria-hidden />
    <span className="visually-hidden">{text}</span>
  </span>
);

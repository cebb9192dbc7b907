import { ArrowLeftRight, Link2, type LucideIcon, SquareCheck } from 'lucide-react';
import type { Passage } from '#domain/passage/passage.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import type { Task } from '#domain/task/task.ts';
import { useSources } from '../../source/use-sources.ts';
import { printPath, useTags } from '../../tag/use-tags.ts';
import { GradeSign } from '../GradeSign.tsx';
import { LabelSign } from '../LabelSign.tsx';
import styles from './passage-card.module.css';
import { type Publication, printSpeakerBeside } from './print-speaker.ts';

export type CardLineProps = {
  readonly passage: Passage;
  readonly publication: Publication | null;
  readonly tasks: readonly Task[];
  readonly relationCount: number;
  /** Whether it contradicts another passage, or is contradicted. */
  readonly isContradicted?: boolean;
  /** Whether the previous card has another speaker; otherwise the name is not repeated. */
  readonly hasNewSpeaker?: boolean;
};

const isOpen = ({ state }: Task): boolean => state === 'open' || state === 'waiting';

/** More of a note never fits on the line. */
const MAX_NOTE = 200;

/** What distinguishes this passage from its neighbours: its note, else its tags, else a new speaker. */
const useDifference = ({
  passage,
  publication,
  hasNewSpeaker = true,
}: CardLineProps): { readonly kind: string; readonly text: string } => {
  const sources = useSources();
  const { byId } = useTags();
  if (passage.note !== null) {
    const words = richTextToPlain(passage.note).replaceAll(/\s+/gu, ' ').trim();
    return { kind: 'note', text: words.slice(0, MAX_NOTE) };
  }
  const tags = passage.tagIds.flatMap((id) => byId.get(id) ?? []).map(({ path }) => printPath(path));
  if (tags.length > 0) return { kind: 'tags', text: tags.join(', ') };
  return { kind: 'speaker', text: hasNewSpeaker ? printSpeakerBeside(passage, publication, sources) : '' };
};

/** A passage's card on one line: label, grade, links and tasks, and what distinguishes it from the cards around it. */
export const CardLine = (props: CardLineProps) => {
  const { passage, tasks, relationCount, isContradicted = false } = props;
  const { kind, text } = useDifference(props);
  const openTasks = tasks.filter(isOpen).length;
  return (
    <span className={styles.line}>
      <LabelSign label={passage.label} />
      <GradeSign grade={passage.grade} />
      {isContradicted && <Mark icon={ArrowLeftRight} text="contradicts a passage" isOfLabel />}
      {openTasks > 0 && <Mark icon={SquareCheck} text={openTasks === 1 ? '1 task' : `${openTasks} tasks`} />}
      {relationCount > 0 && !isContradicted && (
        <Mark icon={Link2} text={relationCount === 1 ? '1 related' : `${relationCount} related`} />
      )}
      {text !== '' && (
        <span className={styles.difference}>
          <span className="visually-hidden">{kind} </span>
          <bdi>{text}</bdi>
        </span>
      )}
    </span>
  );
};

type MarkProps = { readonly icon: LucideIcon; readonly text: string; readonly isOfLabel?: boolean };

const Mark = ({ icon: Icon, text, isOfLabel = false }: MarkProps) => (
  <span className={isOfLabel ? styles.labelMark : styles.mark} title={text}>
    <Icon size={isOfLabel ? 14 : 12} strokeWidth={1.75} aria-hidden />
    <span className="visually-hidden">{text}</span>
  </span>
);

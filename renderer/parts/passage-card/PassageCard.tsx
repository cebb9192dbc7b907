import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { ArticleId, SourceId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Task } from '#domain/task/task.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { CardBody } from './CardBody.tsx';
import { CardHead } from './CardHead.tsx';
import { CardLine } from './CardLine.tsx';
import type { CardField } from './card-field.ts';
import type { PassageActs } from './passage-acts.ts';
import styles from './passage-card.module.css';
import type { Publication } from './print-speaker.ts';

export type PassageCardProps = {
  readonly articleId: ArticleId;
  readonly passage: Passage;
  readonly publication: Publication | null;
  /** The tasks on this passage, without deleted ones. */
  readonly tasks: readonly Task[];
  readonly paragraph: number | null;
  readonly isOpen: boolean;
  readonly isHot?: boolean;
  /** The field that is being written; null for none. */
  readonly field: CardField | null;
  readonly onField: (field: CardField | null) => void;
  /** A press on the closed card. */
  readonly onOpen: () => void;
  readonly acts: PassageActs;
  readonly suggestedSources?: readonly SourceId[];
  /** What has to be known first of all: that it is not saved, or no longer stands in the text. */
  readonly warning?: ReactNode;
};

/** Opening a card takes its button away: the focus goes on to the first button of what is opened. */
const useOpening = (isOpen: boolean, onOpen: () => void) => {
  const root = useRef<HTMLDivElement>(null);
  const isOpening = useRef(false);
  useLayoutEffect(() => {
    if (!isOpen || !isOpening.current) return;
    isOpening.current = false;
    root.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [isOpen]);
  const open = (): void => {
    isOpening.current = true;
    onOpen();
  };
  return { root, open };
};

/** What the analyst says of a passage: one line while it is closed, everything at hand while it is open. */
export const PassageCard = (props: PassageCardProps) => {
  const { passage, isOpen, isHot = false } = props;
  const { root, open } = useOpening(isOpen, props.onOpen);
  return (
    <div
      ref={root}
      className={joinClasses(styles.card, isOpen && styles.open, isHot && styles.hot)}
      data-label={passage.label}
      data-single-keys={isOpen ? '' : undefined}
    >
      {props.warning !== undefined && <div className={styles.warning}>{props.warning}</div>}
      {isOpen ? (
        <>
          <CardHead {...props} />
          <CardBody {...props} />
        </>
      ) : (
        <button type="button" className={styles.closed} onClick={open} aria-expanded={false}>
          <CardLine {...props} />
          {props.paragraph !== null && <span className="visually-hidden">, paragraph {props.paragraph}</span>}
        </button>
      )}
    </div>
  );
};

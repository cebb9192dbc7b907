import { useLayoutEffect, useRef } from 'react';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { WrittenBy } from '../../writer/WrittenBy.tsx';
import { dragCited, holdForDrag } from '../drag-cited.ts';
import { CardBody } from './CardBody.tsx';
import { CardHead } from './CardHead.tsx';
import { CardLine } from './CardLine.tsx';
import type { PassageCardProps } from './card-props.ts';
import styles from './passage-card.module.css';

/** Opening a card takes its button away: the focus goes on to the first button of what is opened. */
const useOpening = (isOpen: boolean, onOpen: () => void) => {
  const root = useRef<HTMLDivElement>(null);
  const isOpening = useRef(false);
  useLayoutEffect(() => {
    if (!isOpen || !isOpening.current) return;
    isOpening.current = false;
    focusInto(root.current, { preventScroll: true });
  }, [isOpen]);
  const open = (): void => {
    isOpening.current = true;
    onOpen();
  };
  return { root, open };
};

/** A passage that holds struck words says so: its quote alone does not. */
const StruckWords = ({ words }: { readonly words: readonly string[] }) =>
  words.length === 0 ? null : (
    <p className={styles.warning}>
      Struck out in the article: <s>{words.join(' … ')}</s>
    </p>
  );

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
          {Boolean(props.dates) && <p className={styles.dates}>{props.dates}</p>}
          <StruckWords words={props.struck ?? []} />
          <CardBody {...props} />
          <WrittenBy record={passage} className={styles.dates} />
        </>
      ) : (
        <button
          type="button"
          className={styles.closed}
          onClick={open}
          aria-expanded={false}
          draggable
          onPointerDown={() => void holdForDrag([passage.id])}
          onDragStart={(event) => dragCited(event, [passage.id])}
        >
          <CardLine {...props} />
          {props.page !== undefined && <span className="visually-hidden">, page {props.page}</span>}
          {props.paragraph !== null && <span className="visually-hidden">, paragraph {props.paragraph}</span>}
        </button>
      )}
    </div>
  );
};

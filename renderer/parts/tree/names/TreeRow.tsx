// biome-ignore-all lint/a11y: the lines of a virtual treegrid are no table elements; the keys are with the grid alone
import { ChevronRight } from 'lucide-react';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './tree.module.css';
import type { TreeLine } from './tree-lines.ts';

export type TreeRowProps = {
  readonly line: TreeLine;
  readonly index: number;
  readonly isSelected: boolean;
  /** Whether it is the tab stop. */
  readonly isStop: boolean;
  readonly isDropTarget: boolean;
  readonly onToggle: (id: string) => void;
  /** Counts and letters at the end. */
  readonly sideOf: (id: string) => ReactNode;
};

/** A press on the toggle collapses without moving the focus from the row. */
const keepFocusInRow = (event: MouseEvent<HTMLElement>): void => {
  event.preventDefault();
  event.currentTarget.closest<HTMLElement>('[role="row"]')?.focus({ preventScroll: true });
};

/** A name of a tree, with a toggle for its branch. */
export const TreeRow = memo((props: TreeRowProps) => {
  const { line, index, isSelected, isStop, isDropTarget, onToggle, sideOf } = props;
  const { node, level, position, siblingCount, isOpen } = line;
  const toggle = (event: MouseEvent): void => {
    event.stopPropagation();
    onToggle(node.id);
  };
  return (
    <div
      role="row"
      data-key={node.id}
      aria-label={node.name}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblingCount}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      {...(isOpen !== null && { 'aria-expanded': isOpen })}
      tabIndex={isStop ? 0 : -1}
      draggable
      data-selected={isSelected || undefined}
      data-drop-target={isDropTarget || undefined}
      className={joinClasses(styles.row)}
      style={{ top: `calc(${index} * var(--line-height))`, ['--level' as string]: level }}
    >
      <div role="gridcell" className={styles.content}>
        {isOpen === null ? (
          <span className={styles.leaf} />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            aria-label={isOpen ? 'Collapse' : 'Expand'}
            className={joinClasses('sign-button', styles.chevron)}
            data-open={isOpen || undefined}
            onMouseDown={keepFocusInRow}
            onClick={toggle}
          >
            <ChevronRight size={14} aria-hidden />
          </button>
        )}
        <span className={joinClasses('clipped', styles.name)} dir="auto" title={node.name}>
          {node.name}
        </span>
        <span className={styles.side}>{sideOf(node.id)}</span>
      </div>
    </div>
  );
});

// biome-ignore-all lint/a11y: the lines of a virtual grid are no table elements; the keys are with the grid alone

import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { PassageGrouping } from '#domain/search/passage-order.ts';
import type { CalendarDate } from '#domain/time.ts';
import type { Codebook } from '#renderer/parts/tag/use-tags.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import type { PassageColumn } from './columns/passage-columns.ts';
import { PassageCell } from './PassageCell.tsx';
import styles from './passage-table.module.css';
import type { TableLine } from './table-layout.ts';

/** The element that stands for a line, for whoever says where the keys are. */
export const lineElementId = (index: number): string => `passage-line-${index}`;

/** The index of the line that something inside the table belongs to; -1 for none. */
export const lineIndexOf = (target: EventTarget): number => {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  return line?.dataset.line === undefined ? -1 : Number(line.dataset.line);
};

type LineProps = {
  readonly line: TableLine;
  readonly isActive: boolean;
};

const shellOf = ({ line: { index, top, height } }: LineProps) => ({
  id: lineElementId(index),
  role: 'row',
  'data-line': index,
  // The head is the first row.
  'aria-rowindex': index + 2,
  style: { transform: `translateY(${top}px)`, height },
});

export const untitledGroups: Readonly<Record<PassageGrouping, string>> = {
  none: '',
  tag: 'Without a tag',
  speaker: 'Without a speaker',
  origin: 'Origin not known',
  article: 'Untitled',
  label: '',
};

export type GroupLineProps = LineProps & { readonly grouping: PassageGrouping; readonly isClosed: boolean };

/** The heading of a section: what its passages share, and how many they are. */
export const GroupLine = memo((props: GroupLineProps) => {
  const { line, grouping, isClosed, isActive } = props;
  const { title, passageIds } = line.group;
  const Sign = isClosed ? ChevronRight : ChevronDown;
  return (
    <div
      {...shellOf(props)}
      aria-level={1}
      aria-expanded={!isClosed}
      className={joinClasses(styles.line, styles.group, isActive && styles.active)}
    >
      <div role="gridcell" className={styles.groupName}>
        <Sign size={14} aria-hidden />
        <bdi>{title ?? untitledGroups[grouping]}</bdi>
        <span className={styles.groupCount}>{passageIds.length.toLocaleString('en-GB')}</span>
      </div>
    </div>
  );
});

export type PassageLineProps = LineProps & {
  /** Undefined while it is asked for. */
  readonly row: PassageRow | undefined;
  readonly columns: readonly PassageColumn[];
  readonly tags: Codebook;
  readonly today: CalendarDate;
  readonly isInSection: boolean;
  readonly isSelected: boolean;
};

/** A passage. Until its row has come it keeps its place. */
export const PassageLine = memo((props: PassageLineProps) => {
  const { line, row, columns, tags, today, isInSection, isSelected, isActive } = props;
  return (
    <div
      {...shellOf(props)}
      {...(isInSection && { 'aria-level': 2 })}
      aria-selected={isSelected}
      draggable
      data-passage-id={line.passageId}
      data-selected={isSelected || undefined}
      className={joinClasses(styles.line, styles.row, styles.tracks, isActive && styles.active)}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={joinClasses(styles.cell, column.isNumber && styles.number)}
        >
          {row === undefined ? (
            column.id === 'quote' && <span className={styles.waiting} />
          ) : (
            <PassageCell row={row} column={column.id} tags={tags} today={today} />
          )}
        </div>
      ))}
    </div>
  );
});

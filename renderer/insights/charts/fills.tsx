/** What the parts of a bar are filled with: each has a pattern of its own, so that none is told by its colour alone. */
import { PatternCircles, PatternLines, PatternWaves } from '@visx/pattern';
import { type ReactNode, useId } from 'react';
import { type Label, labelTable } from '#domain/passage/label.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './charts.module.css';

/** A part of a bar by its column. */
export type Fill = 'solid' | 'hatch' | Label;

const isLabel = (columnId: string): columnId is Label => Object.hasOwn(labelTable, columnId);

/** The fill of a column: labels have theirs, of others the first is solid and the rest are hatched. */
export const fillOf = (columnId: string, at: number): Fill =>
  isLabel(columnId) ? columnId : at === 0 ? 'solid' : 'hatch';

const strokes = { stroke: 'var(--label)', strokeWidth: 1.2 };

type DrawPattern = (id: string) => ReactNode;

/** How a bar is filled, in the colour of where it stands; the solid one has no pattern. */
const patterns: Readonly<Record<Fill, DrawPattern>> = {
  solid: () => null,
  hatch: (id) => (
    <PatternLines
      id={id}
      width={5}
      height={5}
      orientation={['diagonal']}
      stroke="var(--bar)"
      strokeWidth={1}
    />
  ),
  claim: (id) => <PatternLines id={id} width={6} height={6} orientation={['vertical']} {...strokes} />,
  data: (id) => <PatternLines id={id} width={5} height={5} orientation={['horizontal']} {...strokes} />,
  view: (id) => <PatternWaves id={id} width={8} height={8} fill="transparent" {...strokes} />,
  context: (id) => <PatternCircles id={id} width={6} height={6} radius={1.1} fill="var(--label)" />,
  gap: (id) => (
    <PatternLines
      id={id}
      width={6}
      height={6}
      orientation={['diagonal', 'diagonalRightToLeft']}
      {...strokes}
    />
  ),
};

export type FilledBarProps = {
  readonly fill: Fill;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The number in it, where it has room. */
  readonly count?: number;
};

/** A part of a bar: its ground, its pattern, its edge, and its number. */
export const FilledBar = ({ fill, count, ...box }: FilledBarProps) => {
  const id = `fill-${useId().replaceAll(/[^\w-]/gu, '')}`;
  const isSolid = fill === 'solid';
  const text = count === undefined ? '' : count.toLocaleString('en-GB');
  const hasRoom = text !== '' && box.width >= text.length * 7 + 8 && box.height >= 14;
  return (
    <g {...(isSolid || fill === 'hatch' ? {} : { 'data-label': fill })}>
      {!isSolid && <defs>{patterns[fill](id)}</defs>}
      <rect className={isSolid ? styles.solid : styles.ground} {...box} />
      {!isSolid && <rect className={styles.patterned} {...box} fill={`url(#${id})`} />}
      {hasRoom && (
        <text
          className={joinClasses(styles.inBar, isSolid ? styles.onSolid : styles.onPattern)}
          x={box.x + 6}
          y={box.y + box.height / 2}
          dy="0.36em"
        >
          {text}
        </text>
      )}
    </g>
  );
};

/** A small piece of a fill, for a legend. */
export const Swatch = ({ fill }: { readonly fill: Fill }) => (
  <svg className={styles.chart} width={18} height={12} aria-hidden>
    <FilledBar fill={fill} x={0.5} y={0.5} width={17} height={11} />
  </svg>
);

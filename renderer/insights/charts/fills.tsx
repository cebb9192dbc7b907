/** The fills of the parts of a bar: the first solid, the second hatched. */
import { PatternLines } from '@visx/pattern';
import { useId } from 'react';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './charts.module.css';

/** A bar has at most two parts; tables with more columns are drawn as heat maps. */
export type Fill = 'solid' | 'hatch';

/** The fill of a part by its index. */
export const fillOf = (at: number): Fill => (at === 0 ? 'solid' : 'hatch');

export type FilledBarProps = {
  readonly fill: Fill;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The number in it, if it fits. */
  readonly count?: number;
};

/** A part of a bar: its background, pattern, border and number. */
export const FilledBar = ({ fill, count, ...box }: FilledBarProps) => {
  const id = `fill-${useId().replaceAll(/[^\w-]/gu, '')}`;
  const isSolid = fill === 'solid';
  const text = count === undefined ? '' : count.toLocaleString('en-GB');
  const hasRoom = text !== '' && box.width >= text.length * 7 + 8 && box.height >= 14;
  return (
    <g>
      <rect className={isSolid ? styles.solid : styles.ground} {...box} />
      {!isSolid && (
        <>
          <defs>
            <PatternLines
              id={id}
              width={5}
              height={5}
              orientation={['diagonal']}
              stroke="var(--bar)"
              strokeWidth={1}
            />
          </defs>
          <rect className={styles.patterned} {...box} fill={`url(#${id})`} />
        </>
      )}
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

/** A sample of a fill, for a legend. */
export const Swatch = ({ fill }: { readonly fill: Fill }) => (
  <svg className={styles.chart} width={18} height={12} aria-hidden>
    <FilledBar fill={fill} x={0.5} y={0.5} width={17} height={11} />
  </svg>
);

import type { ReactNode } from 'react';
import {
  Tooltip as AriaTooltip,
  type TooltipProps as AriaTooltipProps,
  TooltipTrigger,
} from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import { Kbd } from '../signs/Kbd.tsx';
import styles from './overlay.module.css';

type TooltipPlacement = Extract<AriaTooltipProps['placement'], 'top' | 'right'>;

export type TooltipProps = {
  readonly text: string;
  readonly keys?: string | undefined;
  /** Its preferred side; by default above, if there is room. */
  readonly placement?: TooltipPlacement;
  /** One focusable widget of this kit. */
  readonly children: ReactNode;
};

export const Tooltip = ({ text, keys, placement = 'top', children }: TooltipProps) => (
  <TooltipTrigger delay={400} closeDelay={80}>
    {children}
    <AriaTooltip offset={6} placement={placement} className={joinClasses('tip', styles.tooltip)}>
      {text}
      {keys !== undefined && <Kbd keys={keys} />}
    </AriaTooltip>
  </TooltipTrigger>
);

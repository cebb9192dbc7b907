import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import { Kbd } from '../signs/Kbd.tsx';
import styles from './overlay.module.css';

export type TooltipProps = {
  readonly text: string;
  readonly keys?: string | undefined;
  /** One focusable widget of this kit. */
  readonly children: ReactNode;
};

export const Tooltip = ({ text, keys, children }: TooltipProps) => (
  <TooltipTrigger delay={400} closeDelay={80}>
    {children}
    <AriaTooltip offset={6} className={joinClasses('tip', styles.tooltip)}>
      {text}
      {keys !== undefined && <Kbd keys={keys} />}
    </AriaTooltip>
  </TooltipTrigger>
);

import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { joinClasses } from './join-classes.ts';
import { Tooltip } from './overlays/Tooltip.tsx';

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> & {
  readonly icon: LucideIcon;
  /** The accessible name, shown as a tooltip. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly isSmall?: boolean;
  readonly isOn?: boolean;
};

/** A button with an icon whose name shows on hover and focus. */
export const IconButton = ({ icon: Icon, label, keys, isSmall = false, isOn, ...props }: IconButtonProps) => (
  <Tooltip text={label} keys={keys}>
    <AriaButton
      {...props}
      aria-label={label}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      className={joinClasses(
        styles.button,
        styles.quiet,
        styles.icon,
        isSmall && styles.small,
        isOn === true && styles.toggled,
      )}
    >
      <Icon size={isSmall ? 14 : 16} strokeWidth={1.75} aria-hidden />
    </AriaButton>
  </Tooltip>
);

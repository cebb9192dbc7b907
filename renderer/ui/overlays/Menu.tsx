import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuProps as AriaMenuProps,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { flushSync } from 'react-dom';
import { joinClasses } from '../join-classes.ts';
import { Kbd } from '../signs/Kbd.tsx';
import styles from './overlay.module.css';

export type MenuEntry =
  | {
      readonly id: string;
      readonly name: string;
      readonly keys?: string | undefined;
      readonly isDangerous?: boolean;
      readonly isDisabled?: boolean;
      readonly run: () => void;
    }
  | { readonly id: string; readonly name: string; readonly entries: readonly MenuEntry[] }
  | 'separator';

export type MenuProps = {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly entries: readonly MenuEntry[];
  /** Where to go after it closes, if not to its button. */
  readonly onClosed?: () => void;
};

const renderEntry = (entry: MenuEntry, index: number) => {
  if (entry === 'separator')
    return <Separator key={`separator-${index}`} className={joinClasses(styles.separator)} />;
  if ('entries' in entry) return <Submenu key={entry.id} {...entry} />;
  return (
    <AriaMenuItem
      key={entry.id}
      id={entry.id}
      textValue={entry.name}
      isDisabled={entry.isDisabled === true}
      onAction={entry.run}
      className={joinClasses('option', styles.item, entry.isDangerous === true && styles.dangerous)}
    >
      <span>{entry.name}</span>
      {entry.keys !== undefined && <Kbd keys={entry.keys} />}
    </AriaMenuItem>
  );
};

type SubmenuProps = { readonly id: string; readonly name: string; readonly entries: readonly MenuEntry[] };

const Submenu = ({ id, name, entries }: SubmenuProps) => (
  <SubmenuTrigger>
    <AriaMenuItem id={id} textValue={name} className={joinClasses('option', styles.item)}>
      <span>{name}</span>
      <ChevronRight size={13} aria-hidden />
    </AriaMenuItem>
    <Popover aria-label={name} offset={2} className={joinClasses('float', styles.popover)}>
      <MenuList label={name} entries={entries} />
    </Popover>
  </SubmenuTrigger>
);

/** The entries only, for a popover opened elsewhere. */
export const MenuList = ({
  label,
  entries,
  ...props
}: { readonly label: string; readonly entries: readonly MenuEntry[] } & Pick<
  AriaMenuProps<object>,
  'autoFocus' | 'onClose'
>) => (
  <AriaMenu aria-label={label} className={joinClasses(styles.menu)} {...props}>
    {entries.map(renderEntry)}
  </AriaMenu>
);

/** A button with a menu under it. */
export const Menu = ({ label, trigger, entries, onClosed }: MenuProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const change = (isNowOpen: boolean): void => {
    // A menu that is still mounted takes the focus back, and a key pressed before it is gone would be lost.
    flushSync(() => setIsOpen(isNowOpen));
    if (!isNowOpen) onClosed?.();
  };
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={change}>
      {trigger}
      <Popover aria-label={label} offset={4} className={joinClasses('float', styles.popover)}>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
};

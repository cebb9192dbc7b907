import {
  ChevronRight,
  FilePen,
  FileText,
  Highlighter,
  Landmark,
  type LucideIcon,
  NotebookPen,
  Tags,
} from 'lucide-react';
import { ListBoxItem } from 'react-aria-components';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import type { Found } from '#domain/contract/search.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './palette.module.css';

type OptionProps = { readonly id: string; readonly onRun: () => void };

/** An act, with its group and its key. */
export const CommandOption = ({ command, id, onRun }: OptionProps & { readonly command: CommandId }) => {
  const { name, group } = commandOf(command);
  return (
    <ListBoxItem id={id} textValue={name} onAction={onRun} className={joinClasses('option', styles.option)}>
      <ChevronRight size={15} className={styles.icon} aria-hidden />
      <span className={joinClasses('clipped', styles.title)}>{name}</span>
      <span className={joinClasses('clipped', styles.detail)}>{group}</span>
      <CommandKbd command={command} />
    </ListBoxItem>
  );
};

const icons: Readonly<Record<Found['kind'], LucideIcon>> = {
  article: FileText,
  passage: Highlighter,
  memo: FilePen,
  pad: NotebookPen,
  tag: Tags,
  source: Landmark,
};

/** Something of the archive, with where it stands. A passage is told by its words and its label. */
export const FoundOption = ({ found, id, onRun }: OptionProps & { readonly found: Found }) => {
  const Icon = icons[found.kind];
  const isPassage = found.kind === 'passage';
  return (
    <ListBoxItem
      id={id}
      textValue={found.title}
      onAction={onRun}
      className={joinClasses('option', styles.option)}
    >
      {isPassage ? (
        <span className={styles.icon}>
          <LabelSign label={found.label} hasName={false} />
        </span>
      ) : (
        <Icon size={15} strokeWidth={1.75} className={styles.icon} aria-hidden />
      )}
      <bdi className={joinClasses('clipped', styles.title, isPassage && styles.quote)}>{found.title}</bdi>
      <span className={joinClasses('clipped', styles.detail)}>{found.detail}</span>
    </ListBoxItem>
  );
};

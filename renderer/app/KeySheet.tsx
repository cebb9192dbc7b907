import { useState } from 'react';
import { commandGroups } from '#domain/command/command.ts';
import { commandSynonyms } from '#domain/command/command-synonyms.ts';
import { commandIds, commandIn } from '#domain/command/command-table.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { printKeys } from '#renderer/ui/print-keys.ts';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './key-sheet.module.css';

/** Keys that move in the reader's text and are not commands. */
const readerKeys: readonly (readonly [string, readonly string[]])[] = [
  ['Sentence, word', ['↑ ↓', '← →']],
  ['Paragraph', [navigator.platform.startsWith('Mac') ? '⌥ ↑ ↓' : 'Ctrl ↑ ↓']],
  ['Extend or shrink the selection', ['Shift + these']],
  ['Add to the selection', [navigator.platform.startsWith('Mac') ? '⌘ drag' : 'Ctrl drag']],
  ['Open the card, back to the text', ['Enter', 'Escape']],
  ['While moving boundaries: by character', ['Shift ← →']],
  ['While moving boundaries: other end, keep, cancel', ['Tab', 'Enter', 'Escape']],
  ['All commands on the passage', ['Shift+F10']],
  ['A single-letter key from anywhere', ['F8']],
];

/** Keys in a memo's text that are not commands. */
const memoKeys: readonly (readonly [string, readonly string[]])[] = [
  ['Cite a passage, insert a part', ['@', '/']],
  ['Fields of the judgement, else next section', ['Tab']],
  ['Heading, then the section before', ['Shift+Tab']],
  ['Lower level of a list, next cell', ['Tab']],
  ['Open a citation, footnote or figure', ['Enter']],
  ['Start or end of the memo', ['Mod+Home', 'Mod+End']],
];

const KeyLine = ({ name, keys }: { readonly name: string; readonly keys: readonly string[] }) => (
  <div className={styles.line}>
    <dt>{name}</dt>
    <dd>
      {keys.map((key) => (
        <Kbd key={key} keys={key} />
      ))}
    </dd>
  </div>
);

type KeyOfAct = {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly string[];
  /** Further words by which it is found. */
  readonly words: readonly string[];
};

type KeyGroup = { readonly title: string; readonly lines: readonly KeyOfAct[] };

/** Every key in force, by group, filtered by `typed`: the name of the command or the key itself. */
const useKeyGroups = (typed: string): readonly KeyGroup[] => {
  const printed = usePrintedKeys();
  const labels = useLabels();
  const groups: readonly KeyGroup[] = [
    ...commandGroups.map((group) => ({
      title: group,
      lines: commandIds.flatMap((id) => {
        const command = commandIn(labels, id);
        const keys = printed(id);
        const words = commandSynonyms[id] ?? [];
        return command?.group === group && keys.length > 0 ? [{ id, name: command.name, keys, words }] : [];
      }),
    })),
    ...(
      [
        ['In the text of an article', readerKeys],
        ['In the text of a memo', memoKeys],
      ] as const
    ).map(([title, lines]) => ({
      title,
      lines: lines.map(([name, keys]) => ({ id: name, name, keys, words: [] })),
    })),
  ];
  return groups
    .map(({ title, lines }) => ({
      title,
      lines: matchNames(lines, typed, ({ name, keys, words }) => [
        name,
        ...keys.map((key) => printKeys(key)),
        ...words,
      ]),
    }))
    .filter(({ lines }) => lines.length > 0);
};

/** All keys in force on one sheet, searchable by command or key. */
export const KeySheet = ({ onClose }: { readonly onClose: () => void }) => {
  const [typed, setTyped] = useState('');
  const groups = useKeyGroups(typed);
  return (
    <Dialog title="Keyboard shortcuts" isOpen onClose={onClose} isWide>
      <div className={styles.filter}>
        <SearchField
          label="Find a command or a key"
          placeholder="Filter"
          autoFocus
          value={typed}
          onChange={setTyped}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the arrow keys have to reach it */}
      <section className={styles.sheet} tabIndex={0} aria-label="All keys">
        {groups.length === 0 && <EmptyState title="No command has this name or key" />}
        <div className={styles.columns}>
          {groups.map(({ title, lines }) => (
            <section key={title}>
              <h3 className={styles.heading}>{title}</h3>
              <dl>
                {lines.map(({ id, name, keys }) => (
                  <KeyLine key={id} name={name} keys={keys} />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </section>
    </Dialog>
  );
};

import { type CommandGroup, commandGroups } from '#domain/command/command.ts';
import { commandIds, commandOf } from '#domain/command/command-table.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './key-sheet.module.css';

/** Keys of the reader's text that move and are no commands. */
const readerKeys: readonly (readonly [string, readonly string[]])[] = [
  ['Sentence, word', ['↑ ↓', '← →']],
  ['Paragraph', [navigator.platform.startsWith('Mac') ? '⌥ ↑ ↓' : 'Ctrl ↑ ↓']],
  ['Extend or shrink the selection', ['Shift + these']],
  ['Add to the selection', [navigator.platform.startsWith('Mac') ? '⌘ drag' : 'Ctrl drag']],
  ['Open the card, back to the text', ['Enter', 'Escape']],
  ['While boundaries move: by character', ['Shift ← →']],
  ['While boundaries move: other end, keep, leave', ['Tab', 'Enter', 'Escape']],
  ['All commands on the passage', ['Shift+F10']],
  ['A single key from anywhere', ['F8']],
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

const GroupOfKeys = ({ group }: { readonly group: CommandGroup }) => {
  const printed = usePrintedKeys();
  const withKeys = commandIds.filter((id) => commandOf(id).group === group && printed(id).length > 0);
  return withKeys.length === 0 ? null : (
    <section>
      <h3 className={styles.heading}>{group}</h3>
      <dl>
        {withKeys.map((id) => (
          <KeyLine key={id} name={commandOf(id).name} keys={printed(id)} />
        ))}
      </dl>
    </section>
  );
};

/** Every key as it acts now, on one sheet. */
export const KeySheet = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title="Keyboard shortcuts" isOpen onClose={onClose} isWide>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the arrow keys have to reach it */}
    <section className={styles.sheet} tabIndex={0} aria-label="All keys">
      <div className={styles.columns}>
        {commandGroups.map((group) => (
          <GroupOfKeys key={group} group={group} />
        ))}
        <section>
          <h3 className={styles.heading}>In the text</h3>
          <dl>
            {readerKeys.map(([name, keys]) => (
              <KeyLine key={name} name={name} keys={keys} />
            ))}
          </dl>
        </section>
      </div>
    </section>
  </Dialog>
);

import { type CommandGroup, commandIds, commandOf } from '#domain/command/command-table.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './key-sheet.module.css';

const groups: readonly CommandGroup[] = ['Go to', 'Passage', 'Article', 'Make', 'Edit', 'Window', 'Help'];

/** Keys of the reader's text that move and are no commands. */
const readerKeys: readonly (readonly [string, readonly string[]])[] = [
  ['Sentence, word', ['↑ ↓', '← →']],
  ['Paragraph', [navigator.platform.startsWith('Mac') ? '⌥ ↑ ↓' : 'Ctrl ↑ ↓']],
  ['Extend or shrink the selection', ['Shift + these']],
  ['Open the card, back to the text', ['Enter', 'Escape']],
  ['A single key from anywhere', ['F8']],
];

const keysOf = (id: (typeof commandIds)[number]): readonly string[] => {
  const { keys = [], singleKey } = commandOf(id);
  return singleKey === undefined
    ? keys
    : [singleKey.length === 1 ? singleKey.toUpperCase() : singleKey, ...keys];
};

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

/** Every key, on one sheet. */
export const KeySheet = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title="Keys" isOpen onClose={onClose} isWide>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the arrow keys have to reach it */}
    <section className={styles.sheet} tabIndex={0} aria-label="All keys">
      <div className={styles.columns}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl>
              {commandIds
                .filter((id) => commandOf(id).group === group && keysOf(id).length > 0)
                .map((id) => (
                  <KeyLine key={id} name={commandOf(id).name} keys={keysOf(id)} />
                ))}
            </dl>
          </section>
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

import { Undo2 } from 'lucide-react';
import type { HiddenPart } from '#domain/contract/importer-bridge.ts';
import { printCount } from '#domain/print-count.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Disclosure } from '#renderer/ui/panes/Disclosure.tsx';
import styles from '../import-check.module.css';
import { BlockText } from './BlockText.tsx';
import { type CheckedBlock, isInLeftOutList, leaveOut, putBackAll } from './cut-blocks.ts';

export type LeftOutListProps = {
  /** A sentence that says what was left out. */
  readonly what: string;
  readonly blocks: readonly CheckedBlock[];
  /** Text that the page hides: listed, but it can't be restored. */
  readonly hidden: readonly HiddenPart[];
  readonly onChange: (blocks: readonly CheckedBlock[]) => void;
};

const wordsIn = (hidden: readonly HiddenPart[]): string =>
  printCount(
    hidden.reduce((sum, { words }) => sum + words, 0),
    'word',
  );

const HiddenRow = ({ part }: { readonly part: HiddenPart }) => (
  <li className={styles.block}>
    <div className={styles.text}>
      Hidden on the page, {printCount(part.words, 'word')}: “{part.beginning}”
    </div>
  </li>
);

/** What surrounds the article on its page and was left out by the importer; each block can be restored to its place. */
export const LeftOutList = ({ what, blocks, hidden, onChange }: LeftOutListProps) => {
  const leftOut = blocks.filter(isInLeftOutList);
  if (leftOut.length + hidden.length === 0) return null;
  return (
    <section className={styles.leftOutList} aria-label="Left out">
      <Disclosure
        name={`Left out (${leftOut.length + hidden.length})`}
        beside={(isOpen) => (
          <>
            <div className={styles.leftOutWhat}>
              {leftOut.length > 0 && <p>{what}</p>}
              {hidden.length > 0 && (
                <p>
                  {wordsIn(hidden)} folded or hidden on the page. To include them, unfold them in your
                  browser, copy the text and paste it here.
                </p>
              )}
            </div>
            {isOpen && leftOut.length > 0 && (
              <Button isSmall variant="quiet" onPress={() => onChange(putBackAll(blocks))}>
                Include all
              </Button>
            )}
          </>
        )}
      >
        <ul>
          {leftOut.map(({ key, block }) => (
            <li key={key} className={styles.block}>
              <div className={styles.text} dir="auto">
                <BlockText block={block} />
              </div>
              <IconButton
                icon={Undo2}
                label="Include in the text"
                isSmall
                onPress={() => onChange(leaveOut(blocks, key, false))}
              />
            </li>
          ))}
          {hidden.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <HiddenRow key={at} part={part} />
          ))}
        </ul>
      </Disclosure>
    </section>
  );
};

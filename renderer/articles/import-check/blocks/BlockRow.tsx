import { ArrowDownToLine, ArrowUpToLine, Combine, EyeOff, Heading, Scissors, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { type Bibliography, bibliographySchema } from '#domain/article/bibliography/bibliography.ts';
import type { BlockNode } from '#domain/article/body/body.ts';
import { textBlockText } from '#domain/article/body/canonical-text.ts';
import { findStatedFields } from '#domain/article/stated/stated-fields.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import styles from '../import-check.module.css';
import { BlockText } from './BlockText.tsx';
import {
  type CheckedBlock,
  canJoin,
  joinUp,
  leaveOut,
  leaveOutBeside,
  splitBlock,
  splitOffsets,
} from './cut-blocks.ts';

export type BlockRowProps = {
  readonly checked: CheckedBlock;
  readonly blocks: readonly CheckedBlock[];
  readonly language: string | null;
  readonly onChange: (blocks: readonly CheckedBlock[]) => void;
  /** The words of the block go into a field; they stay in the text, and the field is a copy. */
  readonly onTake: (change: Partial<Bibliography>) => void;
};

/** A paragraph with a place to cut before each of its sentences. */
const SplitChoice = ({ checked, blocks, language, onChange }: BlockRowProps) => {
  if (checked.block.type !== 'paragraph') return null;
  const text = textBlockText(checked.block);
  const offsets = splitOffsets(checked.block, language);
  const pieces = [0, ...offsets].map((start, index) => ({ start, text: text.slice(start, offsets[index]) }));
  return (
    <p>
      {pieces.map((piece) => (
        <span key={piece.start}>
          {piece.start > 0 && (
            <Button
              isSmall
              variant="quiet"
              aria-label={`Split before “${piece.text.trim().slice(0, 40)}”`}
              onPress={() => onChange(splitBlock(blocks, checked.key, piece.start))}
            >
              <Scissors size={13} aria-hidden />
            </Button>
          )}
          {piece.text}
        </span>
      ))}
    </p>
  );
};

const LONGEST_VALUE = 250;

/** A field that may take a block, and what it then holds. */
type Taken = { readonly name: string; readonly change: Partial<Bibliography> };

/**
 * What the fields of a bibliography may take of a block: its words, without "By" for the author; a day only for a date.
 */
const takenFromBlock = (block: BlockNode): readonly Taken[] => {
  if (block.type !== 'paragraph' && block.type !== 'heading') return [];
  const text = textBlockText(block)
    .replaceAll(/[\s\uFFFC]+/gu, ' ')
    .trim();
  if (text === '' || text.length > LONGEST_VALUE) return [];
  const stated = findStatedFields(text);
  const date = bibliographySchema.shape.publishedAt.safeParse(stated.publishedAt[0]);
  return [
    { name: 'Title', change: { title: text } },
    { name: 'Author', change: { byline: stated.byline[0] ?? text } },
    { name: 'Publication', change: { publisher: stated.publisher[0] ?? text } },
    ...(date.success && date.data !== null
      ? [{ name: 'Date', change: { publishedAt: date.data, dateCertainty: 'stated' as const } }]
      : []),
  ];
};

const BlockTools = (
  props: BlockRowProps & { readonly onSplit: () => void; readonly isSplitting: boolean },
) => {
  const { checked, blocks, language, onChange } = props;
  const { key, block } = checked;
  const index = blocks.indexOf(checked);
  const taken = takenFromBlock(block);
  return (
    <div className={styles.tools}>
      <IconButton
        icon={EyeOff}
        label="Exclude"
        isSmall
        onPress={() => onChange(leaveOut(blocks, key, true))}
      />
      {taken.length > 0 && (
        <Menu
          label="Use as"
          trigger={<IconButton icon={Heading} label="Use as…" isSmall />}
          entries={taken.map(({ name, change }) => ({ id: name, name, run: () => props.onTake(change) }))}
        />
      )}
      {splitOffsets(block, language).length > 0 && (
        <IconButton icon={Scissors} label="Split" isSmall isOn={props.isSplitting} onPress={props.onSplit} />
      )}
      {canJoin(blocks, key) && (
        <IconButton
          icon={Combine}
          label="Join to the paragraph above"
          isSmall
          onPress={() => onChange(joinUp(blocks, key))}
        />
      )}
      {index > 0 && (
        <IconButton
          icon={ArrowUpToLine}
          label="Exclude all above"
          isSmall
          onPress={() => onChange(leaveOutBeside(blocks, key, 'above'))}
        />
      )}
      {index < blocks.length - 1 && (
        <IconButton
          icon={ArrowDownToLine}
          label="Exclude all below"
          isSmall
          onPress={() => onChange(leaveOutBeside(blocks, key, 'below'))}
        />
      )}
    </div>
  );
};

/** One block of the text, and what may be cut at it. */
export const BlockRow = (props: BlockRowProps) => {
  const { checked, blocks, onChange } = props;
  const [isSplitting, setIsSplitting] = useState(false);
  if (checked.isLeftOut) {
    return (
      <div className={joinClasses(styles.block, styles.leftOut)}>
        <div className={styles.text}>
          <BlockText block={checked.block} />
        </div>
        <div className={styles.tools}>
          <IconButton
            icon={Undo2}
            label="Include again"
            isSmall
            onPress={() => onChange(leaveOut(blocks, checked.key, false))}
          />
        </div>
      </div>
    );
  }
  return (
    <div className={styles.block}>
      <div className={styles.text}>
        {isSplitting ? <SplitChoice {...props} /> : <BlockText block={checked.block} />}
      </div>
      <BlockTools {...props} isSplitting={isSplitting} onSplit={() => setIsSplitting(!isSplitting)} />
    </div>
  );
};

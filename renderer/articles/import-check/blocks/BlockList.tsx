import { ArrowDownToLine, ArrowUpToLine, Combine, EyeOff, Heading, Scissors, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Bibliography, bibliographySchema } from '#domain/article/bibliography/bibliography.ts';
import type { BlockNode } from '#domain/article/body/body.ts';
import { canonicalText, textBlockText } from '#domain/article/body/canonical-text.ts';
import { findStatedFields } from '#domain/article/stated/stated-fields.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { Direction } from '#domain/memo/memo-document.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { focusInto, isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import styles from '../import-check.module.css';
import type { ImportCheckState } from '../use-import-check.ts';
import { BlockText } from './BlockText.tsx';
import {
  type CheckedBlock,
  canJoin,
  isInLeftOutList,
  joinUp,
  leaveOut,
  leaveOutAll,
  leaveOutBeside,
  linesAbout,
  splitBlock,
  splitOffsets,
  type TitleLineKind,
  titleLineKinds,
  titleLineOf,
  withTitleLine,
} from './cut-blocks.ts';

type BlockRowProps = {
  readonly checked: CheckedBlock;
  readonly blocks: readonly CheckedBlock[];
  readonly language: string | null;
  readonly onChange: (blocks: readonly CheckedBlock[]) => void;
  /** The block as it will be kept, if that differs from how it was read. */
  readonly shown?: BlockNode;
  /** Copies the block's words into a field; they stay in the text. */
  readonly onTake: (change: Partial<Bibliography>) => void;
};

/** A paragraph with a button before each sentence that splits it there. */
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

/** A field that can take a block's words, and the resulting change. */
type Taken = { readonly name: string; readonly change: Partial<Bibliography> };

/** The fields that can take a block: its words, without "By" for the author; a day only for the date. */
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

/** One block of the text, with its cuts. */
/** The button that leaves a block out is replaced by the one that restores it: the focus stays in the row. */
const useFocusKept = (isLeftOut: boolean) => {
  const row = useRef<HTMLDivElement>(null);
  const was = useRef(isLeftOut);
  useEffect(() => {
    if (was.current === isLeftOut) return;
    was.current = isLeftOut;
    if (isFocusLost()) focusInto(row.current, { preventScroll: true });
  }, [isLeftOut]);
  return row;
};

const BlockRow = (props: BlockRowProps) => {
  const { checked, blocks, onChange } = props;
  const [isSplitting, setIsSplitting] = useState(false);
  const row = useFocusKept(checked.isLeftOut);
  if (checked.isLeftOut) {
    return (
      <div ref={row} className={joinClasses(styles.block, styles.leftOut)}>
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
    <div ref={row} className={styles.block}>
      <div className={styles.text}>
        {isSplitting ? <SplitChoice {...props} /> : <BlockText block={props.shown ?? checked.block} />}
      </div>
      <BlockTools {...props} isSplitting={isSplitting} onSplit={() => setIsSplitting(!isSplitting)} />
    </div>
  );
};

/** Enough to detect the direction of a text; the reader looks at as many characters. */
const MAX_CHARACTERS = 200;
const MAX_BLOCKS = 20;

/** The direction in which the reader will set the text: from its language and its first kept blocks. */
export const directionOfBlocks = (blocks: readonly CheckedBlock[], language: string | null): Direction => {
  const first = blocks.filter(({ isLeftOut }) => !isLeftOut).slice(0, MAX_BLOCKS);
  const text = canonicalText({ type: 'doc', content: first.map(({ block }) => block) });
  return textDirection(text.slice(0, MAX_CHARACTERS), language);
};

const titleLineNames: Readonly<Record<TitleLineKind, string>> = {
  heading: 'Keep as heading',
  paragraph: 'Keep as paragraph 1',
  'left-out': 'Leave out of the text',
};

/** A first line that repeats the title: the analyst chooses how it is kept; its characters don't change. */
export const TitleLine = ({ blocks, bibliography, titleLine, setTitleLine }: ImportCheckState) =>
  titleLineOf(blocks, bibliography.title) !== null && (
    <div className={styles.encoding}>
      <p>The first line is the title.</p>
      <Select
        label="First line"
        isLabelHidden
        options={titleLineKinds.map((id) => ({ id, name: titleLineNames[id] }))}
        value={titleLine}
        onChange={setTitleLine}
      />
    </div>
  );

/** Lines above the text that name its author and date: they are not paragraphs of it, and one press leaves them out. */
export const AboutLines = ({ blocks, bibliography, cut }: ImportCheckState) => {
  const keys = linesAbout(blocks, bibliography.title);
  return keys.length === 0 ? null : (
    <div className={styles.encoding}>
      <p>
        {keys.length === 1
          ? 'One line above the text names its author, date or section.'
          : `${keys.length} lines above the text name its author, date or section.`}
      </p>
      <Button isSmall onPress={() => cut(leaveOutAll(blocks, keys))}>
        {keys.length === 1 ? 'Exclude it' : 'Exclude them'}
      </Button>
    </div>
  );
};

/** The text, block by block, with the cuts that are possible at each. */
export const BlockList = ({ blocks, titleLine, bibliography, cut, correct }: ImportCheckState) => {
  const kept = withTitleLine(blocks, bibliography.title, titleLine);
  return (
    <div className={styles.blocks} dir={directionOfBlocks(kept, bibliography.language)}>
      {blocks.map((checked, index) => {
        const shown = kept[index];
        if (isInLeftOutList(checked) || shown === undefined || shown.isLeftOut !== checked.isLeftOut)
          return null;
        return (
          <BlockRow
            key={checked.key}
            checked={checked}
            shown={shown.block}
            blocks={blocks}
            language={bibliography.language}
            onChange={cut}
            onTake={(change) => void correct(change)}
          />
        );
      })}
    </div>
  );
};

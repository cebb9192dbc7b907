import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { isEmptyBlock } from '#domain/memo/content/is-empty-block.ts';
import { promptOfRole } from '#domain/memo/form/built-in-forms.ts';
import type { MemoBlock, SectionGuide, SectionRole } from '#domain/memo/memo-content.ts';
import { RequiredInput } from '../head/RequiredInput.tsx';
import { focusWords } from '../state/focus-text.ts';
import type { MemoNodeViewProps } from '../state/memo-store.ts';
import styles from './nodes.module.css';

const MAX_CHARACTERS = 200;

const hasNothing = ({ node }: NodeViewProps): boolean =>
  node.children.every((block) => isEmptyBlock(block.toJSON() as MemoBlock));

const isOneEmptyParagraph = ({ node }: NodeViewProps): boolean =>
  node.childCount === 1 && node.firstChild?.type.name === 'paragraph' && node.firstChild.content.size === 0;

/** What happens to an empty section. In a new memo “not printed” applies to most of them. */
const EmptyWords = ({ guide }: { readonly guide: SectionGuide | undefined }) => {
  const prints = guide?.whenEmpty ?? '';
  return (
    <span className={styles.whenEmpty} data-not-printed={prints === '' || undefined}>
      {prints === '' ? 'empty, not printed' : `empty, prints “${prints}”`}
    </span>
  );
};

const WAYS: Readonly<Record<string, 1 | -1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Tab, Enter and ↓ move from a heading to the words below it, Shift+Tab and ↑ to those above. */
const leaveHeading = (event: KeyboardEvent, { editor, getPos }: NodeViewProps): void => {
  const position = getPos();
  const tab = event.shiftKey ? -1 : 1;
  const way = event.key === 'Tab' ? tab : WAYS[event.key];
  if (position === undefined || way === undefined || event.nativeEvent.isComposing) return;
  if (focusWords(editor, position + (way === 1 ? 1 : 0), way)) event.preventDefault();
};

/** A section of the form: its heading, and its prompt while it is empty. */
export const SectionView = (props: MemoNodeViewProps) => {
  const isReadOnly = useStore(props.store, (state) => state.isReadOnly);
  const role = props.node.attrs.role as SectionRole;
  const heading = String(props.node.attrs.heading);
  const guide = props.node.attrs.guide as SectionGuide | undefined;
  return (
    <NodeViewWrapper
      as="section"
      className={styles.section}
      aria-label={heading}
      data-role={role}
      // Empty sections of a sent memo take no room for words.
      data-blank={(isReadOnly && hasNothing(props)) || undefined}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field in it */}
      <div
        className={styles.headingLine}
        contentEditable={false}
        onKeyDown={(event) => leaveHeading(event, props)}
      >
        <RequiredInput
          className={styles.heading}
          label="Heading of the section"
          maxLength={MAX_CHARACTERS}
          value={heading}
          isReadOnly={isReadOnly}
          onChange={(next) => props.updateAttributes({ heading: next })}
        />
        {hasNothing(props) && <EmptyWords guide={guide} />}
      </div>
      <div className={styles.content}>
        {isOneEmptyParagraph(props) && !isReadOnly && (
          <p className={styles.guide} contentEditable={false} aria-hidden>
            {guide?.prompt ?? promptOfRole(role)}
          </p>
        )}
        <NodeViewContent />
      </div>
    </NodeViewWrapper>
  );
};

import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import type { SectionRole } from '#domain/memo/memo-content.ts';
import styles from './nodes.module.css';
import { sectionGuide } from './section-guide.ts';

const isEmptySection = ({ node }: NodeViewProps): boolean =>
  node.childCount === 1 && node.firstChild?.type.name === 'paragraph' && node.firstChild.content.size === 0;

/** A part of the form: its heading, and what belongs there as long as it is empty. */
export const SectionView = (props: NodeViewProps) => {
  const role = props.node.attrs.role as SectionRole;
  const heading = String(props.node.attrs.heading);
  const isEmpty = isEmptySection(props);
  return (
    <NodeViewWrapper as="section" className={styles.section} aria-label={heading}>
      <input
        className={styles.heading}
        value={heading}
        aria-label="Heading of the section"
        contentEditable={false}
        onChange={({ target }) => props.updateAttributes({ heading: target.value })}
        onBlur={({ target }) => {
          if (target.value.trim() === '') props.updateAttributes({ heading: 'Untitled' });
        }}
      />
      {isEmpty && (
        <p className={styles.guide} contentEditable={false} aria-hidden>
          {sectionGuide[role]}
        </p>
      )}
      <NodeViewContent className={styles.content} />
    </NodeViewWrapper>
  );
};

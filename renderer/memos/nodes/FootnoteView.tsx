import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useRef } from 'react';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import styles from './nodes.module.css';

const LETTERS = 26;

/** a, b, … z, aa, ab: footnotes take letters, so that they never look like sources. */
const letterOf = (place: number): string =>
  place < LETTERS
    ? String.fromCharCode(97 + place)
    : letterOf(Math.floor(place / LETTERS) - 1) + letterOf(place % LETTERS);

const placeOf = ({ editor, getPos }: NodeViewProps): number => {
  const end = getPos() ?? 0;
  let place = 0;
  editor.state.doc.nodesBetween(0, end, (node, position) => {
    if (node.type.name === 'footnote' && position < end) place += 1;
  });
  return place;
};

/** The letter of a footnote; selected, it shows its text to be written. */
export const FootnoteView = (props: NodeViewProps) => {
  const mark = useRef<HTMLElement>(null);
  const text = String(props.node.attrs.text);
  const letter = letterOf(placeOf(props));
  return (
    <NodeViewWrapper as="span">
      <span ref={mark} className={styles.footnote} role="img" aria-label={`Footnote ${letter}: ${text}`}>
        {letter}
      </span>
      <Popover
        label={`Footnote ${letter}`}
        triggerRef={mark}
        isOpen={props.selected}
        onOpenChange={(isOpen) => {
          if (!isOpen) props.editor.commands.focus((props.getPos() ?? 0) + 1);
        }}
      >
        <TextArea
          label={`Footnote ${letter}`}
          autoFocus
          value={text}
          onChange={(next) => props.updateAttributes({ text: next })}
        />
      </Popover>
    </NodeViewWrapper>
  );
};

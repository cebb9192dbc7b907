import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useStore } from 'zustand';
import type { JudgementAttrs } from '#domain/memo/memo-content.ts';
import { type Confidence, confidences, confidenceTable } from '#domain/tradecraft/confidence.ts';
import { type LexiconId, lexicons } from '#domain/tradecraft/likelihood.ts';
import { Select } from '#renderer/ui/fields/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import type { MemoStore } from '../editor/memo-store.ts';
import styles from './nodes.module.css';

const NONE = '';

const likelihoodOptions = (lexicon: LexiconId, current: string | null) => {
  const known = lexicons[lexicon].terms.map(({ id, wording, band }) => ({ id, name: wording, detail: band }));
  const isForeign = current !== null && !known.some(({ id }) => id === current);
  const foreign = isForeign ? [{ id: current, name: current, detail: 'of another lexicon' }] : [];
  return [{ id: NONE, name: 'no likelihood' }, ...known, ...foreign];
};

const confidenceOptions = [
  { id: NONE, name: 'no confidence' },
  ...confidences.map((id) => ({ id, name: `${id} confidence`, detail: confidenceTable[id] })),
];

/** The place of the judgement among all of the memo, from 1. */
const numberOf = ({ editor, getPos }: NodeViewProps): number => {
  const end = getPos();
  let number = 1;
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'judgement' && end !== undefined && position < end) number += 1;
    return node.type.name !== 'judgement';
  });
  return number;
};

const details = [
  { name: 'confidenceReason', label: 'Why this confidence' },
  { name: 'assumptions', label: 'Assumptions' },
  { name: 'wouldChange', label: 'Would change if' },
] as const;

export type JudgementViewProps = NodeViewProps & { readonly store: MemoStore };

/** A judgement: the statement in own words, its likelihood and its confidence apart, and what it hangs on. */
export const JudgementView = (props: JudgementViewProps) => {
  const attrs = props.node.attrs as JudgementAttrs;
  const lexicon = useStore(props.store, (state) => state.lexicon);
  return (
    <NodeViewWrapper className={styles.judgement}>
      <div className={styles.judgementHead} contentEditable={false}>
        <span className={styles.judgementName}>Judgement {numberOf(props)}</span>
        <Select
          label="Likelihood"
          isLabelHidden
          isBare
          options={likelihoodOptions(lexicon, attrs.likelihood)}
          value={attrs.likelihood ?? NONE}
          onChange={(id) => props.updateAttributes({ likelihood: id === NONE ? null : id })}
        />
        <Select
          label="Confidence"
          isLabelHidden
          isBare
          options={confidenceOptions}
          value={attrs.confidence ?? NONE}
          onChange={(id) => props.updateAttributes({ confidence: id === NONE ? null : (id as Confidence) })}
        />
      </div>
      <NodeViewContent className={styles.statement} />
      <div className={styles.judgementDetails} contentEditable={false}>
        {details.map(({ name, label }) => (
          <TextField
            key={name}
            label={label}
            value={attrs[name]}
            onChange={(text) => props.updateAttributes({ [name]: text })}
          />
        ))}
      </div>
    </NodeViewWrapper>
  );
};

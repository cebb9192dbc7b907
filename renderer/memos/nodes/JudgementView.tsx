import { NodeViewContent, NodeViewWrapper } from '@tiptap/react';
import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { JudgementAttrs } from '#domain/memo/memo-content.ts';
import { type Confidence, confidences, confidenceTable } from '#domain/tradecraft/confidence.ts';
import type { LexiconId } from '#domain/tradecraft/likelihood.ts';
import { type Terms, termsWith } from '#domain/tradecraft/own-terms.ts';
import { showRestsOn } from '#renderer/parts/graph/GraphDrawer.tsx';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { focusWords } from '../state/focus-text.ts';
import type { MemoNodeViewProps } from '../state/memo-store.ts';
import { DetailField } from './DetailField.tsx';
import styles from './nodes.module.css';

const NONE = 'none';

/** A form's own term beside the doctrine's. */
const detailOf = (wording: string, official: string, means: string): string =>
  wording === official ? means : `${official}, ${means}`;

const likelihoodOptions = (lexicon: LexiconId, current: string | null, { lexicons }: Terms) => {
  const known = lexicons[lexicon].terms.map(({ id, wording, official, band }) => ({
    ...{ id, name: wording, detail: detailOf(wording, official, band) },
  }));
  const isForeign = current !== null && !known.some(({ id }) => id === current);
  const foreign = isForeign
    ? [{ id: current, name: current.replaceAll('-', ' '), detail: 'from another scale' }]
    : [];
  return [{ id: NONE, name: 'likelihood not set' }, ...known, ...foreign];
};

const bandOf = (lexicon: LexiconId, current: string | null, { lexicons }: Terms): string =>
  lexicons[lexicon].terms.find(({ id }) => id === current)?.band ?? '';

type ConfidenceOption = {
  readonly id: Confidence | typeof NONE;
  readonly name: string;
  readonly detail?: string;
};

const confidenceOptions = ({ confidence: worded }: Terms): readonly ConfidenceOption[] => [
  { id: NONE, name: 'confidence not set' },
  ...confidences.map((id) => ({
    id,
    name: `${worded?.[id] ?? id} confidence`,
    detail: detailOf(worded?.[id] ?? id, id, confidenceTable[id]),
  })),
];

const details = [
  { name: 'confidenceReason', label: 'Why this confidence', placeholder: 'what the confidence rests on' },
  { name: 'assumptions', label: 'Assumes', placeholder: 'what is taken as given' },
  { name: 'wouldChange', label: 'Changes if', placeholder: 'what would overturn the judgement' },
] as const;

type PickersProps = {
  readonly attrs: JudgementAttrs;
  readonly lexicon: LexiconId;
  readonly terms: Terms;
  readonly isReadOnly: boolean;
  readonly likelihood: Ref<HTMLButtonElement>;
  readonly onChange: (change: Partial<JudgementAttrs>) => void;
};

/** From a term to its band, never from a number to a term. */
const Pickers = ({ attrs, lexicon, terms, isReadOnly, likelihood, onChange }: PickersProps) => (
  <>
    <Select
      label="Likelihood"
      button={likelihood}
      isLabelHidden
      isBare
      isDisabled={isReadOnly}
      options={likelihoodOptions(lexicon, attrs.likelihood, terms)}
      value={attrs.likelihood ?? NONE}
      onChange={(id) => onChange({ likelihood: id === NONE ? null : id })}
    />
    <span className={styles.band}>{bandOf(lexicon, attrs.likelihood, terms)}</span>
    <Select
      label="Confidence"
      isLabelHidden
      isBare
      isDisabled={isReadOnly}
      options={confidenceOptions(terms)}
      value={attrs.confidence ?? NONE}
      onChange={(id) => onChange({ confidence: id === NONE ? null : id })}
    />
  </>
);

const verticals: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Whether the text fits on one line, so that ↑ ↓ always leave it. */
const isOneLine = (field: HTMLTextAreaElement): boolean =>
  field.scrollHeight < 1.9 * Number.parseFloat(getComputedStyle(field).lineHeight);

/**
 * ↑ ↓ move between the lines of the judgement, and out of it as out of any text. Within a text of several lines the
 * browser moves the caret first: if it could not, there was no further line.
 */
const leaveLine = (event: KeyboardEvent<HTMLElement>, leave: (way: 1 | -1) => void): void => {
  const { target: field, key } = event;
  const way = verticals[key];
  const isPlain = !(event.shiftKey || event.ctrlKey || event.altKey || event.metaKey);
  if (way === undefined || !isPlain || !(field instanceof HTMLTextAreaElement)) return;
  if (isOneLine(field)) {
    event.preventDefault();
    leave(way);
    return;
  }
  const at = field.selectionStart;
  setTimeout(() => {
    if (document.activeElement === field && field.selectionStart === at) leave(way);
  });
};

/** Where a key moves from a field: forward, back to the statement, or nowhere. */
const wayOf = ({ key, shiftKey, target }: KeyboardEvent<HTMLElement>): 1 | -1 | null => {
  if (key === 'Tab') return shiftKey ? -1 : 1;
  if (key === 'Escape') return -1;
  // A line of a judgement is a single line.
  return key === 'Enter' && target instanceof HTMLTextAreaElement ? 1 : null;
};

/**
 * Tab and Enter move from field to field, and from the last one to the text after the judgement; Shift+Tab from the
 * first one, and Esc from any, to its statement. ↑ ↓ move between lines.
 */
const leaveFields = (
  event: KeyboardEvent<HTMLElement>,
  { editor, node, getPos }: MemoNodeViewProps,
): void => {
  const position = getPos();
  if (position === undefined || event.nativeEvent.isComposing) return;
  const end = position + node.nodeSize;
  const leaveTo = (way: 1 | -1): boolean => focusWords(editor, way === 1 ? end : end - 1, way);
  leaveLine(event, (way) => {
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('textarea')];
    const beside = lines[lines.indexOf(event.target as HTMLTextAreaElement) + way];
    if (beside === undefined) leaveTo(way);
    else beside.focus();
  });
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('button, textarea')];
  const at = fields.indexOf(event.target as HTMLElement);
  const way = wayOf(event);
  if (way === null || at === -1) return;
  const next = event.key === 'Escape' ? undefined : fields[at + way];
  if (next !== undefined && event.key === 'Tab') return;
  if (next !== undefined) next.focus();
  else if (!leaveTo(way)) return;
  event.preventDefault();
};

/** A judgement: the statement, its likelihood and its confidence separately, and what it depends on. */
export const JudgementView = (props: MemoNodeViewProps) => {
  const { node, store, getPos, updateAttributes } = props;
  const attrs = node.attrs as JudgementAttrs;
  const lexicon = useStore(store, (state) => state.lexicon);
  const own = useStore(store, (state) => state.terms);
  const language = useStore(store, (state) => state.language);
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  const likelihood = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      store.subscribe(({ likelihoodRequest: asked }, before) => {
        if (asked === null || asked === before.likelihoodRequest || asked.position !== getPos()) return;
        likelihood.current?.focus();
        likelihood.current?.click();
      }),
    [store, getPos],
  );
  const lines = details.filter(({ name }) => !isReadOnly || attrs[name].trim() !== '');
  return (
    <NodeViewWrapper className={styles.judgement} data-is-empty={node.content.size === 0}>
      <NodeViewContent className={styles.statement} data-guide="The judgement, in one sentence." />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it */}
      <div contentEditable={false} data-judgement-fields="" onKeyDown={(event) => leaveFields(event, props)}>
        <div className={styles.judgementHead}>
          <Pickers
            attrs={attrs}
            lexicon={lexicon}
            terms={termsWith(own, language)}
            isReadOnly={isReadOnly}
            likelihood={likelihood}
            onChange={updateAttributes}
          />
          <span className={styles.judgementEnd}>
            <Button
              isSmall
              excludeFromTabOrder
              variant="quiet"
              onPress={() =>
                showRestsOn({ kind: 'judgement', memoId: store.getState().memoId, judgementId: attrs.id })
              }
            >
              Rests on <CommandKbd command="memo.judgement-rests-on" />
            </Button>
            <span className={styles.judgementName}>Judgement</span>
          </span>
        </div>
        {lines.length > 0 && (
          <div className={styles.judgementDetails}>
            {lines.map(({ name, label, placeholder }) => (
              <DetailField
                key={name}
                label={label}
                placeholder={placeholder}
                value={attrs[name]}
                isReadOnly={isReadOnly}
                onChange={(text) => updateAttributes({ [name]: text })}
              />
            ))}
          </div>
        )}
      </div>
    </NodeViewWrapper>
  );
};

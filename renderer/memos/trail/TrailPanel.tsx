import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { appCopy } from '#domain/contract/app.ts';
import { memoTrail } from '#domain/contract/memo-sent.ts';
import { type JudgementId, judgementIdSchema, type MemoId } from '#domain/ids.ts';
import { describeJudgement } from '#domain/memo/snapshot/judgements-of.ts';
import {
  printEvidenceState,
  printGrades,
  printStepPlace,
  printTrail,
  sayOrigins,
  type TrailStep,
} from '#domain/memo/trail/trail.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { Later } from '../citations/CitationFacts.tsx';
import styles from './trail.module.css';

/** The id of the judgement at the caret; null if there is none. */
export const judgementAtCaret = (editor: Editor): JudgementId | null => {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'judgement') return judgementIdSchema.safeParse(node.attrs.id).data ?? null;
  }
  return null;
};

const Grades = ({ whenSent, now }: Pick<TrailStep, 'whenSent' | 'now'>) => {
  if (whenSent === null) return <>{printGrades(now)}</>;
  const isSame = whenSent.grade === now.grade && whenSent.letter === now.letter;
  return isSame ? (
    <>{printGrades(now)}, as when it was sent</>
  ) : (
    <>
      {printGrades(whenSent)} when sent, <strong>{printGrades(now)} now</strong>
    </>
  );
};

const Facts = ({ step }: { readonly step: TrailStep }) => {
  const facts = [
    ['Speaker', step.speaker],
    [
      'Publication',
      [step.publication, step.articleTitle, step.published].filter((part) => part !== null).join(', '),
    ],
    [
      'Stored copy',
      step.copy === null
        ? null
        : `${step.copy.originalName ?? 'Pasted text'}, imported ${step.copy.importedOn}`,
    ],
    ['SHA-256 of the text', step.copy?.textSha256 ?? null],
    ['SHA-256 of the original', step.copy?.originalSha256 ?? null],
  ].filter(([, value]) => value !== null && value !== '');
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className={styles.fact}>
        <dt>Grade</dt>
        <dd>
          <Grades whenSent={step.whenSent} now={step.now} />
        </dd>
      </div>
    </dl>
  );
};

const Step = ({ step }: { readonly step: TrailStep }) => {
  const warning = printEvidenceState(step.state);
  return (
    <li className={styles.step}>
      <p className={styles.paragraph}>
        <span className="quiet-words">[{printStepPlace(step)}] </span>
        {step.before}
        <mark className={styles.quote}>{step.quote}</mark>
        {step.after}
      </p>
      {warning !== null && <p className={styles.warning}>{warning}</p>}
      {warning === null && step.later !== undefined && <Later later={step.later} />}
      <Facts step={step} />
      {step.relations.map(({ verb, quote, isNew }) => (
        <p key={`${verb} ${quote}`} className={styles.relation}>
          {isNew === true && <strong>Since it was sent: </strong>}
          {verb} “{quote}”
        </p>
      ))}
      <Button
        onPress={() => goTo({ view: 'articles', articleId: step.articleId, passageId: step.passageId })}
      >
        Show in article
      </Button>
    </li>
  );
};

export type TrailPanelProps = { readonly memoId: MemoId; readonly editor: Editor };

/** The evidence of the judgement at the caret, from its quotations to the stored copies. */
export const TrailPanel = ({ memoId, editor }: TrailPanelProps) => {
  const judgementId = useEditorState({ editor, selector: ({ editor: now }) => judgementAtCaret(now) });
  const { data: trail } = useQuery(memoTrail, judgementId === null ? null : { memoId, judgementId });
  const copy = async (): Promise<void> => {
    if (trail === undefined) return;
    const answer = await act(appCopy, { text: printTrail(trail) });
    if (answer.ok) sayDone(`Copied the trail of judgement ${trail.number}`);
  };
  useCommand('memo.copy-trail', () => void copy(), trail !== undefined);
  if (judgementId === null || trail === undefined) {
    return (
      <EmptyState title="No judgement at the cursor">
        Put the cursor in a judgement to see its evidence.
      </EmptyState>
    );
  }
  return (
    <div className={styles.trail}>
      <p className={styles.judgement}>
        <strong>Judgement {trail.number}</strong> {trail.statement}
      </p>
      <p className="quiet-words">{describeJudgement(trail)}</p>
      {trail.steps.length > 0 && <p className="quiet-words">{sayOrigins(trail)}</p>}
      <Button onPress={() => void copy()}>Copy trail</Button>
      {trail.steps.length === 0 ? (
        <p className={styles.warning}>The judgement has no citations.</p>
      ) : (
        <ol className={styles.steps}>
          {trail.steps.map((step) => (
            <Step key={step.passageId} step={step} />
          ))}
        </ol>
      )}
    </div>
  );
};

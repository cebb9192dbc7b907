import { useState } from 'react';
import { printCount } from '#domain/print-count.ts';
import type { Source } from '#domain/source/source.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { type Reliability, reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import styles from './sources.module.css';

type ChangeProps = { readonly source: Source; readonly to: Reliability | null; readonly onClose: () => void };

const printLetter = (letter: Reliability | null): string => letter ?? 'not set';
const halfGrade = (reliability: Reliability): string => printGrade({ reliability, credibility: null });

/** Rates the source and its ungraded passages, and says how many; false where that failed. */
const rateAll = async (sourceId: Source['id'], reliability: Reliability, why: string): Promise<boolean> => {
  const answer = await act('bulk:rate-source', { sourceId, reliability, why });
  if (answer.ok)
    sayUndoable(`Set the letter ${reliability} on ${printCount(answer.value.changed, 'passage')}`);
  return answer.ok;
};

type Holds = 'from-now-on' | 'ungraded';

const holdsOptions = (to: Reliability, count: number) =>
  [
    { id: 'from-now-on', name: 'From now on' },
    {
      id: 'ungraded',
      name: `From now on, and for the ${printCount(count, 'ungraded passage')}`,
      detail: `as “${halfGrade(to)}”, until you add a number`,
    },
  ] as const;

/** Asks why, and for which passages, once; what is graded keeps its letter. */
export const ChangeReliability = ({ source, to, onClose }: ChangeProps) => {
  const [text, setWhy] = useState('');
  const [holds, setHolds] = useState<Holds>('from-now-on');
  const { data } = useQuery('source:ungraded', { sourceId: source.id });
  const count = data?.count ?? 0;
  const why = text.trim();
  const setLetter = async (): Promise<boolean> =>
    (await act('source:set-reliability', { sourceId: source.id, reliability: to, why })).ok;
  const change = async (): Promise<void> => {
    const isDone =
      holds === 'ungraded' && to !== null ? await rateAll(source.id, to, why) : await setLetter();
    if (isDone) onClose();
  };
  return (
    <FormDialog
      title={`Reliability from ${printLetter(source.reliability)} to ${printLetter(to)}`}
      submitName="Change"
      onSubmit={change}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        {to !== null && `${reliabilityTable[to].wording}: ${reliabilityTable[to].meaning}. `}
        Graded passages keep their letter.
      </p>
      <TextField label="Why" autoFocus value={text} onChange={setWhy} />
      {to !== null && count > 0 && (
        <RadioGroup label="Applies" options={holdsOptions(to, count)} value={holds} onChange={setHolds} />
      )}
    </FormDialog>
  );
};

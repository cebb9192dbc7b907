import { useState } from 'react';
import {
  passageCancelExport,
  passageDragExport,
  passageExport,
  passageRevealExport,
} from '#domain/contract/passage-export.ts';
import type { PassageId } from '#domain/ids.ts';
import {
  passageFormats,
  passageFormatTable,
  passagesFileName,
} from '#domain/memo/passages/passage-format.ts';
import { printCount } from '#domain/print-count.ts';
import { splitSearch } from '#domain/search/split-search.ts';
import { act } from '#renderer/bridge/act.ts';
import { ExportDialog } from '#renderer/parts/export/ExportDialog.tsx';
import { printClauseValues } from '#renderer/parts/search/clause-fields.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { useToday } from '#renderer/window/today.ts';

export type ExportPassagesDialogProps = {
  /** The displayed search, and the number of its passages. */
  readonly text: string;
  readonly count: number;
  /** The selected passages, in the order of the table. */
  readonly chosen: readonly PassageId[];
  readonly onClose: () => void;
};

type Which = 'chosen' | 'all';

/** The search in words for a file name: its conditions, then the typed words. */
const tellSearch = (text: string): readonly string[] => {
  const { clauses, rest } = splitSearch(text);
  const told = clauses.map((clause) => `${clause.isExcluded ? 'not ' : ''}${printClauseValues(clause)}`);
  return [...told, rest.replaceAll(/[“”"*]/gu, '').trim()].filter((part) => part !== '');
};

const useChoice = ({ text, count, chosen }: ExportPassagesDialogProps) => {
  const today = useToday();
  const told = tellSearch(text);
  const [which, setWhich] = useState<Which>(chosen.length > 1 ? 'chosen' : 'all');
  const [hasNotes, setHasNotes] = useState(false);
  return {
    ...{ which, setWhich, hasNotes, setHasNotes },
    name: passagesFileName(today, which === 'chosen' ? [`${chosen.length} selected`] : told),
    of:
      which === 'chosen'
        ? { kind: 'passages' as const, passageIds: [...chosen] }
        : { kind: 'filter' as const, filter: text === '' ? {} : { text } },
    whichOptions: [
      { id: 'chosen' as const, name: `The selected ${printCount(chosen.length, 'passage')}` },
      {
        id: 'all' as const,
        name:
          text === ''
            ? `All ${printCount(count, 'passage')}`
            : `${printCount(count, 'passage')} of the search`,
        ...(told.length > 0 ? { detail: told.join(', ') } : {}),
      },
    ],
  };
};

/** Exports passages of the table to a file for other programs: asks for which, and with what. */
export const ExportPassagesDialog = (props: ExportPassagesDialogProps) => {
  const { name, of, hasNotes, ...choice } = useChoice(props);
  return (
    <ExportDialog
      title="Export passages"
      formats={passageFormats}
      table={passageFormatTable}
      name={name}
      make={(asked) => act(passageExport, { ...asked, of, hasNotes }, { saysFailure: true })}
      cancel={() => void act(passageCancelExport, {})}
      holds={({ passages }) => [printCount(passages, 'passage')]}
      onDrag={() => void act(passageDragExport, {})}
      onReveal={() => void act(passageRevealExport, {})}
      onClose={props.onClose}
    >
      {props.chosen.length > 0 && (
        <RadioGroup
          label="Which"
          options={choice.whichOptions}
          value={choice.which}
          onChange={choice.setWhich}
        />
      )}
      <Checkbox isSelected={hasNotes} onChange={choice.setHasNotes}>
        Your notes on them
      </Checkbox>
    </ExportDialog>
  );
};

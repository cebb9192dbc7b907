import { useState } from 'react';
import type { Input } from '#domain/contract/requests.ts';
import type { PassageId } from '#domain/ids.ts';
import { safeFileName } from '#domain/memo/export-file-name.ts';
import {
  type PassageFormat,
  passageFormats,
  passageFormatTable,
  passagesFileName,
} from '#domain/memo/passages/passage-format.ts';
import { printCount } from '#domain/print-count.ts';
import { splitSearch } from '#domain/search/split-search.ts';
import { act } from '#renderer/bridge/act.ts';
import { ExportFile } from '#renderer/parts/export/ExportFile.tsx';
import { MadeFileDialog } from '#renderer/parts/export/MadeFileDialog.tsx';
import { useExport } from '#renderer/parts/export/use-export.ts';
import { printClauseValues } from '#renderer/parts/search/clause-fields.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { useToday } from '#renderer/window/today.ts';
import styles from './export-passages.module.css';

export type ExportPassagesDialogProps = {
  /** What the table shows, and how many passages that are. */
  readonly text: string;
  readonly count: number;
  /** What is selected in it, in its order. */
  readonly chosen: readonly PassageId[];
  readonly onClose: () => void;
};

type Which = 'chosen' | 'all';

const formatOptions = passageFormats.map((id) => ({
  id,
  name: passageFormatTable[id].name,
  detail: passageFormatTable[id].says,
}));

/** A search in words, as the name of a file may hold them: its conditions, then what was typed. */
const tellSearch = (text: string): readonly string[] => {
  const { clauses, rest } = splitSearch(text);
  const told = clauses.map((clause) => `${clause.isExcluded ? 'not ' : ''}${printClauseValues(clause)}`);
  return [...told, rest.replaceAll(/[“”"*]/gu, '').trim()].filter((part) => part !== '');
};

const useChoice = ({ text, count, chosen }: ExportPassagesDialogProps) => {
  const today = useToday();
  const told = tellSearch(text);
  const [which, setWhich] = useState<Which>(chosen.length > 1 ? 'chosen' : 'all');
  const [format, setFormat] = useState<PassageFormat>('csv');
  const [hasNotes, setHasNotes] = useState(false);
  const [typedName, setTypedName] = useState<string | null>(null);
  const name = passagesFileName(today, which === 'chosen' ? [`${chosen.length} selected`] : told);
  return {
    ...{ which, setWhich, format, setFormat, hasNotes, setHasNotes, setTypedName },
    name: typedName ?? name,
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

const useExportOf = () =>
  useExport(
    (asked: Input<'passage:export'>) => act('passage:export', asked, { saysFailure: true }),
    () => void act('passage:cancel-export', {}),
  );
/** From the passages of the table to a file for other programs: which of them, in which format, under which name. */
export const ExportPassagesDialog = (props: ExportPassagesDialogProps) => {
  const { chosen, onClose } = props;
  const { which, format, hasNotes, name, of, ...choice } = useChoice(props);
  const exporting = useExportOf();
  const exportAs = (typed: string, replaces: boolean): void => {
    const fileName = safeFileName(typed, format);
    if (fileName !== '' && !exporting.isUnderWay) void exporting.begin({ of, fileName, replaces, hasNotes });
  };
  if (exporting.file !== null) {
    const { fileName, passages, bytes } = exporting.file;
    const exported = printCount(passages, 'passage');
    return (
      <MadeFileDialog
        title={`${exported} exported`}
        fileName={fileName}
        facts={`${exported}, ${Math.ceil(bytes / 1024).toLocaleString('en-GB')} KB`}
        onDrag={() => void act('passage:drag-export', {})}
        onReveal={() => void act('passage:reveal-export', {})}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title="Export passages"
      isMedium
      isOpen
      onClose={onClose}
      onSubmit={() => exportAs(name, false)}
      actions={
        <>
          {exporting.isSlow && <span role="status">Making the file…</span>}
          <Button onPress={exporting.isUnderWay ? exporting.cancel : onClose}>Cancel</Button>
          <Button type="submit" variant="primary" autoFocus>
            Export {passageFormatTable[format].name}
          </Button>
        </>
      }
    >
      <div className={styles.choice}>
        <RadioGroup label="Format" options={formatOptions} value={format} onChange={choice.setFormat} />
        <div>
          {chosen.length > 0 && (
            <RadioGroup
              label="Which"
              options={choice.whichOptions}
              value={which}
              onChange={choice.setWhich}
            />
          )}
          <Checkbox isSelected={hasNotes} onChange={choice.setHasNotes}>
            Your notes on them
          </Checkbox>
        </div>
      </div>
      <div className={styles.file}>
        <ExportFile
          name={name}
          extension={format}
          error={exporting.error}
          onName={choice.setTypedName}
          onExport={exportAs}
        />
      </div>
    </Dialog>
  );
};

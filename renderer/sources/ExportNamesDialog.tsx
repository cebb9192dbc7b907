import { useState } from 'react';
import {
  type HeldNames,
  type NamesAsked,
  sourceCancelExport,
  sourceDragExport,
  sourceExport,
  sourceExported,
  sourceRevealExport,
} from '#domain/contract/source-export.ts';
import { nameFormats, nameFormatTable } from '#domain/exchange/names/name-formats.ts';
import type { SourceId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import type { Markings } from '#domain/tradecraft/marking.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { ExportDialog } from '#renderer/parts/export/ExportDialog.tsx';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { isBelow } from '#renderer/parts/tree/build-name-tree.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { useToday } from '#renderer/window/today.ts';
import styles from './export-names.module.css';

type ExportNamesProps = {
  /** The open name; null for none. */
  readonly sourceId: SourceId | null;
  /** Those in the list, if a filter shows only some. */
  readonly found: readonly SourceId[];
};

type Which = 'one' | 'branch' | 'found' | 'all';

/** The choices of which names to export, without choices that equal a narrower one. */
const useChoices = ({ sourceId, found }: ExportNamesProps) => {
  const { rows, byId } = useSources();
  const name = sourceId === null ? null : (byId.get(sourceId)?.name ?? null);
  const branch = sourceId === null ? [] : rows.filter(({ id }) => isBelow(byId, id, sourceId));
  return [
    ...(sourceId === null || name === null
      ? []
      : [{ id: 'one' as const, name, of: { kind: 'names' as const, sourceIds: [sourceId] } }]),
    ...(branch.length < 2
      ? []
      : [
          {
            id: 'branch' as const,
            name: `${name ?? ''} and ${printCount(branch.length - 1, 'name')} below`,
            of: { kind: 'names' as const, sourceIds: branch.map(({ id }) => id) },
          },
        ]),
    ...(found.length === 0 || found.length === rows.length
      ? []
      : [
          {
            id: 'found' as const,
            name: `${printCount(found.length, 'name')} of the filter`,
            of: { kind: 'names' as const, sourceIds: [...found] },
          },
        ]),
    { id: 'all' as const, name: `All ${printCount(rows.length, 'name')}`, of: { kind: 'all' as const } },
  ] satisfies readonly { id: Which; name: string; of: NamesAsked['of'] }[];
};

const Marked = ({ label, banners }: Markings) =>
  label === null && banners.length === 0 ? (
    <>not marked</>
  ) : (
    <>
      {label !== null && <MarkingSign marking={{ kind: 'tlp', label }} />}
      {banners.map((text) => (
        <MarkingSign key={text} marking={{ kind: 'banner', text }} />
      ))}
    </>
  );

/** "3 names, 12 passages, 2 events". */
const tellHeld = ({ names, referredTo, passages, events }: HeldNames): [string, ...string[]] => [
  printCount(names, 'name'),
  ...(passages === 0 ? [] : [printCount(passages, 'passage')]),
  ...(events === 0 ? [] : [printCount(events, 'event')]),
  ...(referredTo === 0 ? [] : [`${printCount(referredTo, 'other name')} they refer to`]),
];

/** The content and marking of the file, before it is made. */
const Held = ({ asked }: { readonly asked: NamesAsked }) => {
  const { data } = useQuery(sourceExported, asked, { keepsPrevious: true });
  return (
    <dl className={styles.held} aria-busy={data === undefined}>
      <dt>Holds</dt>
      <dd>{data === undefined ? '…' : tellHeld(data).join(', ')}</dd>
      <dt>Marking</dt>
      <dd>
        {data === undefined ? '…' : <Marked {...data.marking} />}
        <small>The strictest of everything that names them.</small>
      </dd>
    </dl>
  );
};

/** Exports names of the register to a file for other programs: asks for which, and with what. */
const ExportNamesDialog = (props: ExportNamesProps & { readonly onClose: () => void }) => {
  const today = useToday();
  const choices = useChoices(props);
  const [which, setWhich] = useState<Which>(choices[0]?.id ?? 'all');
  const [hasEvidence, setHasEvidence] = useState(true);
  const chosen = choices.find(({ id }) => id === which);
  const asked: NamesAsked = { of: chosen?.of ?? { kind: 'all' }, hasEvidence };
  const named = which === 'one' || which === 'branch' ? (choices[0]?.name ?? '') : 'Names';
  return (
    <ExportDialog
      title="Export names"
      formats={nameFormats}
      table={nameFormatTable}
      name={`${today} ${named}`}
      make={(file) => act(sourceExport, { ...asked, ...file }, { saysFailure: true })}
      cancel={() => void act(sourceCancelExport, {})}
      holds={(file) => tellHeld(file)}
      onDrag={() => void act(sourceDragExport, {})}
      onReveal={() => void act(sourceRevealExport, {})}
      onClose={props.onClose}
      note={() => <Held asked={asked} />}
    >
      <RadioGroup label="Which" options={choices} value={which} onChange={setWhich} />
      <Checkbox isSelected={hasEvidence} onChange={setHasEvidence}>
        With passages and events
      </Checkbox>
    </ExportDialog>
  );
};

/** Asks which names to export, in which format and with what, and writes the file. */
export const exportNames = (which: ExportNamesProps): void =>
  openDialog('export-names', ({ close }) => <ExportNamesDialog {...which} onClose={close} />);

import { useState } from 'react';
import type { Input } from '#domain/contract/requests.ts';
import { type EventFormat, eventFormats, eventFormatTable } from '#domain/event/export-events.ts';
import type { EventId } from '#domain/ids.ts';
import { safeFileName } from '#domain/memo/export-file-name.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { ExportFile } from '#renderer/parts/export/ExportFile.tsx';
import { MadeFileDialog } from '#renderer/parts/export/MadeFileDialog.tsx';
import { useExport } from '#renderer/parts/export/use-export.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { useToday } from '#renderer/window/today.ts';
import styles from './export-events.module.css';

const formatOptions = eventFormats.map((id) => ({
  id,
  name: eventFormatTable[id].name,
  detail: eventFormatTable[id].says,
}));

type Props = { readonly eventIds: readonly EventId[]; readonly onClose: () => void };

/** From the events that are shown to a file for other programs: in which format, under which name. */
const ExportEventsDialog = ({ eventIds, onClose }: Props) => {
  const today = useToday();
  const [format, setFormat] = useState<EventFormat>('csv');
  const [typedName, setTypedName] = useState<string | null>(null);
  const exporting = useExport(
    (asked: Input<'event:export'>) => act('event:export', asked, { saysFailure: true }),
    () => void act('event:cancel-export', {}),
  );
  const name = typedName ?? `${today} Chronology`;
  const { ending } = eventFormatTable[format];
  const exportAs = (typed: string, replaces: boolean): void => {
    const fileName = safeFileName(typed, ending);
    if (fileName !== '' && !exporting.isUnderWay)
      void exporting.begin({ eventIds: [...eventIds], fileName, replaces });
  };
  if (exporting.file !== null) {
    const { fileName, events, leftOut, bytes } = exporting.file;
    const left = leftOut === 0 ? '' : `, ${leftOut} without a known day left out`;
    return (
      <MadeFileDialog
        title={`${printCount(events, 'event')} exported`}
        fileName={fileName}
        facts={`${printCount(events, 'event')}${left}, ${Math.ceil(bytes / 1024).toLocaleString('en-GB')} KB`}
        onDrag={() => void act('event:drag-export', {})}
        onReveal={() => void act('event:reveal-export', {})}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title={`Export ${printCount(eventIds.length, 'event')}`}
      isMedium
      isOpen
      onClose={onClose}
      onSubmit={() => exportAs(name, false)}
      actions={
        <>
          {exporting.isSlow && <span role="status">Making the file…</span>}
          <Button onPress={exporting.isUnderWay ? exporting.cancel : onClose}>Cancel</Button>
          <Button type="submit" variant="primary" autoFocus>
            Export {eventFormatTable[format].name}
          </Button>
        </>
      }
    >
      <div className={styles.format}>
        <RadioGroup label="Format" options={formatOptions} value={format} onChange={setFormat} />
      </div>
      <div className={styles.file}>
        <ExportFile
          name={name}
          extension={ending}
          error={exporting.error}
          onName={setTypedName}
          onExport={exportAs}
        />
      </div>
    </Dialog>
  );
};

/** Asks in which format the events leave, and writes the file. */
export const exportEvents = (eventIds: readonly EventId[]): void =>
  openDialog('export-events', ({ close }) => <ExportEventsDialog eventIds={eventIds} onClose={close} />);

import {
  eventCancelExport,
  eventDragExport,
  eventExport,
  eventRevealExport,
} from '#domain/contract/event.ts';
import { eventFormats, eventFormatTable } from '#domain/event/export-events.ts';
import type { EventId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { ExportDialog } from '#renderer/parts/export/ExportDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { useToday } from '#renderer/window/today.ts';

type Props = { readonly eventIds: readonly EventId[]; readonly onClose: () => void };

/** Exports the displayed events to a file for other programs. */
const ExportEventsDialog = ({ eventIds, onClose }: Props) => (
  <ExportDialog
    title={`Export ${printCount(eventIds.length, 'event')}`}
    formats={eventFormats}
    table={eventFormatTable}
    name={`${useToday()} Chronology`}
    make={(asked) => act(eventExport, { ...asked, eventIds: [...eventIds] }, { saysFailure: true })}
    cancel={() => void act(eventCancelExport, {})}
    holds={({ events, leftOut }) => [
      printCount(events, 'event'),
      ...(leftOut === 0 ? [] : [`${leftOut} without a known day left out`]),
    ]}
    onDrag={() => void act(eventDragExport, {})}
    onReveal={() => void act(eventRevealExport, {})}
    onClose={onClose}
  />
);

/** Asks for a format, and writes the file. */
export const exportEvents = (eventIds: readonly EventId[]): void =>
  openDialog('export-events', ({ close }) => <ExportEventsDialog eventIds={eventIds} onClose={close} />);

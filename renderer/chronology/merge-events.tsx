import { useRef, useState } from 'react';
import { type EventLine, eventMerge, eventNearest } from '#domain/contract/event.ts';
import type { EventId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { EventOffers, takeByKey } from '#renderer/parts/event/EventOffers.tsx';
import styles from '#renderer/parts/event/event.module.css';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';

/** Asks which event is the same as this one, and merges it into this one. */
export const askForMerge = (eventId: EventId, title: string): void =>
  openDialog('merge-events', ({ close }) => <MergeEvents eventId={eventId} title={title} onClose={close} />);

type MergeEventsProps = {
  readonly eventId: EventId;
  readonly title: string;
  readonly onClose: () => void;
};

const MergeEvents = ({ eventId, title, onClose }: MergeEventsProps) => {
  const [words, setWords] = useState('');
  const isMerging = useRef(false);
  const { data: lines } = useQuery(eventNearest, { eventId, words }, { keepsPrevious: true });
  const merge = async (line: EventLine): Promise<void> => {
    if (isMerging.current) return;
    isMerging.current = true;
    const answer = await act(eventMerge, { eventId, eventIds: [line.eventId] });
    isMerging.current = false;
    if (!answer.ok) return;
    onClose();
    sayUndoable(`Merged into ${title}: ${line.title}`);
  };
  return (
    <Dialog
      title="Merge with another event"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Cancel</Button>}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the field in it */}
      <div className={styles.merge} onKeyDown={takeByKey(lines ?? [], (line) => void merge(line))}>
        <p>
          “<bdi>{title}</bdi>” keeps its title and date. It gets the passages with their dates, the names and
          the notes of the event that you choose.
        </p>
        <TextField
          label="Search by title"
          value={words}
          onChange={setWords}
          maxLength={400}
          hint="The nearest by date and words come first"
          autoFocus
        />
        {lines?.length === 0 ? (
          <p role="status">
            {words.trim() === '' ? 'No other events nearby in time.' : 'No other events match.'}
          </p>
        ) : (
          <EventOffers lines={lines ?? []} onTake={(line) => void merge(line)} />
        )}
      </div>
    </Dialog>
  );
};

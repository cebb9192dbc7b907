import type { EventId, MemoId } from '#domain/ids.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { settleEventLines } from './settle-event-lines.ts';

type EventLineActsProps = {
  readonly memoId: MemoId;
  readonly eventIds: readonly EventId[];
  /** Whether the event still exists and a passage reports it. */
  readonly isThere: boolean;
};

/** The choices for a line whose event has changed. */
export const EventLineActs = ({ memoId, eventIds, isThere }: EventLineActsProps) => {
  const settle = (how: 'update' | 'keep'): void =>
    void settleEventLines({ memoId, eventIds: [...eventIds], how });
  return (
    <>
      <Button isSmall onPress={() => settle('update')}>
        {isThere ? 'Update the table' : 'Take the line out'}
      </Button>
      <Button isSmall variant="quiet" onPress={() => settle('keep')}>
        {isThere ? 'Still right' : 'Keep the line'}
      </Button>
    </>
  );
};

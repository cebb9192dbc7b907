import type { Timestamp } from '#domain/time.ts';
import { useToday } from '#renderer/window/today.ts';
import { printInstantDay } from '../dates/print-date.ts';

export type WrittenByProps = {
  readonly record: { readonly by?: string | null; readonly updatedAt: Timestamp };
  readonly className?: string | undefined;
};

/** Whose work a record is in a shared archive; renders nothing if it has no name. */
export const WrittenBy = ({ record: { by = null, updatedAt }, className }: WrittenByProps) => {
  const today = useToday();
  return by === null ? null : (
    <p className={className}>
      Last changed by {by}, {printInstantDay(updatedAt, today)}
    </p>
  );
};

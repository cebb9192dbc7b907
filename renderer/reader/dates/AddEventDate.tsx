import { useState } from 'react';
import { useCommand } from '#renderer/commands/commands.ts';
import type { TextDate } from '#renderer/parts/dates/dates-in-block.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader } from '../state/reader-context.ts';
import type { ReaderState } from '../state/reader-store.ts';
import { EventDateDialog } from './EventDateDialog.tsx';

/** The dates that may be meant: in what is selected, else the one at the cursor, else those of its passage. */
const datesMeant = (
  { dates, selected: { range, caret }, selectedId }: Pick<ReaderState, 'dates' | 'selected' | 'selectedId'>,
  placed: readonly PlacedPassage[],
): readonly TextDate[] => {
  if (range !== null) return dates.within(range);
  const at = dates.at(caret);
  const inPassage =
    placed.find(({ passage }) => passage.id === selectedId)?.ranges.flatMap(dates.within) ?? [];
  return at === null ? inPassage : [at, ...inPassage.filter(({ start }) => start !== at.start)];
};

/** Answers the command that adds an event date, with what the text at the cursor offers. */
export const AddEventDate = () => {
  const { about, placed } = useOpenPassages();
  const { article, store } = useReader();
  const [offered, setOffered] = useState<readonly TextDate[] | null>(null);
  useCommand('article.event-date', () => setOffered(datesMeant(store.getState(), placed)));
  if (offered === null) return null;
  return (
    <EventDateDialog
      articleId={article.article.id}
      eventDates={about.eventDates}
      offered={offered}
      onClose={() => setOffered(null)}
    />
  );
};

import { paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import { printedPageAt } from '#domain/article/pages.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';
import { placeInText } from '#domain/memo/print/place-in-text.ts';
import { printQuotes } from '#domain/memo/verbatim/print-quote.ts';
import { sourceTextOf } from '#domain/memo/verbatim/source-text.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { citeInMemo } from '#renderer/parts/memo/cite-in-memo.ts';
import { goToCitation } from '#renderer/parts/memo/go-to-citation.ts';
import { copyCited } from '#renderer/parts/passage/copy-cited.ts';
import { sayDone, sayHint } from '#renderer/window/notices.ts';
import { citeText } from '../selection/cite-text.ts';
import { selectedRanges } from '../selection/selected-ranges.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { usePassageCommand } from '../state/use-passage-command.ts';
import type { CommandInput, CommandTarget } from './use-command-target.ts';

/** Cites the selected passage in the memo that was open last; a bare selection becomes a passage first. */
export const useCiteCommand = (target: CommandTarget): void => {
  const cite = async (): Promise<void> => {
    const current = target.passage();
    if (current === null && target.ranges().length === 0) {
      sayHint('Select a passage first');
      return;
    }
    await citeInMemo([current?.passage.id ?? target.make(target.lastLabel.current)]);
  };
  usePassageCommand('passage.cite', () => void cite());
  usePassageCommand('passage.citation', () => {
    const current = target.passage();
    if (current !== null) void goToCitation(current.passage.id);
  });
};

/** Copies the selected passage with its citation, else the selected words with what is known of the article. */
export const useCopyCommand = ({ bibliography }: CommandInput, target: CommandTarget): void => {
  const { article } = useReader();
  const hasTarget = useReaderState(
    ({ selected, selectedId }) => selectedRanges(selected).length > 0 || selectedId !== null,
  );
  const copy = async (): Promise<void> => {
    const current = target.passage();
    const places = target.ranges();
    if (current !== null) {
      await copyCited([current.passage.id]);
      return;
    }
    if (places.length === 0) return;
    const quotes = target.quotes();
    const at = places[0]?.start ?? -1;
    const paragraph = paragraphNumberAt(article.paragraphs, at);
    const place = printPlace({
      page: printedPageAt(article.pages, at),
      paragraph,
      place: placeInText(article.spans, at),
    });
    const text = citeText(
      printQuotes(quotes, { text: sourceTextOf(article.reading), places }),
      bibliography,
      place === '' ? null : place,
    );
    const answer = await act('app:copy', { text });
    if (answer.ok) sayDone('Copied with its citation');
  };
  useCommand('edit.copy-cited', () => void copy(), hasTarget);
};

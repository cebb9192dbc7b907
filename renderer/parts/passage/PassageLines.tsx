import { useState } from 'react';
import { type PassageRow, passageList } from '#domain/contract/passage.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ButtonRow, RowBody } from '#renderer/ui/collections/rows.tsx';
import { MoreButton } from '#renderer/ui/MoreButton.tsx';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import { printShortDay } from '../dates/print-date.ts';
import { GradeSign } from './GradeSign.tsx';
import { LabelSign } from './LabelSign.tsx';
import { PassageWords } from './PassageWords.tsx';
import { printRowPlace, printRowVersion } from './print-row-place.ts';

export type PassageLinesProps = {
  readonly filter: PassageFilter;
  /** The same as a search. */
  readonly text: string;
  /** Shown if no passage matches. */
  readonly empty: string;
};

const STEP = 30;

type PassageLineProps = {
  readonly row: PassageRow;
  /** The source whose page this is: its name is not repeated in its own passages. */
  readonly sourceId: PassageFilter['sourceId'];
};

/** A passage as a list line: its words, grade and place. It leads to its place. */
const PassageLine = ({ row, sourceId }: PassageLineProps) => {
  const today = useToday();
  const isOfSource = row.speaker !== null && row.speaker.id === sourceId;
  const { articleId, id: passageId } = row;
  return (
    <ButtonRow onPress={() => goTo({ view: 'articles', articleId, passageId })}>
      <RowBody
        look="quote"
        title={<PassageWords row={row} lines="row" />}
        lead={
          <>
            <LabelSign label={row.label} />
            <GradeSign grade={row.grade} />
          </>
        }
        meta={joinFacts([
          isOfSource ? null : row.speaker?.name,
          row.articleTitle ?? 'Untitled',
          printRowPlace(row),
        ])}
        facts={
          <>
            {row.readings.length > 1 && <span>{printRowVersion(row)}</span>}
            {row.publishedAt !== null && <span>{printShortDay(row.publishedAt, today)}</span>}
          </>
        }
      />
    </ButtonRow>
  );
};

/** The first passages of a filter as lines; all of them are one press away in Passages. */
export const PassageLines = ({ filter, text, empty }: PassageLinesProps) => {
  const [shown, setShown] = useState(STEP);
  const soFar = useSoFar();
  const { data } = useQuery(passageList, { filter, limit: shown }, { keepsPrevious: true });
  if (data === undefined) return null;
  const { rows, count } = data;
  const nothing = soFar === '' ? empty : 'None yet: the archive is still loading.';
  return (
    <PageSection
      title="Passages"
      count={`${count.toLocaleString('en-GB')}${soFar}`}
      empty={count === 0 ? nothing : undefined}
      acts={
        count > 0 && (
          <Button
            isSmall
            variant="quiet"
            onPress={() => {
              setViewState('passages.text', text);
              goTo({ view: 'passages' });
            }}
          >
            Show in Passages
          </Button>
        )
      }
    >
      {rows.map((row) => (
        <PassageLine key={row.id} row={row} sourceId={filter.sourceId} />
      ))}
      <MoreButton shown={rows.length} total={count} step={STEP} onMore={() => setShown(shown + STEP)} />
    </PageSection>
  );
};

import { PanelRight, X } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import { struckRanges, struckWords } from '#domain/article/body/struck-text.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { articleOpen, type OpenArticle } from '#domain/contract/article.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import { paragraphsOf } from '#domain/names/paragraphs-of.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { type Passage, regionOf } from '#domain/passage/passage.ts';
import { printCount } from '#domain/print-count.ts';
import { readingTextOf } from '#domain/reading/reading-text.ts';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { indexText } from '#domain/text/text-index.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { datesInBlock, isDateWithin } from '#renderer/parts/dates/dates-in-block.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';
import { printDates } from '#renderer/parts/dates/print-resolved.ts';
import { leaveOnEscape } from '#renderer/parts/field/leave-on-escape.ts';
import type { CardField } from '#renderer/parts/passage/card/card-props.ts';
import { PassageCard } from '#renderer/parts/passage/card/PassageCard.tsx';
import { useStandAside } from '#renderer/parts/passage/related/related-store.ts';
import { type SpeakerInText, speakerInText } from '#renderer/parts/source/speaker-in-text.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ButtonRow, RowBody } from '#renderer/ui/collections/rows.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Disclosure } from '#renderer/ui/panes/Disclosure.tsx';
import { SidePanel } from '#renderer/ui/panes/SidePanel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { type TextOfPassages, useReadyNames } from '../../source/names-in-article.ts';
import { useSources } from '../../source/use-sources.ts';
import { editPassageOf } from '../edit-passage-of.ts';
import { printRowPlace, printRowVersion } from '../print-row-place.ts';
import { HitsInText, notInText } from './HitsInText.tsx';
import styles from './preview.module.css';

export type PassagePreviewProps = {
  readonly row: PassageRow | undefined;
  /** The field of its card that is being edited. */
  readonly field: CardField | null;
  readonly onField: (field: CardField | null) => void;
  readonly onOpen: () => void;
  /** Returns to the table. */
  readonly onLeave: () => void;
  /** Whether it is shown: beside the page, or as a drawer over it. */
  readonly isShown: boolean;
  /** The drawer was closed. */
  readonly onClose: () => void;
  /** Search terms, which are marked; the paragraphs around the passage are then shown too. */
  readonly terms?: readonly SearchTerm[];
};

type PreviewOfProps = Pick<PassagePreviewProps, 'field' | 'onField' | 'onLeave' | 'terms'> & {
  readonly row: PassageRow;
  readonly open: OpenArticle;
  readonly passage: Passage;
};

/** The words of a passage that its article strikes out. */
const struckWordsOf = ({ body }: OpenArticle, { selectors }: Passage): readonly string[] => {
  const struck = struckRanges(body);
  if (struck.length === 0) return [];
  const text = canonicalText(body);
  return struckWords(text, struck, anchorPassage(indexText(text), selectors).ranges);
};

/** The speaker named in the article; null if it names nobody. */
const findSpeakerOf = ({ article, body }: OpenArticle, { selectors }: Passage): SpeakerInText | null => {
  const text = canonicalText(body);
  const spans = textBlockSpans(body);
  const reading = readingTextOf(text, spans, article.bibliography.language);
  return speakerInText(reading, numberParagraphs(spans), anchorPassage(indexText(text), selectors).ranges);
};

const findParagraphsOf = ({ body, passages }: OpenArticle, passage: Passage): TextOfPassages => {
  const text = canonicalText(body);
  const spans = textBlockSpans(body);
  const index = indexText(text);
  const textOf = ({ selectors }: Passage): string =>
    paragraphsOf(text, spans, anchorPassage(index, selectors).ranges);
  return {
    text: textOf(passage),
    all: () => passages.map((each) => ({ passageId: each.id, text: textOf(each) })),
  };
};

type PassageInTextProps = { readonly open: OpenArticle; readonly passage: Passage };

/** The paragraphs of the passage, with its words marked: all parts of an interrupted one. */
const PassageInText = ({ open, passage }: PassageInTextProps) => {
  // Its card shows it, and the text around a picture says nothing about a region.
  if (regionOf(passage) !== null) return null;
  const text = canonicalText(open.body);
  const { ranges } = anchorPassage(indexText(text), passage.selectors);
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return <p className={styles.missing}>{notInText}</p>;
  const spans = textBlockSpans(open.body);
  const start = spans.findLast((span) => span.start <= first.start)?.start ?? first.start;
  const end = spans.find((span) => span.end >= last.end)?.end ?? last.end;
  return (
    <p
      className={styles.paragraph}
      data-label={passage.label}
      lang={open.article.bibliography.language ?? undefined}
      dir="auto"
    >
      {ranges.map((range, index) => (
        <Fragment key={range.start}>
          {text.slice(ranges[index - 1]?.end ?? start, range.start)}
          <mark>{text.slice(range.start, range.end)}</mark>
        </Fragment>
      ))}
      {text.slice(last.end, end)}
    </p>
  );
};

/** The meaning of the relative dates in a passage, as on its card in the reader. */
export const printDatesOf = ({ article, about, body }: OpenArticle, { selectors }: Passage): string => {
  const text = canonicalText(body);
  const published = effectiveBibliography(article, about);
  const spans = textBlockSpans(body);
  const { ranges } = anchorPassage(indexText(text), selectors);
  const dates = ranges.flatMap((range) =>
    spans
      .filter(({ start, end }) => start < range.end && end > range.start)
      .flatMap((span) => datesInBlock(text, span, published))
      .filter(isDateWithin(range)),
  );
  return printDates(dates);
};

const PreviewOf = ({ row, open, passage, field, onField, onLeave, terms }: PreviewOfProps) => {
  useStandAside(field !== null);
  useReadyNames(useSources().rows);
  const dates = useMemo(() => printDatesOf(open, passage), [open, passage]);
  const struck = useMemo(() => struckWordsOf(open, passage), [open, passage]);
  const setField = (next: CardField | null): void => {
    onField(next);
    if (next === null) onLeave();
  };
  return (
    <section
      className={styles.card}
      aria-label="The passage"
      onKeyDownCapture={leaveOnEscape(() => setField(null))}
    >
      {terms === undefined || row.region !== null ? (
        <PassageInText open={open} passage={passage} />
      ) : (
        <HitsInText open={open} passage={passage} terms={terms} />
      )}
      <PassageCard
        articleId={row.articleId}
        passage={passage}
        dates={dates}
        struck={struck}
        publication={row.publication}
        tasks={open.tasks.filter(({ passageId }) => passageId === row.id)}
        page={row.page ?? undefined}
        paragraph={row.paragraph}
        findSpeaker={() => findSpeakerOf(open, passage)}
        findParagraphs={() => findParagraphsOf(open, passage)}
        relationCount={row.relationCount}
        isOpen
        field={field}
        onField={setField}
        onOpen={() => undefined}
        onEdit={editPassageOf(row.articleId, row.id)}
      />
    </section>
  );
};

/** The passage in the other versions of its article, collapsed. */
const OtherVersions = ({ row }: { readonly row: PassageRow }) => {
  const others = row.readings.filter(({ passageId }) => passageId !== row.id);
  if (others.length === 0) return null;
  return (
    <Disclosure className={styles.versions} name={printCount(others.length, 'other version')}>
      {others.map(({ articleId, passageId, version, printed }) => (
        <ButtonRow key={passageId} onPress={() => goTo({ view: 'articles', articleId, passageId })}>
          <RowBody
            look="quote"
            title={printed}
            meta={version === null ? null : `Version ${version.number} of ${version.count}`}
          />
        </ButtonRow>
      ))}
    </Disclosure>
  );
};

/** Closes the preview, and keeps it closed beside the page. */
export const ClosePreview = ({ onPress }: { readonly onPress: () => void }) => (
  <div className={styles.close}>
    <IconButton
      icon={X}
      label="Close the preview"
      keys={usePrintedKey('pane.margin')}
      isSmall
      onPress={onPress}
    />
  </div>
);

/** The selected passage in its paragraph, with its details. */
export const PassagePreview = ({ row, onOpen, isShown, onClose, ...card }: PassagePreviewProps) => {
  const { data: open } = useQuery(articleOpen, row === undefined ? null : { articleId: row.articleId });
  const passage = open?.passages.find(({ id }) => id === row?.id);
  return (
    <SidePanel label="Preview" isShown={isShown} onClose={onClose}>
      <ClosePreview
        onPress={() => {
          card.onLeave();
          onClose();
        }}
      />
      {row === undefined ? (
        <EmptyState title="Select a passage">
          The passage is shown here in its paragraph. Press <Kbd keys="Enter" /> to go to the article.
        </EmptyState>
      ) : (
        <div className={styles.preview}>
          <header className={styles.where}>
            <h2 dir="auto">{row.articleTitle ?? 'Untitled'}</h2>
            <p>
              {joinFacts([
                row.publication?.name,
                row.publishedAt === null ? null : printDay(row.publishedAt),
                printRowPlace(row),
                printRowVersion(row),
              ])}
            </p>
          </header>
          {open !== undefined && passage !== undefined && (
            <PreviewOf key={row.id} row={row} open={open} passage={passage} {...card} />
          )}
          <OtherVersions row={row} />
          <Button onPress={onOpen}>
            Show in article <Kbd keys="Enter" />
          </Button>
        </div>
      )}
    </SidePanel>
  );
};

/** Shows the selection in a drawer, if there is no room for it beside the page. */
export const PreviewButton = ({ onPress }: { readonly onPress: () => void }) => (
  <IconButton icon={PanelRight} label="Preview" keys={usePrintedKey('pane.margin')} onPress={onPress} />
);

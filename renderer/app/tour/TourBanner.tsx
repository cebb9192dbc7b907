import { type ReactNode, useEffect, useRef } from 'react';
import { labelCommandId } from '#domain/command/label-commands.ts';
import { labels, labelTable } from '#domain/passage/label.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './tour.module.css';
import { endTour, goToStep, leaveTour, stepBeside, type TourStep, tourSteps, useTour } from './tour-state.ts';

const LabelKeys = () =>
  labels.map((label) => (
    <span key={label}>
      <CommandKbd command={labelCommandId(label)} /> {labelTable[label].name.toLowerCase()}{' '}
    </span>
  ));

const texts: Readonly<Record<TourStep, { readonly title: string; readonly text: ReactNode }>> = {
  read: {
    title: 'Read',
    text: (
      <>
        The text of an article never changes, and its paragraphs are numbered for citations. Add your own with{' '}
        <CommandKbd command="import.clipboard" /> (paste) or <CommandKbd command="import.files" /> (files), or
        drop files on the window.
      </>
    ),
  },
  mark: {
    title: 'Mark',
    text: (
      <>
        Select words with the mouse or <Kbd keys="Shift" /> and the arrows;{' '}
        <CommandKbd command="passage.grow" /> takes the whole sentence. Then press one key for a passage:{' '}
        <LabelKeys />
      </>
    ),
  },
  say: {
    title: 'Judge it',
    text: (
      <>
        The card beside a passage says who said it (<CommandKbd command="passage.source" />
        ), what it is about (
        <CommandKbd command="passage.tags" />) and how it is graded (<CommandKbd command="passage.grade" />
        ). <CommandKbd command="passage.note" /> adds a note, <CommandKbd command="passage.task" /> a task.{' '}
        <CommandKbd command="edit.undo" /> undoes any of it.
      </>
    ),
  },
  find: {
    title: 'Find again',
    text: (
      <>
        Find every passage by words, tag, speaker, grade or day, and save any search.{' '}
        <CommandKbd command="search.archive" /> searches whole articles too, and{' '}
        <CommandKbd command="palette.open" /> finds anything by its name.
      </>
    ),
  },
  write: {
    title: 'Write the memo',
    text: (
      <>
        <CommandKbd command="memo.new" /> starts a memo, <CommandKbd command="passage.cite" /> cites a passage
        in it. Every quotation leads back to its article. <CommandKbd command="memo.export" /> makes a PDF, a
        Word file or an e-mail.
      </>
    ),
  },
};

/** Of what is there the sample is shown, which has everything to be seen; else what came last. */
const preferred = <Row extends { readonly isSample: boolean }>(rows: readonly Row[]): Row | undefined =>
  rows.find(({ isSample }) => isSample) ?? rows[0];

const newest = { filter: {}, order: 'newest', limit: 20 } as const;

/**
 * Where each step of the tour is shown: in the sample, in the newest of an archive without it, or in an empty view.
 * Null until it is known.
 */
const useTourPlaces = (): Readonly<Record<TourStep, () => void>> | null => {
  const { data: articles } = useQuery('article:list', newest);
  const { data: memos } = useQuery('memo:list', {});
  const marked = articles?.filter(({ passageCount }) => passageCount > 0) ?? [];
  const article = preferred(marked) ?? articles?.[0];
  const { data: passages } = useQuery(
    'passage:list',
    article === undefined ? null : { filter: { articleId: article.id }, limit: 20 },
  );
  if (articles === undefined || memos === undefined || (article !== undefined && passages === undefined))
    return null;

  // One of which all is said: who said it, and what it is worth.
  const told = passages?.rows.find(({ speaker, grade }) => speaker !== null && !isUngraded(grade));
  const read = (): void => goTo({ view: 'articles', articleId: article?.id ?? null });
  return {
    read,
    mark: read,
    say:
      told === undefined
        ? read
        : () => goTo({ view: 'articles', articleId: told.articleId, passageId: told.id }),
    find: () => goTo({ view: 'passages' }),
    write: () => goTo({ view: 'memos', memoId: preferred(memos)?.id ?? null }),
  };
};

const Step = ({ step }: { readonly step: TourStep }) => {
  const places = useTourPlaces();
  const isReady = places !== null;
  const next = stepBeside(step, 1);
  const previous = stepBeside(step, -1);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step goes to its place once, and is read out as it comes
  useEffect(() => {
    places?.[step]();
    heading.current?.focus();
  }, [step, isReady]);
  return (
    <section className={styles.tour} aria-label="Tour" data-pane tabIndex={-1}>
      <div className={styles.words}>
        <h2 ref={heading} tabIndex={-1}>
          {texts[step].title}{' '}
          <span className="quiet-words">
            {tourSteps.indexOf(step) + 1} of {tourSteps.length}
          </span>
        </h2>
        <p>{texts[step].text}</p>
      </div>
      <div className={styles.acts}>
        <Button variant="quiet" onPress={leaveTour}>
          Leave
        </Button>
        <Button isDisabled={previous === undefined} onPress={() => goToStep(previous)}>
          Back
        </Button>
        <Button variant="primary" onPress={() => (next === undefined ? endTour() : goToStep(next))}>
          {next === undefined ? 'Done' : 'Next'}
        </Button>
      </div>
    </section>
  );
};

/** Five steps through the window, above what they speak of. It can be left, and goes on from the Help menu. */
export const TourBanner = () => {
  const { step, isOpen } = useTour();
  return isOpen ? <Step step={step} /> : null;
};

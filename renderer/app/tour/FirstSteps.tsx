import { Check } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import type { CommandId } from '#domain/command/command-table.ts';
import { labelCommandId } from '#domain/command/label-commands.ts';
import { type ArticleRow, articleList } from '#domain/contract/article.ts';
import { type PassageRow, passageList } from '#domain/contract/passage.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useReturnedFocus } from '#renderer/ui/focus/return-focus.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo, usePlace } from '#renderer/window/navigation.ts';
import { TourMark } from './TourMark.tsx';
import styles from './tour.module.css';
import { leaveTour, type TourStep, tourSteps, useTour } from './tour-state.ts';

type StepWords = {
  readonly name: string;
  readonly command: CommandId;
  /** The instruction, before and after the key. */
  readonly before: string;
  readonly after: string;
  readonly more: ReactNode;
};

const words: Readonly<Record<TourStep, StepWords>> = {
  mark: {
    name: 'Highlight a sentence',
    command: labelCommandId('1'),
    before: 'Select a sentence and press',
    after: '',
    more: (
      <>
        Drag over it, or press <CommandKbd command="pane.next" />, then <Kbd keys="Shift+ArrowDown" />.
      </>
    ),
  },
  grade: {
    name: 'Grade it',
    command: 'passage.grade',
    before: 'Press',
    after: ' and grade it',
    more: 'A letter for the source, a digit for what it says.',
  },
  cite: {
    name: 'Cite it in a memo',
    command: 'passage.cite',
    before: 'Press',
    after: ' and choose a memo',
    more: 'The citation leads back to these words.',
  },
};

const newest = { filter: {}, order: 'newest', limit: 20 } as const;

/** The article for the first steps: the sample, or the newest article if that was removed. */
const useTourArticle = (): ArticleRow | null | undefined => {
  const { data: articles } = useQuery(articleList, newest);
  if (articles === undefined) return undefined;
  return articles.find(({ isSample, passageCount }) => isSample && passageCount > 0) ?? articles[0] ?? null;
};

type Progress = {
  readonly done: Readonly<Record<TourStep, boolean>>;
  /** The first open step; null once all are done. */
  readonly step: TourStep | null;
  /** The newest passage. */
  readonly made: PassageRow | undefined;
};

/** Progress is read from the archive's records, so that undo takes a step back. */
const useProgress = (article: ArticleRow | null | undefined): Progress | null => {
  const before = useTour((state) => state.before);
  const { data } = useQuery(passageList, article == null ? null : { filter: { articleId: article.id } });
  useEffect(() => {
    if (data !== undefined && before === null) useTour.setState({ before: data.rows.map(({ id }) => id) });
  }, [data, before]);
  if (data === undefined || before === null) return null;
  const own = data.rows.filter(({ id }) => !before.includes(id));
  const done = {
    mark: own.length > 0,
    grade: own.some(({ grade }) => !isUngraded(grade)),
    cite: own.some(({ citedIn }) => citedIn.length > 0),
  };
  const step = tourSteps.find((each) => !done[each]) ?? null;
  return { done, step, made: own.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0] };
};

const Instruction = ({ step }: { readonly step: TourStep }) => {
  const { command, before, after, more } = words[step];
  return (
    <>
      <strong>
        {before} <CommandKbd command={command} />
        {after}
      </strong>
      <span>{more}</span>
    </>
  );
};

type StepListProps = Progress & {
  /** Whether the mark beside the text gives the instruction. */
  readonly isMarked: boolean;
  readonly onShow: (() => void) | null;
};

type StepItemProps = Pick<StepListProps, 'done' | 'isMarked' | 'onShow'> & { readonly each: TourStep };

/** The instruction of the current step, unless the mark shows it beside the text. */
const StepAtHand = ({ each, isMarked, onShow }: Omit<StepItemProps, 'done'>) => {
  const isSaidHere = !isMarked && onShow === null;
  return (
    <>
      {!isSaidHere && <StepName each={each} />}
      <p className={isSaidHere ? styles.how : 'visually-hidden'}>
        <Instruction step={each} />
      </p>
      {onShow !== null && (
        <Button isSmall onPress={onShow}>
          Show the article
        </Button>
      )}
    </>
  );
};

const StepName = ({ each }: Pick<StepItemProps, 'each'>) => (
  <span className={styles.name}>
    {words[each].name} <CommandKbd command={words[each].command} />
  </span>
);

const StepList = ({ step, ...props }: StepListProps) => (
  <ol className={joinClasses('plain-list', styles.steps)}>
    {tourSteps.map((each, at) => {
      const isDone = props.done[each];
      return (
        <li key={each} aria-current={each === step ? 'step' : undefined} data-done={isDone || undefined}>
          <span className={styles.number}>{isDone ? <Check size={14} aria-label="Done:" /> : at + 1}</span>
          {each === step ? <StepAtHand {...props} each={each} /> : <StepName each={each} />}
        </li>
      );
    })}
  </ol>
);

const AllDone = () => (
  <p className={styles.how}>
    <strong>All done.</strong>
    <span>Now import an article of your own.</span>
    <Button isSmall onPress={() => runCommand('import.files')}>
      Import files… <CommandKbd command="import.files" />
    </Button>
  </p>
);

type StepsProps = Progress & { readonly article: ArticleRow };

const Steps = ({ article, ...progress }: StepsProps) => {
  const { step, made, done } = progress;
  const place = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isMarked, setIsMarked] = useState(false);
  const isThere = place.view === 'articles' && place.articleId === article.id;
  const show = (): void =>
    goTo({ view: 'articles', articleId: article.id, passageId: step === 'mark' ? null : (made?.id ?? null) });
  const asked = useTour((state) => state.asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps begin at their article each time they are asked for
  useEffect(() => {
    if (step !== null) show();
    // Once a passage is made it takes the focus, and keys act on it.
    if (step === null || step === 'mark') heading.current?.focus();
  }, [asked]);
  return (
    <>
      {isThere && step !== null && (
        <TourMark
          key={`${step} ${asked}`}
          step={step}
          quote={step === 'mark' ? null : (made?.quote ?? null)}
          onShown={setIsMarked}
        >
          <Instruction step={step} />
        </TourMark>
      )}
      <Frame count={tourSteps.filter((each) => done[each]).length} heading={heading}>
        {step === null ? (
          <AllDone />
        ) : (
          <StepList {...progress} isMarked={isThere && isMarked} onShow={isThere ? null : show} />
        )}
      </Frame>
    </>
  );
};

type FrameProps = {
  readonly count: number;
  readonly heading?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
};

const Frame = ({ count, heading, children }: FrameProps) => {
  const isDone = count === tourSteps.length;
  return (
    // It counts as the reader for keys: a key with nothing to act on says so. F6 leads to the text.
    <section
      className={styles.frame}
      aria-label="First steps"
      data-pane
      data-leads-to="reader"
      data-single-keys
      data-tour-list
      tabIndex={-1}
    >
      <h2 ref={heading} tabIndex={-1}>
        First steps{' '}
        <span className="quiet-words" aria-live="polite">
          {count} of {tourSteps.length}
        </span>
      </h2>
      {children}
      <Button isSmall variant="quiet" onPress={() => runCommand('help.guide')}>
        Open the guide
      </Button>
      <Button isSmall variant="quiet" onPress={() => leaveTour(isDone)}>
        {isDone ? 'Done' : 'Skip'}
      </Button>
    </section>
  );
};

const OpenSteps = () => {
  useReturnedFocus();
  const article = useTourArticle();
  const progress = useProgress(article);
  if (article === null)
    return (
      <Frame count={0}>
        <p className={styles.how}>
          <span>Import an article first.</span>
          <Button isSmall onPress={() => runCommand('import.files')}>
            Import files… <CommandKbd command="import.files" />
          </Button>
        </p>
      </Frame>
    );
  return article === undefined || progress === null ? null : <Steps article={article} {...progress} />;
};

/** Three steps to try, in a row above the status bar. Closed, they can be resumed from the Help menu. */
export const FirstSteps = () => (useTour((state) => state.isOpen) ? <OpenSteps /> : null);

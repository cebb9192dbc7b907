import { Button as AriaButton } from 'react-aria-components';
import { candidateCommandId } from '#domain/command/candidate-commands.ts';
import type { PassageToReview, QuoteInText, ReviewCandidate } from '#domain/contract/review.ts';
import type { PictureRegion } from '#domain/passage/region/picture-region.ts';
import { compareWords } from '#domain/text/sequences/compare-words.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { RegionThumb } from '#renderer/parts/passage/RegionThumb.tsx';
import { WordRuns } from '#renderer/parts/versions/WordRuns.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './review.module.css';
import { printDifference, printScore, printVersion } from './review-words.ts';

type ComparedProps = {
  readonly text: QuoteInText;
  /** The same on the other side, where it is shown there. */
  readonly other: QuoteInText | null;
  readonly side: 'old' | 'fresh';
};

/** A quote in its text; words that the other side has not are marked, in what stands around the quote too. */
const Compared = ({ text, other, side }: ComparedProps) => {
  const runsOf = (part: 'before' | 'quote' | 'after') => {
    const [own, its] = [text[part], other?.[part] ?? text[part]];
    return side === 'old' ? compareWords(own, its).old : compareWords(its, own).fresh;
  };
  const only = side === 'old' ? 'del' : 'ins';
  return (
    <p className={joinClasses('differing-words', styles.text)}>
      <span className={styles.around}>
        <WordRuns runs={runsOf('before')} only={only} />
      </span>
      <mark>
        <WordRuns runs={runsOf('quote')} only={only} />
      </mark>
      <span className={styles.around}>
        <WordRuns runs={runsOf('after')} only={only} />
      </span>
    </p>
  );
};

/** The pixels of a region, and what is said of it. */
const RegionFigure = ({ region, words }: { readonly region: PictureRegion; readonly words: string }) => (
  <div>
    <RegionThumb region={region} room={{ width: 420, height: 280 }} />
    <p>{words}</p>
  </div>
);

const printParagraph = (paragraph: number | null): string => (paragraph === null ? '' : ` ¶${paragraph}`);

type CandidateProps = {
  readonly candidate: ReviewCandidate;
  readonly rank: number;
  readonly item: PassageToReview;
  readonly onTake: (rank: number) => void;
};

/** The key that takes the candidate of that rank, from 0; nothing where it has none. */
export const CandidateKbd = ({ rank }: { readonly rank: number }) => {
  const command = candidateCommandId(rank + 1);
  return command === null ? null : <CommandKbd command={command} />;
};

const CandidateOf = ({ candidate, rank, item, onTake }: CandidateProps) => (
  <AriaButton className={styles.candidate ?? ''} onPress={() => onTake(rank)}>
    <span className={styles.candidateHead}>
      <CandidateKbd rank={rank} />
      <span className={styles.score}>{printScore(candidate.score)}</span>
      <span className={styles.bar} aria-hidden>
        <i style={{ width: `${Math.round(candidate.score * 100)}%` }} />
      </span>
      <span>{printParagraph(candidate.paragraph)}</span>
      {printDifference(candidate) !== null && (
        <span className={styles.difference}>{printDifference(candidate)}</span>
      )}
      <span className={styles.verb}>{item.kind === 'moved' ? 'Confirm' : 'Move passage here'}</span>
    </span>
    <Compared text={candidate} other={item.old.region === null ? item.old : null} side="fresh" />
  </AriaButton>
);

export type PassageReviewDetailProps = {
  readonly item: PassageToReview;
  readonly onTake: (rank: number) => void;
  readonly onKeep: () => void;
};

/** Old text beside new text, with every place that the passage may have, and its score. */
export const PassageReviewDetail = ({ item, onTake, onKeep }: PassageReviewDetailProps) => {
  const { old, candidates, kind } = item;
  const version = printVersion(old.version);
  return (
    <>
      <div className={styles.sides} data-label={item.label}>
        <PageSection
          level={3}
          label={`Text of ${version}`}
          title={
            <>
              <span>
                Text of {version}
                {printParagraph(old.paragraph)}
              </span>
              <LabelSign label={item.label} />
            </>
          }
        >
          {old.region === null ? (
            <Compared text={old} other={candidates[0] ?? null} side="old" />
          ) : (
            <RegionFigure region={old.region} words={old.quote} />
          )}
          {old.version !== null && (
            <Button
              isSmall
              variant="quiet"
              onPress={() => goTo({ view: 'articles', articleId: old.articleId, passageId: old.passageId })}
            >
              Open in {version}
            </Button>
          )}
        </PageSection>
        <PageSection
          level={3}
          label="New version"
          title="New version"
          empty={candidates.length === 0 ? 'No place in it resembles the passage.' : undefined}
        >
          {candidates.map((candidate, rank) => (
            <CandidateOf
              key={candidate.ranges.map(({ start }) => start).join()}
              candidate={candidate}
              rank={rank}
              item={item}
              onTake={onTake}
            />
          ))}
        </PageSection>
      </div>
      {kind !== 'moved' && (
        <footer className={styles.acts}>
          <Button onPress={onKeep}>
            Keep, unplaced <CommandKbd command="needs.keep" />
          </Button>
          <p>
            The passage keeps the {old.region === null ? 'words' : 'picture'} of {version}. You can cite it
            from there; it appears only in the margin.
          </p>
        </footer>
      )}
    </>
  );
};

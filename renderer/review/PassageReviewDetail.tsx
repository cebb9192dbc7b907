import { candidateCommandId } from '#domain/command/candidate-commands.ts';
import type { PassageToReview, QuoteInText, ReviewCandidate } from '#domain/contract/review.ts';
import { isInPlace } from '#domain/passage/carried.ts';
import type { AroundChange } from '#domain/passage/carry/changes-around.ts';
import type { PictureRegion } from '#domain/passage/region/picture-region.ts';
import { capital } from '#domain/text/capital.ts';
import { compareWords } from '#domain/text/sequences/compare-words.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { RegionThumb } from '#renderer/parts/passage/RegionThumb.tsx';
import { WordRuns } from '#renderer/parts/versions/WordRuns.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { ReviewFoot } from './ReviewFoot.tsx';
import styles from './review.module.css';
import {
  aroundNames,
  printDifference,
  printFresh,
  printReason,
  printScore,
  printVersion,
} from './review-words.ts';

type ComparedProps = {
  readonly text: QuoteInText;
  /** The quote on the other side, if shown there. */
  readonly other: QuoteInText | null;
  readonly side: 'old' | 'fresh';
};

/** A quote in its context; words that the other side lacks are marked, also around the quote. */
const Compared = ({ text, other, side }: ComparedProps) => {
  const runsOf = (part: 'before' | 'quote' | 'after') => {
    const [own, its] = [text[part], other?.[part] ?? text[part]];
    return side === 'old' ? compareWords(own, its).old : compareWords(its, own).fresh;
  };
  const only = side === 'old' ? 'del' : 'ins';
  return (
    <p className={joinClasses('differing-words', styles.text)} dir="auto">
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

/** The pixels of a region, and its description. */
const RegionFigure = ({ region, words }: { readonly region: PictureRegion; readonly words: string }) => (
  <div>
    <RegionThumb region={region} room={{ width: 420, height: 280 }} />
    <p>{words}</p>
  </div>
);

/** The paragraph, and the heads of a table's row and column: a head that the other side lacks is marked. */
const Place = ({ text, other, side }: ComparedProps) => {
  const [own, its] = [text, other ?? text].map(({ heads }) => heads.join(' × ')) as [string, string];
  const runs = side === 'old' ? compareWords(own, its).old : compareWords(its, own).fresh;
  return (
    <span className={joinClasses('differing-words', styles.place)} dir="auto">
      {text.paragraph !== null && `¶${text.paragraph} `}
      {own !== '' && <WordRuns runs={runs} only={side === 'old' ? 'del' : 'ins'} />}
    </span>
  );
};

type CandidateProps = {
  readonly candidate: ReviewCandidate;
  readonly rank: number;
  readonly item: PassageToReview;
};

/** The key that accepts the match of that rank, from 0; renders nothing if it has none. */
export const CandidateKbd = ({ rank }: { readonly rank: number }) => {
  const command = candidateCommandId(rank + 1);
  return command === null ? null : <CommandKbd command={command} />;
};

const CandidateOf = ({ candidate, rank, item }: CandidateProps) => (
  <section
    className={styles.candidate}
    aria-label={isInPlace(item.kind) ? 'Place now' : `Match ${rank + 1}`}
    data-best={(rank === 0 && !isInPlace(item.kind)) || undefined}
  >
    <p className={styles.candidateHead}>
      <CandidateKbd rank={rank} />
      <Place text={candidate} other={item.old} side="fresh" />
      {printDifference(candidate) !== null && (
        <span className={styles.difference}>{printDifference(candidate)}</span>
      )}
      <span className={styles.bar} aria-hidden>
        <i style={{ width: `${Math.round(candidate.score * 100)}%` }} />
      </span>
      <span className={styles.score}>{printScore(candidate.score)}</span>
    </p>
    <Compared text={candidate} other={item.old.region === null ? item.old : null} side="fresh" />
  </section>
);

/** One difference around the passage: the words that only one version has are marked. */
const Around = ({ change: { kind, was, is } }: { readonly change: AroundChange }) => {
  const runs = compareWords(was ?? '', is ?? '');
  return (
    <li className="differing-words">
      <span className={styles.place}>{aroundNames[kind]}</span>
      {was !== null && (
        <p className={styles.text} dir="auto">
          <WordRuns runs={runs.old} only="del" />
        </p>
      )}
      {is !== null && (
        <p className={styles.text} dir="auto">
          <WordRuns runs={runs.fresh} only="ins" />
        </p>
      )}
    </li>
  );
};

/** What is different in the sentence of the passage, beside it, and in notes on the article. */
const AroundList = ({ around }: Pick<PassageToReview, 'around'>) =>
  around.length === 0 ? null : (
    <PageSection level={3} label="Different around the passage" title="Different around the passage">
      <ul className="plain-list">
        {around.map((change) => (
          <Around key={`${change.kind} ${change.was} ${change.is}`} change={change} />
        ))}
      </ul>
    </PageSection>
  );

/** That nothing has to be done: the place is right, or what is different beside it changes nothing. */
const confirmNames = ({ around }: PassageToReview): string =>
  around.length === 0 ? 'Confirm' : 'Still says the same';

/** The primary act first, then the others in order, each with its key. */
const Acts = ({ item, onTake, onKeep }: PassageReviewDetailProps) => {
  const { old, candidates, kind } = item;
  const version = printVersion(old);
  return (
    <ReviewFoot>
      {candidates.map((candidate, rank) => (
        <Button
          key={candidate.ranges.map(({ start }) => start).join()}
          variant={rank === 0 ? 'primary' : 'plain'}
          onPress={() => onTake(rank)}
        >
          {isInPlace(kind) ? confirmNames(item) : `Move to match ${rank + 1}`} <CandidateKbd rank={rank} />
        </Button>
      ))}
      {!isInPlace(kind) && (
        <Button onPress={onKeep}>
          Keep, unplaced <CommandKbd command="needs.keep" />
        </Button>
      )}
      {old.version !== null && (
        <Button
          variant="quiet"
          onPress={() => goTo({ view: 'articles', articleId: old.articleId, passageId: old.passageId })}
        >
          Open in {version}
        </Button>
      )}
      {!isInPlace(kind) && (
        <p>
          An unplaced passage keeps the {old.region === null ? 'words' : 'picture'} of {version}. You can
          still cite it.
        </p>
      )}
    </ReviewFoot>
  );
};

/** What the marks in both columns mean. */
const Legend = ({ version, fresh }: { readonly version: string; readonly fresh: string }) => (
  <p className={joinClasses('differing-words', styles.legend)}>
    <del>Struck through</del> is only in {version}. <ins>Underlined</ins> is only in the {fresh}.
  </p>
);

export type PassageReviewDetailProps = {
  readonly item: PassageToReview;
  readonly onTake: (rank: number) => void;
  readonly onKeep: () => void;
};

/** Old text beside new text, with every possible match of the passage, and its score. */
export const PassageReviewDetail = (props: PassageReviewDetailProps) => {
  const { item } = props;
  const { old, candidates } = item;
  const [version, fresh] = [printVersion(old), printFresh(old)];
  const reason = printReason(item);
  return (
    <>
      {reason !== null && <p className={styles.reason}>{reason}</p>}
      <AroundList around={item.around} />
      <div className={styles.sides} data-label={item.label}>
        <PageSection
          level={3}
          label={`Text of ${version}`}
          title={
            <>
              <span>Text of {version}</span>
              <LabelSign label={item.label} />
            </>
          }
        >
          <div className={styles.candidate}>
            <p className={styles.candidateHead}>
              <Place text={old} other={candidates[0] ?? null} side="old" />
            </p>
            {old.region === null ? (
              <Compared text={old} other={candidates[0] ?? null} side="old" />
            ) : (
              <RegionFigure region={old.region} words={old.quote} />
            )}
          </div>
        </PageSection>
        <PageSection
          level={3}
          label={capital(fresh)}
          title={capital(fresh)}
          empty={candidates.length === 0 ? `Nothing in the ${fresh} resembles the passage.` : undefined}
        >
          {candidates.map((candidate, rank) => (
            <CandidateOf
              key={candidate.ranges.map(({ start }) => start).join()}
              candidate={candidate}
              rank={rank}
              item={item}
            />
          ))}
        </PageSection>
      </div>
      {old.region === null && candidates.length > 0 && <Legend version={version} fresh={fresh} />}
      <Acts {...props} />
    </>
  );
};

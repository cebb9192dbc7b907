import { printHasNo } from '#domain/article/bibliography/print-missing-fields.ts';
import type { ConflictNeed, Need } from '#domain/contract/needs.ts';
import { AlteredTextActs } from '#renderer/parts/article/altered-text/AlteredTextActs.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { PageHead } from '#renderer/ui/pages/PageHead.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { printHappened, titleOfConflict, titleOfFault, titleOfLoss } from '../need-words.ts';
import styles from '../needs.module.css';
import { goToMissingField, mergeSameName, openNeed } from '../settle-need.ts';
import { ConflictDetail } from './ConflictDetail.tsx';
import { EvidenceDetail } from './EvidenceDetail.tsx';
import { FaultDetail } from './FaultDetail.tsx';
import { LeftCopyDetail } from './LeftCopyDetail.tsx';
import { LossDetail } from './LossDetail.tsx';
import { PassageNeedDetail } from './PassageNeedDetail.tsx';
import { RepairDetail } from './RepairDetail.tsx';

export type NeedDetailProps = {
  readonly need: Need;
  /** All that waits. */
  readonly needs: readonly Need[];
  /** "3 of 7" */
  readonly progress: string;
  readonly onTake: (rank: number) => void;
  readonly onKeep: () => void;
  readonly onSee: () => void;
};

type PartProps = Omit<NeedDetailProps, 'progress'>;

const isConflict = (need: Need): need is ConflictNeed => need.kind === 'conflict';

const titleOf = (need: Need): string => {
  switch (need.kind) {
    case 'file-repaired':
      return need.title ?? need.file;
    case 'conflict':
      return titleOfConflict(need);
    case 'copy-left':
    case 'same-name':
      return need.name;
    case 'thing-lost':
      return titleOfLoss(need);
    case 'file-unreadable':
      return titleOfFault(need);
    case 'evidence-changed':
      return need.title;
    case 'citation-incomplete':
    case 'text-altered':
      return need.articleTitle ?? need.firstWords;
    default:
      return need.articleTitle ?? 'Untitled';
  }
};

const Part = ({ need, needs, onSee, ...acts }: PartProps) => {
  switch (need.kind) {
    case 'file-repaired':
      return <RepairDetail need={need} onSee={onSee} />;
    case 'conflict':
      return (
        <ConflictDetail
          need={need}
          alike={needs.filter(isConflict).filter(({ from }) => from === need.from)}
        />
      );
    case 'thing-lost':
      return <LossDetail need={need} onAccept={onSee} />;
    case 'copy-left':
      return <LeftCopyDetail need={need} />;
    case 'same-name':
      return (
        <div className={styles.acts}>
          <p>
            Merging keeps everything both stand on, and everything noted on either. If they mean different
            things, rename one instead.
          </p>
          <Button variant="primary" onPress={() => void mergeSameName(need)}>
            Merge the two {need.of === 'tag' ? 'tags' : 'sources'}
          </Button>
          <Button onPress={() => openNeed(need)}>
            Open the newer one <Kbd keys="Enter" />
          </Button>
        </div>
      );
    case 'file-unreadable':
      return <FaultDetail need={need} />;
    case 'text-altered':
      return (
        <div className={styles.altered}>
          <p>
            It can be read, but not highlighted, cited or exported. Your passages and the original file were
            left as they are.
          </p>
          <AlteredTextActs articleId={need.articleId} isAccepted={false} onRestored={() => undefined} />
          <Button onPress={() => openNeed(need)}>
            Open the article <Kbd keys="Enter" />
          </Button>
        </div>
      );
    case 'citation-incomplete':
      return (
        <div className={styles.acts}>
          <p>It has {printHasNo(need.missingFields)}. The fields stand in the article’s details.</p>
          <Button variant="primary" onPress={() => goToMissingField(need)}>
            Fill in what is missing <Kbd keys="Enter" />
          </Button>
        </div>
      );
    case 'evidence-changed':
      return <EvidenceDetail need={need} />;
    default:
      return <PassageNeedDetail need={need} {...acts} />;
  }
};

/** One thing that waits, and what can be done about it. */
export const NeedDetail = ({ need, progress, ...acts }: NeedDetailProps) => (
  <>
    <PageHead>
      <p className={styles.progress}>{progress}</p>
      <h2>{titleOf(need)}</h2>
      <p className={styles.sentence}>{printHappened(need)}</p>
    </PageHead>
    <div>
      <Part need={need} {...acts} />
    </div>
  </>
);

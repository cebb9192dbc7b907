import { Languages } from 'lucide-react';
import type { ResolvedCitation } from '#domain/contract/memo.ts';
import type { LaterReading } from '#domain/memo/citations/later-reading.ts';
import { sayStanding } from '#domain/memo/citations/standing-words.ts';
import { printPlace } from '#domain/memo/document/print-pinpoints.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { isMachineMade } from '#domain/translation/translation.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { Quote } from '#renderer/parts/passage/Quote.tsx';
import { sayMaker } from '#renderer/parts/translation/translations.ts';
import { Readings } from '#renderer/parts/versions/WordRuns.tsx';
import styles from './floats.module.css';

const MAX_LINES = 6;

const troubles = {
  ok: null,
  changed: 'The passage has changed since it was cited.',
  retranslated: 'The translation has changed since it was cited.',
  altered: 'The text of its article was changed after the import.',
  deleted: 'The passage or its article is in the trash.',
  missing: 'The passage is not in this archive.',
} as const;

/** The corresponding words in the newest version of the article. */
export const Later = ({ later }: { readonly later: LaterReading }) => (
  <div>
    <p className={later.standing === 'same' ? styles.citedFrom : styles.citedTrouble}>{sayStanding(later)}</p>
    {later.standing !== 'same' && later.is !== null && <Readings was={later.was} is={later.is} />}
  </div>
);

/** Whose translation is shown, and the original. */
const Translated = ({ language, maker, original }: NonNullable<ResolvedCitation['translated']>) => (
  <div className={styles.translated} data-machine={isMachineMade({ maker }) || undefined}>
    <p className={styles.citedFrom}>
      <Languages size={13} aria-hidden /> {joinFacts([nameOfLanguage(language), sayMaker(maker)])}. Original:
    </p>
    <Quote text={original} lines={MAX_LINES} />
  </div>
);

/** Details of a citation: the words, the speaker, the grade, and how it compares with newer versions. */
export const CitationFacts = ({ known }: { readonly known: ResolvedCitation }) => {
  const { printed, speaker, publication, articleTitle, grade, state } = known;
  return (
    <>
      {printed !== '' && <Quote text={printed} lines={MAX_LINES} />}
      {known.translated !== undefined && <Translated {...known.translated} />}
      <p className={styles.citedFrom}>
        <GradeSign grade={grade} /> {joinFacts([speaker, publication, articleTitle, printPlace(known)])}
      </p>
      {troubles[state] !== null && <p className={styles.citedTrouble}>{troubles[state]}</p>}
      {troubles[state] === null && known.later !== undefined && <Later later={known.later} />}
    </>
  );
};

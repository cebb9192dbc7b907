import type { Passage } from '#domain/passage/passage.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { originOfSpeaker, useSources } from '../../../source/use-sources.ts';
import type { PassageCardProps } from '../card-props.ts';
import { usePosts } from '../manner/use-posts.ts';
import styles from '../passage-card.module.css';
import { basisNames, mannerNames, printSpeaker } from './print-speaker.ts';

type WhoLinesProps = Pick<PassageCardProps, 'passage' | 'publication' | 'field' | 'onField'>;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** How it was said: what the line above does not say already, and never nothing where something is set. */
const sayHow = ({ manner, basis }: Passage, who: string): string => {
  const terms = basis === null ? [] : [basisNames[basis]];
  const news = terms.filter((words) => !who.includes(words));
  const how = manner === null ? [] : [mannerNames[manner]];
  return capital([...how, ...(how.length === 0 ? terms : news)].join(' · '));
};

/** The origin of the speaker, where his own name does not say it. Passages of one origin confirm nothing. */
const useOrigin = ({ sourceId }: Passage): string | null => {
  const { byId } = useSources();
  const origin = originOfSpeaker(byId, sourceId);
  if (origin === null) return null;
  return origin.id === sourceId ? 'independent origin' : `origin: ${origin.name}`;
};

/** Who says so, how it was said, and of what origin that is. Each is a button to its field. */
export const WhoLines = ({ passage, publication, field, onField }: WhoLinesProps) => {
  const sources = useSources();
  const origin = useOrigin(passage);
  const who = printSpeaker(passage, publication, sources);
  // Without a speaker it is the manner that stands in his place.
  const isManner = passage.sourceId === null;
  const how = isManner && who !== '' ? '' : sayHow(passage, who);
  // The dates of the post that is said; asked for where one is.
  const term = usePosts(passage, (passage.post ?? '') !== '').find(({ post }) => post === passage.post);
  const button = (words: string, its: 'source' | 'manner', title?: string) => (
    <button
      type="button"
      title={title}
      className={joinClasses('word-button', styles.speakerButton)}
      aria-expanded={field === its}
      onClick={() => onField(field === its ? null : its)}
    >
      {words}
    </button>
  );
  return (
    <>
      {who !== '' && button(who, isManner ? 'manner' : 'source', term?.wording)}
      {(how !== '' || origin !== null) && (
        <div className={styles.howLine}>
          {how !== '' && button(how, 'manner')}
          {origin !== null && <span className={styles.origin}>{origin}</span>}
        </div>
      )}
    </>
  );
};

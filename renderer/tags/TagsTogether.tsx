import type { TagRow } from '#domain/contract/tag.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { printPath } from '#renderer/parts/tag/use-tags.ts';
import { PageSection } from '#renderer/ui/pages/PageSection.tsx';
import { ButtonRow } from '#renderer/ui/rows/ButtonRow.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import styles from './tags.module.css';

const showPassages = (text: string): void => {
  setViewState('passages.text', text);
  goTo({ view: 'passages' });
};

/** The tags that stand on the same passages; each leads to the passages that have both. Nothing where there is none. */
export const TagsTogether = ({ tag }: { readonly tag: TagRow }) => {
  const soFar = useSoFar();
  const { data = [] } = useQuery('tag:together', { tagId: tag.id }, { keepsPrevious: true });
  if (data.length === 0) return null;
  return (
    <PageSection title="Co-occurs with" count={`${data.length}${soFar}`}>
      <div className={styles.together}>
        {data.map(({ tagId, path, count, text }) => (
          <ButtonRow key={tagId} onPress={() => showPassages(text)}>
            <span className={styles.pair} title="Show the passages that have both">
              <span dir="auto">{printPath(path)}</span>
              <span className={styles.count}>{count.toLocaleString('en-GB')}</span>
            </span>
          </ButtonRow>
        ))}
      </div>
    </PageSection>
  );
};

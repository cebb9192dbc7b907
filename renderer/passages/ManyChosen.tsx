import type { PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { countPassages } from '#renderer/parts/memo/cite-in-memo.ts';
import place from '#renderer/parts/passage/preview/preview.module.css';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { SidePanel, type SidePanelProps } from '#renderer/ui/collections/SidePanel.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './passages.module.css';

const MAX_TAGS = 12;

export type ManyChosenProps = Pick<SidePanelProps, 'isShown' | 'onClose'> & {
  readonly ids: readonly PassageId[];
};

/** In the place of the preview, while many are chosen: what they have in common. */
export const ManyChosen = ({ ids, isShown, onClose }: ManyChosenProps) => {
  const { byId } = useTags();
  const { data } = useQuery('passage:selection', { passageIds: [...ids] }, { keepsPrevious: true });
  const articles = data === undefined ? '' : ` in ${printCount(data.articleCount, 'article')}`;
  return (
    <SidePanel label="Preview" isShown={isShown} onClose={onClose}>
      <div className={place.preview}>
        <header className={place.where}>
          <h2>
            {countPassages(ids.length)}
            {articles}
          </h2>
          <p>
            What you press now applies to all of them, as one undo step. <Kbd keys="Escape" /> returns to one.
          </p>
        </header>
        {data !== undefined && data.tags.length > 0 && (
          <dl className={styles.shared}>
            {data.tags.slice(0, MAX_TAGS).map(({ tagId, count }) => (
              <div key={tagId}>
                <dt>{printPath(byId.get(tagId)?.path ?? [])}</dt>
                <dd>{count.toLocaleString('en-GB')}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </SidePanel>
  );
};

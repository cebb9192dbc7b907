import { printCount } from '#domain/print-count.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { HitsInText } from '#renderer/parts/passage/preview/HitsInText.tsx';
import place from '#renderer/parts/passage/preview/preview.module.css';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useToday } from '#renderer/window/today.ts';
import { hitMeta } from '../results/hit-meta.ts';
import type { HitProps } from './hit-preview-props.ts';

/** An article at the first place of what was sought. */
export const ArticleHit = ({ hit, terms, onOpen }: HitProps) => {
  const today = useToday();
  const { articleId } = hit;
  const { data: open } = useQuery('article:open', articleId === null ? null : { articleId });
  return (
    <div className={place.preview}>
      <header className={place.where}>
        <h2 dir="auto">
          <MarkedParts text={hit.title} marks={markTerms(hit.title, terms)} />
        </h2>
        <p>
          {hitMeta(hit, today)}
          {open !== undefined && ` · ${printCount(open.passages.length, 'passage')}`}
        </p>
      </header>
      {open !== undefined && <HitsInText open={open} passage={null} terms={terms} />}
      <Button onPress={onOpen}>
        Show in article <Kbd keys="Enter" />
      </Button>
    </div>
  );
};

import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { printRowPlace } from '#renderer/parts/passage/line/print-row-place.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from '../figure.module.css';

type CitedRegionProps = { readonly cited: NonNullable<FigureAttrs['cited']> };

/** The passage that a figure shows: what it is worth, where it stands, and the way there. It is printed below the figure. */
export const CitedRegion = ({ cited: { articleId, passageId } }: CitedRegionProps) => {
  const { data: rows } = useQuery('passage:rows', { passageIds: [passageId] });
  const row = rows?.[0];
  if (rows === undefined) return null;
  if (row === undefined)
    return (
      <p className={styles.missing} role="alert">
        The passage that it shows is in the trash, or not in this archive.
      </p>
    );
  const { region, label, grade, articleTitle } = row;
  return (
    <div className={styles.cited}>
      <LabelSign label={label} />
      <GradeSign grade={grade} />
      <span className="clipped">
        {region === null ? 'A passage' : `Region of a ${region.of}`} in {articleTitle ?? 'Untitled'}{' '}
        {printRowPlace(row)}
      </span>
      <Button isSmall variant="quiet" onPress={() => goTo({ view: 'articles', articleId, passageId })}>
        Show in article
      </Button>
    </div>
  );
};

import type { TextRange } from '#domain/passage/selector.ts';
import { type Layer, rangeLayer } from '../drawing/layer.ts';
import type { PreparedArticle } from '../text/prepare-article.ts';
import styles from '../text/text.module.css';
import type { ArticleDates } from './article-dates.ts';

/** A quiet dotted line under the relative dates near the window; each names where it begins. */
export const dateLayer = (
  { map }: Pick<PreparedArticle, 'map'>,
  dates: ArticleDates,
  window: TextRange,
): Layer =>
  rangeLayer(map, dates.near(window), ({ start }) => ({
    class: styles.date ?? '',
    'data-date': String(start),
  }));

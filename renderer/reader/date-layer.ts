import type { ArticleDates } from './article-dates.ts';
import { drawEach, type Layer } from './drawing/layer.ts';
import styles from './text/text.module.css';

/** A quiet dotted line under the relative dates, found as their block is drawn; each names where it begins. */
export const dateLayer =
  (dates: Pick<ArticleDates, 'near'>): Layer =>
  (block) =>
    drawEach(block, dates.near(block), ({ start }) => ({
      class: styles.date ?? '',
      'data-date': String(start),
    }));

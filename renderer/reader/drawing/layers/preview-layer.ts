import type { Label } from '#domain/passage/label.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { PreparedArticle } from '../../text/prepare-article.ts';
import styles from '../../text/text.module.css';
import { type Layer, rangeLayer } from './layer.ts';

/** The ranges of a passage as they would be, while its boundaries are moved. */
export const previewLayer = (
  { map }: Pick<PreparedArticle, 'map'>,
  ranges: readonly TextRange[],
  label: Label,
): Layer => rangeLayer(map, ranges, () => ({ class: styles.preview ?? '', 'data-label': label }));

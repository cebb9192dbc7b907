import { type Key, ListLayout } from 'react-aria-components';

/**
 * The layout of a long list that always renders the focused row. React Aria's own does so except if the row was laid
 * out before and is beyond the rendered rows since the list was reordered: Tab then reaches no row.
 */
export class RowLayout<T> extends ListLayout<T> {
  override getVisibleLayoutInfos(
    ...[rect]: Parameters<ListLayout<T>['getVisibleLayoutInfos']>
  ): ReturnType<ListLayout<T>['getVisibleLayoutInfos']> {
    const visible = super.getVisibleLayoutInfos(rect);
    const isDrawn = (key: Key): boolean => visible.some((info) => info.key === key);
    const missing = [...(this.virtualizer?.persistedKeys ?? [])].filter(
      (key) => this.layoutNodes.has(key) && !isDrawn(key),
    );
    if (missing.length === 0) return visible;
    // Unknown nodes are laid out: see ListLayout.getLayoutInfo.
    for (const key of missing) this.layoutNodes.delete(key);
    return super.getVisibleLayoutInfos(rect);
  }
}

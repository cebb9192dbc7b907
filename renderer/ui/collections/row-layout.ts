import { type Key, ListLayout } from 'react-aria-components';

/**
 * The layout of a long list, in which the row that has the focus is always drawn. React Aria's own lays it out wherever
 * it is, but not where it was laid out before and stands beyond the drawn rows since the list got another order: no row
 * can be reached by Tab then.
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
    // What is not known is laid out: see ListLayout.getLayoutInfo.
    for (const key of missing) this.layoutNodes.delete(key);
    return super.getVisibleLayoutInfos(rect);
  }
}

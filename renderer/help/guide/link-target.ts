import type { GuidePage } from './guide-page.ts';
import { textOf } from './guide-page.ts';
import { slugOf } from './slug-of.ts';

/** A page, and the heading in it that is meant: null for its beginning. */
export type GuidePlace = { readonly page: GuidePage; readonly heading: string | null };

const hasHeading = ({ nodes }: GuidePage, slug: string): boolean =>
  nodes.some((node) => node.type === 'heading' && slugOf(textOf(node)) === slug);

/**
 * Where a place leads, `user-guide#encryption`: a page of that id, else the page of that document with that heading. Null
 * where there is no such page: a link to another document, or out of the guide.
 */
export const placeOf = (pages: readonly GuidePage[], place: string): GuidePlace | null => {
  const exact = pages.find(({ id }) => id === place);
  if (exact !== undefined) return { page: exact, heading: null };
  const [document, heading] = place.split('#');
  if (heading === undefined) return null;
  const page = pages.find((each) => each.document === document && hasHeading(each, heading));
  return page === undefined ? null : { page, heading };
};

/** The place that a link in `document` names: `#encryption`, `teams.md`, `teams.md#with-git`; null for any other. */
export const placeOfLink = (document: string, url: string): string | null => {
  if (url.startsWith('#')) return `${document}${url}`;
  const [, name, heading = ''] = /^([\w-]+)\.md(#[\w-]+)?$/u.exec(url) ?? [];
  return name === undefined ? null : `${name}${heading}`;
};

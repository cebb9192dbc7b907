import type { FoundMetadata } from '#domain/article/article.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { addressOf } from '#domain/article/bibliography/doi.ts';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import { withPublisherOfHost } from '#domain/article/publisher-of-host.ts';
import type { BroughtAbout } from '#domain/exchange/brought.ts';
import type { CalendarDate } from '#domain/time.ts';

const said = (
  value: string | null,
): { readonly value: string; readonly foundIn: 'other-tool' } | undefined =>
  value === null ? undefined : { value, foundIn: 'other-tool' };

/** What the other tool says of an article comes before what is found in its text. */
export const foundOf = (about: BroughtAbout, found: FoundMetadata): FoundMetadata => {
  const ofTool = {
    title: said(about.title),
    byline: said(about.byline),
    publisher: said(about.publisher),
    publishedAt: said(about.publishedAt),
    url: said(addressOf(about)),
    doi: said(about.doi),
    language: said(about.language),
  };
  return withPublisherOfHost({
    ...found,
    ...Object.fromEntries(Object.entries(ofTool).filter(([, value]) => value !== undefined)),
  });
};

/** The bibliography of an article that is brought in; a type that nothing says is that of a web page. */
export const bibliographyOf = (
  { type }: BroughtAbout,
  found: FoundMetadata,
  accessedAt: CalendarDate,
): Bibliography => {
  const bibliography = bibliographyFromFound(found, accessedAt);
  return { ...bibliography, type: type ?? (found.type === undefined ? 'webpage' : bibliography.type) };
};

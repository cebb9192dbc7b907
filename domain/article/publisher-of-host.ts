import type { FoundMetadata } from './article.ts';
import { HOST_TABLE } from './host-table.ts';

const namesByHost: ReadonlyMap<string, string> = new Map(
  HOST_TABLE.trim()
    .split('\n')
    .map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)] as const;
    }),
);

/** The host of an address of the web, without a user before it and a port behind it; null for any other. */
const hostOf = (url: string): string | null =>
  /^https?:\/\/(?:[^/?#\\]*@)?([^/?#\\:@]+)(?::\d*)?(?:[/?#]|$)/iu.exec(url)?.[1]?.toLowerCase() ?? null;

/**
 * The publisher at `url`, by the longest part of its host that is in the table: "news.un.org" before "un.org".
 * Null where no part is, and for text that is not an address.
 */
export const publisherOfUrl = (url: string): string | null => {
  const labels = (hostOf(url) ?? '').replace(/\.$/u, '').split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const name = namesByHost.get(labels.slice(from).join('.'));
    if (name !== undefined) return name;
  }
  return null;
};

/** The findings, with the publisher by its address where nothing else names one. */
export const withPublisherOfHost = (found: FoundMetadata): FoundMetadata => {
  if (found.publisher !== undefined || found.url === undefined) return found;
  const name = publisherOfUrl(found.url.value);
  return name === null ? found : { ...found, publisher: { value: name, foundIn: 'host' } };
};

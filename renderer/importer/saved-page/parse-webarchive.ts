/** A page as Safari saves it (.webarchive): a property list of the page and its resources, each with its address. */
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { parseText } from '../parse-text.ts';
import { articleOfSavedPage, type SavedPage } from './article-of-saved-page.ts';
import { picturesByAddress, type SavedPart } from './pictures-by-address.ts';
import { openPropertyList, type PropertyValue } from './property-list.ts';

type Resource = SavedPart & { readonly charset: string | null };

/** Null for one without data. */
const resourceOf = (resource: PropertyValue): Resource | null => {
  const bytes = resource.at('WebResourceData')?.data() ?? null;
  if (bytes === null) return null;
  const text = (key: string): string | null => resource.at(key)?.text() ?? null;
  return {
    bytes,
    type: text('WebResourceMIMEType')?.toLowerCase() ?? '',
    location: text('WebResourceURL'),
    charset: text('WebResourceTextEncodingName'),
  };
};

/** The page itself: its frames are other pages. */
const savedPageOf = (archive: PropertyValue, main: Resource): SavedPage => {
  const beside = archive.at('WebSubresources')?.items() ?? [];
  const parts = beside.map(resourceOf).filter((part) => part !== null);
  return {
    bytes: main.bytes,
    charset: main.charset,
    address: main.location,
    pictures: picturesByAddress(parts, main.location),
  };
};

/** The page that Safari has saved; null if it shows no text, or is not a page but a picture, for example. */
export const parseWebarchive = (bytes: Uint8Array): ParsedArticle | null => {
  const archive = openPropertyList(bytes);
  const resource = archive.at('WebMainResource');
  const main = resource === null ? null : resourceOf(resource);
  if (main === null) return null;
  if (main.type === 'text/plain') return parseText(new TextDecoder().decode(main.bytes));
  return /^(?:text\/html|application\/xhtml\+xml|)$/.test(main.type)
    ? articleOfSavedPage(savedPageOf(archive, main))
    : null;
};

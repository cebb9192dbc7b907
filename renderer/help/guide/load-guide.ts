/** The documents that the window shows as its help, from the project's own files, in the order in which they are listed. */
import { type GuideDocument, readGuideDocument } from './guide-page.ts';

const files = import.meta.glob<string>('../../../docs/{user-guide,other-tools,teams}.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../docs/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const order = ['user-guide', 'other-tools', 'teams'];

const byName = (found: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(found).map(([path, value]) => [path.replace(/^.*\/([^/]+)\.\w+$/u, '$1'), value]));

const pictureUrls = byName(pictures);

/** The address of a picture of the guide by its name without ending, e.g. `reader-dark`. */
export const pictureUrl = (name: string): string | undefined => pictureUrls.get(name);

const documents = byName(files);

export const guide: readonly GuideDocument[] = order.flatMap((name) => {
  const markdown = documents.get(name);
  return markdown === undefined ? [] : [readGuideDocument(name, markdown)];
});

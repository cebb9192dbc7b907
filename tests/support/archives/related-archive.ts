/** An archive of two articles whose passages may be related: some by one office, some by another. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { TAGS_VERSION } from '#domain/archive/files.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { sampleSource, sampleTag } from '../archive/sample-records.ts';
import { paragraphs } from '../texts/paragraphs.ts';
import { rangeOf } from '../texts/range-of.ts';
import { articleWithPassages, makeReaderArchive } from './reader-archive.ts';

export const portTitle = 'Port report';
export const diversTitle = 'Divers speak';
export const quotes = {
  lock: 'The lock gate cracked on Monday',
  office: 'the port office denied any damage',
  divers: 'Divers photographed a cracked lock gate',
  shut: 'the quay stays shut until May',
} as const;

const port = sampleSource('Port office', { kind: 'organisation' });
const pilot = sampleSource('Pilot', { parentId: port.id });
const club = sampleSource('Divers club', { kind: 'organisation' });
const tag = sampleTag('Lock');

const articleOf = (title: string, text: string, said: readonly (readonly [string, Partial<Passage>])[]) => {
  const ranges = said.map(([quote]) => rangeOf(text, quote));
  const article = articleWithPassages(title, paragraphs(...text.split('\n')), ranges);
  const passages = article.annotations.passages.map((passage, at) => ({ ...passage, ...said[at]?.[1] }));
  return { ...article, annotations: { ...article.annotations, passages } };
};

/** Writes it into `folder`. */
export const makeRelatedArchive = async (folder: string): Promise<void> => {
  await makeReaderArchive(folder, [
    articleOf(portTitle, `${quotes.lock}, a pilot said.\nBut ${quotes.office}.`, [
      [quotes.lock, { sourceId: pilot.id, tagIds: [tag.id] }],
      [quotes.office, { sourceId: port.id }],
    ]),
    articleOf(diversTitle, `${quotes.divers} this week.\nFor now ${quotes.shut}.`, [
      [quotes.divers, { sourceId: club.id, tagIds: [tag.id] }],
      [quotes.shut, { sourceId: pilot.id }],
    ]),
  ]);
  await writeFile(
    join(folder, 'sources.json'),
    serialiseContent({ version: 1, sources: [port, pilot, club] }),
  );
  await writeFile(join(folder, 'tags.json'), serialiseContent({ version: TAGS_VERSION, tags: [tag] }));
};

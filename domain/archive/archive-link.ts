/** A file `NAME.precis`: it names an archive, so that a double click on it opens the archive. */
import { z } from 'zod';

export const ARCHIVE_LINK_ENDING = 'precis';

const archiveLinkSchema = z.strictObject({
  format: z.literal('precis-link'),
  version: z.literal(1),
  /** The folder of the archive, from the folder of the link on where both are on one disk; with `/` on every system. */
  archive: z.string().min(1),
});

export const printArchiveLink = (archive: string): string =>
  `${JSON.stringify({ format: 'precis-link', version: 1, archive: archive.replaceAll('\\', '/') }, null, 2)}\n`;

/** The folder that a link names; null where the text is no such link. */
export const readArchiveLink = (text: string): string | null => {
  try {
    return archiveLinkSchema.safeParse(JSON.parse(text)).data?.archive ?? null;
  } catch {
    return null;
  }
};

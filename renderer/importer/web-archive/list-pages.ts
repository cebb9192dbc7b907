/**
 * The other pages of a web archive, each as a separate file: a WARC of its record and those of its pictures, unchanged.
 */
import { MAX_OFFERED } from '#domain/article/attachment.ts';
import { MAX_ATTACHMENT_NAME_LENGTH } from '#domain/article/draft/import-remarks.ts';
import type { AttachedFile } from '../mail/read-mail.ts';
import { decodeAddressPart } from '../package/package-parts.ts';
import { readArchive } from './article-of-archive.ts';
import type { Capture } from './records/read-captures.ts';
import { joinBytes } from './records/unpack.ts';
import { createShownBy, type ShownByPage } from './shown-by-page.ts';
import type { WebArchive } from './web-archive.ts';

/** For all offered files: the page sends no more to main. */
const MAX_FILES_BYTES = 128 * 1024 ** 2;

/** "Strait closed (https://harbour.example/strait, 2024-04-22)" */
const nameOf = ({ address, date }: Capture, title: string): string => {
  const day = /^\d{4}-\d\d-\d\d/.exec(date)?.[0];
  const where = day === undefined ? address : `${address}, ${day}`;
  return (title === '' ? where : `${title} (${where})`).slice(0, MAX_ATTACHMENT_NAME_LENGTH);
};

const fileNameOf = ({ address }: Capture): string => {
  const { host, pathname } = new URL(address);
  const last =
    decodeAddressPart(pathname)
      .split('/')
      .findLast((part) => part !== '') ?? host;
  return `${last.replace(/\.(?:x?html?|php|aspx?)$/i, '')}.warc`;
};

/** The offer for each other page of `archive`, at most MAX_OFFERED. */
export const listPages = (archive: WebArchive): readonly AttachedFile[] => {
  const read = readArchive(archive);
  const shownBy = createShownBy(archive);
  let left = MAX_FILES_BYTES;
  const fileOf = (capture: Capture, { pictures }: ShownByPage): Uint8Array | null => {
    const spans = [capture, ...pictures].flatMap((each) =>
      each.original === null ? [each] : [each, each.original],
    );
    const records = spans.map(({ start, end }) => archive.unpacked.subarray(start, end));
    const length = records.reduce((sum, record) => sum + record.length, 0);
    if (length > left) return null;
    left -= length;
    return joinBytes(records);
  };
  return (read?.others ?? []).slice(0, MAX_OFFERED).map((page) => {
    const { capture } = page;
    const shown = shownBy(page);
    return {
      name: nameOf(capture, shown.title),
      fileName: fileNameOf(capture),
      read: () => fileOf(capture, shown),
    };
  });
};

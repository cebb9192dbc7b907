import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readManifest } from '#electron/export/verify/read-manifest.ts';

const wordDocument = (properties: string): Uint8Array =>
  zipSync({ 'docProps/custom.xml': strToU8(properties) });

describe('the manifest of a forged file', () => {
  it.each([
    ['elements that never end', '<property '.repeat(200_000)],
    ['names without end', `<property ${'name="PrecisManifest1" '.repeat(200_000)}`],
  ])('is none, and is read in one pass over %s', (_, properties) => {
    expect(readManifest(wordDocument(properties))).toBeNull();
  });

  it('is none where a PDF has attachments without end, and not each is looked for', () => {
    const attachments = '/Type/EmbeddedFile stream '.repeat(200_000);
    expect(readManifest(strToU8(`%PDF-1.7\n${attachments}`))).toBeNull();
  });
});

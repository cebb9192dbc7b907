// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { dataAddressOf } from '#renderer/importer/picture/data-address.ts';
import {
  embedPictures,
  MAX_EMBEDDED_BYTES,
  UNREADABLE_PICTURE,
} from '#renderer/importer/picture/embed-pictures.ts';

it('draws a small picture behind one that is too large for all', () => {
  const small = Uint8Array.of(1, 2, 3);
  const files = new Map([
    ['large.png', new Uint8Array(MAX_EMBEDDED_BYTES + 1)],
    ['small.png', small],
  ]);
  document.body.innerHTML = '<img src="large.png"><img src="small.png"><img src="elsewhere.png">';
  embedPictures(document, (address) => files.get(address) ?? null);
  const sources = [...document.images].map((image) => image.getAttribute('src'));
  expect(sources).toEqual([UNREADABLE_PICTURE, dataAddressOf(small), 'elsewhere.png']);
});

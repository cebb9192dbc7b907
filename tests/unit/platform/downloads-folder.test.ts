import { expect, it } from 'vitest';
import { downloadsFolder } from '#electron/platform/archive-places.ts';

it('is what the system names, and no home folder', () => {
  expect(downloadsFolder('/home/ana/Téléchargements', '/home/ana')).toBe('/home/ana/Téléchargements');
  expect(downloadsFolder('/data/ana/in', '/home/ana')).toBe('/data/ana/in');
  expect(downloadsFolder('/home/ana/', '/home/ana')).toBe('/home/ana/Downloads');
});

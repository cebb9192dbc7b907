import { describe, expect, it } from 'vitest';
import {
  billOfMaterials,
  isPermitted,
  listThirdParty,
  packageFolderOf,
} from '../../../scripts/app/third-party.mjs';

describe('the packages of others in the app', () => {
  it.each([
    ['/p/node_modules/react/index.js', '/p/node_modules/react'],
    ['/p/node_modules/@tiptap/core/dist/index.js?url', '/p/node_modules/@tiptap/core'],
    ['\0/p/node_modules/a/node_modules/b/c.js', '/p/node_modules/a/node_modules/b'],
    ['C:\\p\\node_modules\\zod\\v4\\index.js', 'C:/p/node_modules/zod'],
    ['/p/renderer/main.tsx', null],
  ])('are found from a module: %s', (moduleId, folder) => {
    expect(packageFolderOf(moduleId)).toBe(folder);
  });

  it.each([
    ['MIT', true],
    ['(MPL-2.0 OR Apache-2.0)', true],
    ['MIT AND OFL-1.1', true],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-only', false],
    ['none', false],
  ])('are under a permitted licence: %s', (licence, permitted) => {
    expect(isPermitted(licence)).toBe(permitted);
  });

  it('are those that are bundled and those that are loaded at run time, with texts', () => {
    const react = new URL('../../../node_modules/react', import.meta.url).pathname;
    const packages = listThirdParty([react]);
    const named = Object.fromEntries(packages.map((each) => [each.name, each]));
    expect(Object.keys(named)).toEqual(
      expect.arrayContaining(['react', 'node-sqlite3-wasm', '@parcel/watcher', 'detect-libc']),
    );
    expect(named.react?.text).toContain('Permission is hereby granted');
    expect(named.vitest).toBeUndefined();
    expect(billOfMaterials(packages)).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'precis' } },
      components: expect.arrayContaining([
        expect.objectContaining({ purl: `pkg:npm/%40parcel/watcher@${named['@parcel/watcher']?.version}` }),
      ]),
    });
  });
});

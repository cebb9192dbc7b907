import { describe, expect, it } from 'vitest';
import { isNetworkPath } from '#electron/platform/archive-of.ts';

describe('a path of another machine', () => {
  it.each([
    '\\\\host\\share',
    '//host/share',
    '\\/host/share',
    '\\\\?\\UNC\\host\\x',
    '\\\\.\\pipe\\x',
    '\\??\\C:\\x',
  ])('is %j on Windows', (path) => {
    expect(isNetworkPath(path, 'win32')).toBe(true);
  });

  it.each(['C:\\work', '..\\desk', '/work', 'desk'])('is not %j', (path) => {
    expect(isNetworkPath(path, 'win32')).toBe(false);
    expect(isNetworkPath(path, 'linux')).toBe(false);
  });
});

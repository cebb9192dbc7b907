import { describe, expect, it } from 'vitest';
import { textEncodings } from '#domain/article/draft/text-encodings.ts';
import { encodingOfLabel } from '#electron/import/encoding/encoding-of-label.ts';

describe('encodingOfLabel', () => {
  it.each([
    ['latin1', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['cp1251', 'windows-1251'],
    ['x-sjis', 'shift_jis'],
    ['CP932', 'shift_jis'],
    ['gb2312', 'gb18030'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['UTF-32LE', 'utf-32le'],
    [' utf8 ', 'utf-8'],
  ])('knows %s', (label, encoding) => {
    expect(encodingOfLabel(label)).toBe(encoding);
  });

  it('knows every encoding by its own name', () => {
    expect(textEncodings.map(encodingOfLabel)).toEqual(textEncodings);
  });

  it.each(['', 'no-such', 'x-user-defined', 'hz-gb-2312'])('knows no %j', (label) => {
    expect(encodingOfLabel(label)).toBeNull();
  });
});

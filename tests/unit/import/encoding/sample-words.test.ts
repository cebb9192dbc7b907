import { describe, expect, it } from 'vitest';
import { sampleWords } from '#electron/import/read-text.ts';
import { encodeAs } from '../../../support/files/encode-as.ts';

const polish = (text: string) => encodeAs(text, 'iso-8859-2');

describe('sampleWords', () => {
  it('shows the words whose letters tell an encoding from another, each once', () => {
    const bytes = polish('The road from Kraków to Łódź\nand back to Kraków is długa');
    expect(sampleWords(bytes, 'iso-8859-2')).toBe('Kraków Łódź długa');
    expect(sampleWords(bytes, 'windows-1252')).toBe('Kraków £ód¼ d³uga');
  });

  it('takes words out of their tags', () => {
    expect(sampleWords(polish('<p class="x">Łódź</p>'), 'iso-8859-2')).toBe('Łódź');
  });

  it('is short, for a text without spaces too', () => {
    const bytes = encodeAs('双方尚未就时间表达成一致'.repeat(2000), 'gb18030');
    expect([...sampleWords(bytes, 'gb18030')].length).toBeLessThanOrEqual(81);
    expect(sampleWords(bytes, 'gb18030')).toContain('双方尚未');
  });

  it('is empty for a text of ASCII', () => {
    expect(sampleWords(Buffer.from('Plain.'), 'utf-8')).toBe('');
  });
});

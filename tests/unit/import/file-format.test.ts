import { describe, expect, it } from 'vitest';
import { formatOfFile } from '#electron/import/file-format.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('formatOfFile', () => {
  it.each([
    ['a.txt', 'txt'],
    ['A.TXT', 'txt'],
    ['notes.md', 'markdown'],
    ['notes.markdown', 'markdown'],
    ['page.html', 'html'],
    ['page.HTM', 'html'],
  ])('goes by the ending of %s', (name, format) => {
    expect(formatOfFile(name, bytes('anything'))).toBe(format);
  });

  it.each(['scan.pdf', 'report.docx', 'mail.eml', 'page.mhtml'])('can not read %s', (name) => {
    expect(formatOfFile(name, bytes('anything'))).toBeNull();
  });

  it('looks into a file whose name says nothing', () => {
    expect(formatOfFile('page', bytes('\n<!DOCTYPE html><p>x'))).toBe('html');
    expect(formatOfFile('page.aspx', bytes('\uFEFF<html lang="en"><p>x'))).toBe('html');
    expect(formatOfFile('README', bytes('A text that mentions <html> somewhere.'))).toBe('txt');
    expect(formatOfFile('cable.2024', bytes('A text.'))).toBe('txt');
  });
});

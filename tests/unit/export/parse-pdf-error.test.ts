import { describe, expect, it } from 'vitest';
import { parsePdfError } from '#electron/export/typst/compile-typst.ts';

const diagnostic = (message: string, hints = ''): string =>
  `SourceDiagnostic { severity: Error, span: Span(1), message: "${message}", trace: [], hints: [${hints}] }`;
const undisplayable = (text: string): string =>
  diagnostic(
    `PDF/UA-1 error: the text \`\\"${text}\\"\` could not be displayed with font \`\\"Inter\\"\``,
    '"try using a different font"',
  );

describe('the error text of a PDF that could not be made', () => {
  it('names each character once, in the order of the text', () => {
    const text = `[${['😀', 'ש', '😀'].map(undisplayable).join(', ')}]`;
    expect(parsePdfError(text)).toEqual({ characters: ['😀', 'ש'], messages: [] });
  });

  it.each([
    ['\\\\u{1}', '\u0001'],
    ['\\\\u{1f600}', '😀'],
    ['\\\\\\"', '"'],
    ['\\\\\\\\', '\\'],
    ['e\u0301', 'e\u0301'],
    ['`', '`'],
  ])('undoes both levels of escaping: %s', (escaped, character) => {
    expect(parsePdfError(`[${undisplayable(escaped)}]`).characters).toEqual([character]);
  });

  it('takes a forbidden code point for a character too', () => {
    const message = diagnostic('PDF/UA-1 error: the text contains the disallowed codepoint `\\"\\\\u{0}\\"`');
    expect(parsePdfError(`[${message}]`)).toEqual({ characters: ['\0'], messages: [] });
  });

  it('keeps every other message, each once', () => {
    const missing = diagnostic('PDF/UA-1 error: missing document title');
    expect(parsePdfError(`[${missing}, ${missing}, ${undisplayable('x')}]`)).toEqual({
      characters: ['x'],
      messages: ['PDF/UA-1 error: missing document title'],
    });
  });

  it('hands on a text in another shape as it is', () => {
    expect(parsePdfError('out of memory')).toEqual({ characters: [], messages: ['out of memory'] });
  });
});

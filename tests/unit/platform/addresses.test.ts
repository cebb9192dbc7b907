import { describe, expect, it } from 'vitest';
import { openableAddress, sourceUrlOfHtmlFormat } from '#electron/platform/addresses.ts';

describe('an address that the system is asked to open', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['https://exаmple.org/', 'https://xn--exmple-4nf.org/'],
    ['https://user:word@example.org/', 'https://user:word@example.org/'],
  ])('is shown as it is: %s', (href, shown) => {
    expect(openableAddress(href)).toBe(shown);
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'ms-msdt:/id',
    'app://precis/index.html',
    'example.org',
    '/relative',
    '',
  ])('is none: %s', (href) => {
    expect(openableAddress(href)).toBeNull();
  });
});

describe("Windows' HTML format of the clipboard", () => {
  it('says where the copied piece came from', () => {
    const content =
      'Version:0.9\r\nStartHTML:0000000105\r\nSourceURL:https://example.org/story?id=1\r\n<html><body>SourceURL:https://false.example/</body></html>';
    expect(sourceUrlOfHtmlFormat(content)).toBe('https://example.org/story?id=1');
  });

  it.each([
    'Version:0.9\r\n<html>SourceURL:https://false.example/</html>',
    'Version:0.9\r\nSourceURL:file:///C:/secret.html\r\n<html></html>',
    'Version:0.9\r\nSourceURL:about:blank\r\n<html></html>',
    '',
  ])('says nothing where there is no page: %j', (content) => {
    expect(sourceUrlOfHtmlFormat(content)).toBeNull();
  });
});

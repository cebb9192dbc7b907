/** The address in Windows' "HTML Format", which begins with lines of `Name:Value` before the HTML; else null. */
export function sourceUrlOfHtmlFormat(content: string): string | null {
  const head = content.slice(0, Math.max(0, content.indexOf('<')));
  return webAddress(/^SourceURL:(.*)$/m.exec(head)?.[1] ?? '');
}

/** `text` if it is the address of a web page; else null. */
export function webAddress(text: string): string | null {
  const address = text.trim();
  return /^https?:\/\//.test(address) && URL.canParse(address) ? address : null;
}

/** What the system may be asked to open: pages and mail, never a file or another program's scheme. */
const openableProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The full address of `href`, with its host in ASCII, so that look-alike letters are visible; null if it is not an
 * address, or not one that may be opened.
 */
export function openableAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return openableProtocols.has(url.protocol) ? url.href : null;
}

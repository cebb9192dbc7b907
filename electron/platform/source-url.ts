/** The address in Windows' "HTML Format", which opens with lines of `Name:Value` before the HTML; else null. */
export function sourceUrlOfHtmlFormat(content: string): string | null {
  const head = content.slice(0, Math.max(0, content.indexOf('<')));
  return webAddress(/^SourceURL:(.*)$/m.exec(head)?.[1] ?? '');
}

/** `text` where it is the address of a web page; else null. */
export function webAddress(text: string): string | null {
  const address = text.trim();
  return /^https?:\/\//.test(address) && URL.canParse(address) ? address : null;
}

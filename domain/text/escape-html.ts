const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `text` as the content of an element or of a quoted attribute: nothing of it is read as markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (mark) => escapes[mark] ?? mark);

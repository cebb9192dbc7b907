/** Bytes as a stream of a PDF. */
const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/**
 * A map from letters to private use characters (ISO 32000-1, 9.10.3): the drawn text is readable, the copied text is
 * not.
 */
const PRIVATE_LETTERS = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Private def
/CMapType 2 def
1 begincodespacerange
<00> <ff>
endcodespacerange
1 beginbfrange
<20> <7e> <e020>
endbfrange
endcmap
end
end`;

/** A page with these lines, whose text layer is garbage. */
export const garbledPdf = (lines: readonly string[]): Uint8Array => {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/gu, '\\$&')}) Tj T*`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(`BT /F1 14 Tf 20 TL 72 760 Td\n${shown}\nET`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
    stream(PRIVATE_LETTERS),
  ];
  const parts = ['%PDF-1.7\n'];
  const places = objects.map((object, at) => {
    const place = parts.join('').length;
    parts.push(`${at + 1} 0 obj\n${object}\nendobj\n`);
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = parts.join('').length;
  const size = objects.length + 1;
  parts.push(
    `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
  return new TextEncoder().encode(parts.join(''));
};

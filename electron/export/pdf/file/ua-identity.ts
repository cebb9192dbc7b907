/**
 * Makes a PDF/A-3a of Typst conform to PDF/UA-1 too. Typst claims one standard per file; only two things prevent such a
 * file from conforming to both: the title is not displayed in place of the file's name, and the XMP metadata does not
 * claim PDF/UA (ISO 14289-1, 5 and 7.1). PDF/A requires the schema of that claim to be declared beside it.
 */
import type { PdfFile } from './pdf-file.ts';

const catalog = /\/Type \/Catalog\b/u;
const metadata = /^\d+ 0 obj\s+<<\s+\/Length \d+\s+\/Type \/Metadata\b/u;

const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';
const item = (content: string): string => `<rdf:li rdf:parseType="Resource">${content}</rdf:li>`;
const property = item(
  [
    '<pdfaProperty:category>internal</pdfaProperty:category>',
    '<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>',
    '<pdfaProperty:name>part</pdfaProperty:name>',
    '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  ].join(''),
);
const schema = item(
  [
    '<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>',
    `<pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI>`,
    '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
    `<pdfaSchema:property><rdf:Seq>${property}</rdf:Seq></pdfaSchema:property>`,
  ].join(''),
);

/** The text to insert after each anchor; each anchor occurs exactly once. */
const claims: readonly (readonly [behind: string, put: string])[] = [
  ['xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"', ` xmlns:pdfuaid="${NAMESPACE}"`],
  ['<pdfaExtension:schemas><rdf:Bag>', schema],
  ['</pdfaExtension:schemas>', '<pdfuaid:part>1</pdfuaid:part>'],
];

const claim = (object: string): string => {
  const added = claims.reduce((text, [behind, put]) => {
    if (!text.includes(behind)) throw new Error(`the metadata of the PDF has no ${behind}`);
    return text.replace(behind, `${behind}${put}`);
  }, object);
  return added.replace(
    /\/Length (\d+)/u,
    (_, length: string) => `/Length ${Number(length) + added.length - object.length}`,
  );
};

/** Throws if the file is not a PDF/A-3a as written by Typst. */
export const withUaIdentity = (file: PdfFile): PdfFile => {
  let found = 0;
  const objects = file.objects.map((object) => {
    if (catalog.test(object.slice(0, 64))) {
      found += 1;
      return object.replace('/ViewerPreferences <<', '/ViewerPreferences <<\n    /DisplayDocTitle true');
    }
    if (!metadata.test(object.slice(0, 128))) return object;
    found += 1;
    return claim(object);
  });
  if (found !== 2) throw new Error('the PDF has no catalogue or no metadata');
  return { ...file, objects };
};

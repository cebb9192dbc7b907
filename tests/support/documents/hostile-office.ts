import { strToU8, zipSync } from 'fflate';

const pack = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (...related: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}</Relationships>`;

/** A workbook that claims every possible row and column, with a formula that requests `address`. */
export const farSheet = (address: string): Uint8Array =>
  pack({
    'xl/workbook.xml': `<workbook xmlns:r="${RELATED}"><sheets><sheet name="Far" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      `<Relationship Id="a" Type="${RELATED}/worksheet" Target="worksheets/a.xml"/>`,
      `<Relationship Id="b" Type="${RELATED}/externalLink" Target="${address}/book.xlsx" TargetMode="External"/>`,
    ),
    'xl/worksheets/a.xml': `<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1048576"><c r="XFD1048576" t="str"><f>WEBSERVICE("${address}/formula")</f><v>&lt;img src=${address}/cell&gt;</v></c></row></sheetData></worksheet>`,
  });

/** Slides whose pictures, links and sounds refer to `address`. */
export const actingSlides = (address: string): Uint8Array =>
  pack({
    'ppt/presentation.xml': `<p:presentation xmlns:p="urn:p" xmlns:r="${RELATED}"><p:sldIdLst><p:sldId r:id="a"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': rels(
      `<Relationship Id="a" Type="${RELATED}/slide" Target="slides/a.xml"/>`,
    ),
    'ppt/slides/a.xml': `<p:sld xmlns:p="urn:p" xmlns:a="urn:a" xmlns:r="${RELATED}"><p:cSld><p:spTree><p:pic><p:blipFill><a:blip r:link="b"/></p:blipFill></p:pic><p:sp><p:nvSpPr><p:cNvPr><a:hlinkClick r:id="b" action="ppaction://program"/></p:cNvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>&lt;script src=${address}/js&gt;&lt;/script&gt; Only words.</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
    'ppt/slides/_rels/a.xml.rels': rels(
      `<Relationship Id="b" Type="${RELATED}/image" Target="${address}/picture.png" TargetMode="External"/>`,
      `<Relationship Id="c" Type="${RELATED}/notesSlide" Target="${address}/notes.xml"/>`,
    ),
  });

/** Slides of OpenDocument whose pictures, links and sounds refer to `address`. */
export const actingOdp = (address: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.presentation'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="urn:o" xmlns:draw="urn:d" xmlns:text="urn:t" xmlns:xlink="urn:x" xmlns:presentation="urn:p"><office:body><office:presentation><draw:page><presentation:sound xlink:href="${address}/sound"/><draw:frame><draw:image xlink:href="${address}/picture.png" xlink:actuate="onLoad"/><draw:plugin xlink:href="${address}/film"/></draw:frame><draw:frame><draw:text-box><text:p>&lt;script src=${address}/js&gt;&lt;/script&gt; Only slides.</text:p></draw:text-box></draw:frame></draw:page></office:presentation></office:body></office:document-content>`,
    ),
  });

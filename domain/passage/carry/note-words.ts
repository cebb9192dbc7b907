/**
 * Words by which editors head a correction, a clarification or a note, in many languages. They help only: a sentence
 * beside a passage is compared whatever its words are.
 */
const spaced = `correction, corrections, corrected, clarification, clarified, editor's note, editors' note, erratum, retraction,
  an earlier version of this, a previous version of this, this article has been, this story has been, this article was,
  this story was, berichtigung, korrektur, richtigstellung, klarstellung, anmerkung der redaktion, anm. d. red,
  in einer früheren version, rectificatif, mise au point, note de la rédaction, ndlr, une version précédente,
  corrección, fe de errores, rectificación, aclaración, nota de la redacción, nota del editor, una versión anterior,
  correção, errata, erramos, esclarecimento, nota da redação, uma versão anterior, correzione, rettifica, precisazione,
  nota della redazione, una versione precedente, correctie, rectificatie, verduidelijking, noot van de redactie,
  in een eerdere versie, rättelse, förtydligande, i en tidigare version, rettelse, præcisering, presisering,
  i en tidligere versjon, i en tidligere version, oikaisu, korjaus, tarkennus, sprostowanie, korekta, wyjaśnienie,
  od redakcji, oprava, upřesnění, oprava, erată, rectificare, helyesbítés, düzeltme, tekzip, editörün notu,
  διόρθωση, διευκρίνιση, исправление, уточнение, поправка, опровержение, примечание редакции, от редакции,
  в предыдущей версии, виправлення, спростування, уточнення, від редакції, поправка, תיקון, הבהרה, הערת המערכת,
  تصحيح, توضيح, تنويه, ملاحظة المحرر, اصلاحیه, توضیح, शुद्धिपत्र, स्पष्टीकरण, সংশোধনী, koreksi, ralat, klarifikasi,
  catatan redaksi, đính chính, masahihisho`;
const unspaced =
  '更正, 訂正, 勘误, 勘誤, 编者按, 編者按, 澄清, お詫びと訂正, 編集部注, 정정, 바로잡습니다, แก้ไขข่าว, หมายเหตุบรรณาธิการ';

const anyOf = (list: string): string =>
  list
    .split(',')
    .map((word) => word.trim().replace(/\s+/gu, ' ').replaceAll('.', '\\.').replaceAll("'", "['’]"))
    .join('|');

const start = '(?:^|[\\n([*–—-]\\s*)';
/**
 * A heading word counts where a paragraph or a bracket begins with it, or where it is a phrase about this article.
 */
const phrases = anyOf(
  spaced
    .split(',')
    .filter((word) => word.trim().split(/\s+/u).length > 2)
    .join(','),
);

/** Finds the words of a note in a paragraph. */
export const noteWords = new RegExp(
  `${start}(?:${anyOf(spaced)}|${anyOf(unspaced)})(?![\\p{L}\\p{M}])|(?<![\\p{L}\\p{M}])(?:${phrases})(?![\\p{L}\\p{M}])|${start}(?:${anyOf(unspaced)})`,
  'iu',
);

/** The same words anywhere: only for the first and the last paragraph, where notes stand. */
export const noteWordAnywhere = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${anyOf(spaced)})(?![\\p{L}\\p{M}])|${anyOf(unspaced)}`,
  'iu',
);

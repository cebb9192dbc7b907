import { printKicker } from '#domain/memo/document/lay-document.ts';
import type { DocumentMarking, MemoDocument } from '#domain/memo/memo-document.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { cssString } from './css-string.ts';

/** TLP 2.0: on black, right-justified, 12 pt or larger; a colour is one of the doctrine's, written here as it is. */
const bandStyle = ({ textColour, background }: DocumentMarking): string =>
  `.band{text-align:right}.band b{display:inline-block;padding:.28em .6em;background:${background};color:${textColour};font:600 12pt/1.2 var(--sans);print-color-adjust:exact;-webkit-print-color-adjust:exact}`;

const { page } = printedWords;

const pageStyle = (document: MemoDocument): string => {
  const { marking, asOf } = document;
  const small = 'font:8.4pt Inter,"Segoe UI",Arial,sans-serif;color:#50575e';
  const band = (at: string): string =>
    marking === null
      ? ''
      : `@${at}{content:${cssString(marking.text)};font:600 12pt Inter,"Segoe UI",Arial,sans-serif;color:${marking.textColour};background:${marking.background};padding:0 6pt;margin:5mm 0;print-color-adjust:exact}`;
  return `@page{margin:28mm 25mm 25mm;@top-left{content:${cssString(printKicker(document))};${small}}${band('top-right')}@bottom-left{content:${cssString(`${printedWords.head.asOf} ${asOf}`)};${small}}@bottom-center{content:${cssString(`${page.page} `)} counter(page) ${cssString(` ${page.of} `)} counter(pages);${small}}${band('bottom-right')}}`;
};

const common = `
:root{--sans:Inter,"Segoe UI",Arial,sans-serif;--ink:#16191c;--soft:#50575e;--accent:#1b5a63;--rule:#c9cfd2;--faint:#dfe3e5;color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f4f5f5;color:var(--ink);font:12.5pt/1.5 "Source Serif 4","Source Serif Pro",Georgia,"Times New Roman",serif;overflow-wrap:break-word}
.sheet{max-width:49rem;margin:2rem auto;padding:2.6rem 3.4rem 3rem;background:#fff;border:1px solid var(--faint)}
.kicker{margin:0;color:var(--soft);font:500 9.5pt/1.4 var(--sans)}
.top{display:flex;gap:1rem;align-items:center;justify-content:space-between;margin-bottom:2.2rem}
h1{margin:0 0 1.1rem;font-size:23pt;font-weight:600;line-height:1.18;text-wrap:balance}
h2{margin:2rem 0 .6rem;color:var(--accent);font:600 11.5pt/1.35 var(--sans);break-after:avoid}
h3{margin:1.4rem 0 .4rem;font:600 10.5pt/1.35 var(--sans);break-after:avoid}
h4{margin:1.1rem 0 .3rem;font:italic 500 10pt/1.35 var(--sans);break-after:avoid}
.number{min-width:1.7em;margin-inline-end:.35em;display:inline-block;color:var(--soft);font:.82em/1 var(--sans);font-variant-numeric:tabular-nums}
p{margin:.75em 0;orphans:2;widows:2}
.logo{margin:0 0 2mm}
.logo img{display:block;max-width:100%}
.letterhead{margin:0;font:600 10.5pt/1.4 var(--sans)}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.1rem;margin:0 0 1.4rem;padding-bottom:1.3rem;border-bottom:1px solid var(--rule);font-size:11.2pt}
.facts dt{color:var(--soft);font:400 9.5pt/1.75 var(--sans)}
.facts dd{margin:0}
.bottom-line{margin:1.4rem 0;padding:.9rem 1.1rem;background:#eef4f3;border-inline-start:3px solid var(--accent);font-size:13.2pt;print-color-adjust:exact}
.bottom-line h2{margin:0 0 .3rem;font-size:10.5pt}
.bottom-line p:last-child{margin-bottom:0}
strong,b{font-weight:600}
a{color:var(--accent)}
.cite{color:var(--accent);font:600 .74em/1 var(--sans);white-space:nowrap}
.cite a{text-decoration:none}
.cite a:hover,.cite a:focus{text-decoration:underline}
sup{font-size:.7em;line-height:0}
sup a{text-decoration:none;font-family:var(--sans)}
.judgements,.sources{padding-inline-start:1.9rem}
.judgements>li,.sources>li{margin:1.05rem 0;break-inside:avoid}
.judgements>li>p:first-child,.sources>li>p:first-child{margin:0}
li::marker{color:var(--accent);font-family:var(--sans);font-size:.86em;font-weight:600;font-variant-numeric:tabular-nums}
li>p:first-child{margin-top:0}
li>p:last-child{margin-bottom:0}
.note{margin:.35rem 0 0;color:var(--soft);font:400 10pt/1.45 var(--sans)}
.note b{color:var(--ink)}
.quotation{margin:1.3rem 0;padding-inline-start:1rem;border-inline-start:2px solid #a9c3c6;break-inside:avoid}
.quotation.rtl{padding:0 1rem 0 0;border-inline-start:0;border-right:2px solid #a9c3c6}
.quotation blockquote{margin:0}
.quotation blockquote p{margin:.5em 0}
.quotation blockquote p:first-child{margin-top:0}
.quotation figcaption{margin-top:.55rem;color:var(--soft);font:400 9.6pt/1.45 var(--sans)}
.quotation figcaption b{color:var(--ink);white-space:nowrap}
.quotation figcaption .cite{font-size:.9em}
.omission{color:var(--soft);font-family:var(--sans)}
table{width:100%;margin:1.2rem 0;border-collapse:collapse;border-top:1.5px solid var(--soft);border-bottom:1px solid var(--faint);font-size:11pt;font-variant-numeric:tabular-nums}
thead{display:table-header-group;border-bottom:1px solid var(--soft)}
tr{break-inside:avoid}
th,td{padding:.4rem .5rem .4rem 0;border-bottom:1px solid var(--faint);text-align:start;vertical-align:top}
th{font:600 9.5pt/1.4 var(--sans)}
th p,td p{margin:.2em 0}
.end{text-align:end}
.centre{text-align:center}
.table-caption{margin:1.2rem 0 .4rem;font:9.5pt/1.4 var(--sans);break-after:avoid}
.table-caption+table{margin-top:0}
.table-source{margin:-.8rem 0 1.2rem;font:8.8pt/1.4 var(--sans)}
.picture{margin:1.4rem 0;break-inside:avoid}
.picture img{display:block;max-width:100%;height:auto}
.picture figcaption{margin-top:.5rem;color:var(--soft);font:400 9.5pt/1.4 var(--sans)}
.picture figcaption b{color:var(--ink)}
.sources{font-size:11pt}
.sources a{overflow-wrap:anywhere}
.copies td:nth-child(2){font:9pt var(--sans);overflow-wrap:anywhere}
.signs{width:auto;margin:.4rem 0 1rem}
.signs td{padding-inline-end:1.4rem}
.signs td:nth-child(odd){font-weight:600}
.evidence{margin:1.4rem 0;break-inside:avoid}
.evidence figcaption{font:400 9.6pt/1.45 var(--sans)}
.evidence .cite{font-size:1em}
.evidence blockquote{margin:.4rem 0;color:var(--soft);font-size:11pt}
.evidence blockquote p{margin:.3em 0}
.evidence .note{overflow-wrap:anywhere}
mark{padding:.1em 0;background:#e4e8ea;color:var(--ink);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.notes{margin-top:2rem;padding-top:.8rem;border-top:1px solid var(--rule);font-size:10.5pt}
.notes p{margin:.3rem 0}
.band.foot{margin-top:2.4rem}
:target{background:#fdf3d0}
@media(max-width:40rem){.sheet{margin:0;padding:1.2rem;border:0}}
@media print{body{background:none;font-size:10.6pt}.sheet{max-width:none;margin:0;padding:0;border:0}h1{font-size:22pt}.bottom-line{font-size:11.4pt}.facts,table,.sources{font-size:9.8pt}:target{background:none}a{text-decoration:none}}
`;

/** The whole style sheet of a memo, for the screen and for paper. */
export const memoStyle = (document: MemoDocument): string =>
  `${common.trim()}\n${document.marking === null ? '' : bandStyle(document.marking)}\n${pageStyle(document)}`;

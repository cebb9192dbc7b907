/** The style sheet of an article as a web page, for the screen, light and dark, and for paper. */
import type { DocumentMarking } from '#domain/memo/memo-document.ts';
import { labelLookIds, labelLooks } from '#domain/passage/label.ts';
import { bandStyle, cssString } from './write-memo-html.ts';

/** Each look of a label differs in its line as well as in its colour. */
const labelStyle = labelLookIds
  .map((look) => {
    const { line, light, dark } = labelLooks[look];
    return `.${look}{--label:${light};--line:${line}}@media screen and (prefers-color-scheme:dark){.${look}{--label:${dark}}}`;
  })
  .join('\n');

const common = `
:root{--sans:Inter,"Segoe UI",Arial,sans-serif;--ink:#16191c;--soft:#50575e;--accent:#1b5a63;--rule:#c9cfd2;--ground:#f4f5f5;--sheet:#fff;--sought:#fdf3d0;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e4e8ea;--soft:#a9b2b8;--accent:#7fc3cc;--rule:#414a50;--ground:#121517;--sheet:#1a1e21;--sought:#4a4118}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:12.5pt/1.55 "Source Serif 4","Source Serif Pro",Georgia,"Times New Roman",serif;overflow-wrap:break-word}
.sheet{max-width:44rem;margin:2rem auto;padding:2.6rem 3.4rem 3rem 4.6rem;background:var(--sheet);border:1px solid var(--rule)}
h1{margin:0 0 .6rem;font-size:22pt;font-weight:600;line-height:1.2;text-wrap:balance}
h2,h3,h4,h5,h6{margin:1.6rem 0 .5rem;font:600 12pt/1.35 var(--sans);break-after:avoid}
p{margin:.75em 0;orphans:2;widows:2}
a{color:var(--accent)}
pre{overflow-x:auto;font-size:10pt;white-space:pre-wrap}
blockquote{margin:.8rem 0;padding-inline-start:1rem;border-inline-start:2px solid var(--rule)}
table{width:100%;margin:1rem 0;border-collapse:collapse;font-size:11pt}
th,td{padding:.3rem .5rem .3rem 0;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top}
th p,td p{margin:.2em 0}
.facts{margin:0 0 .2rem;color:var(--soft);font:400 9.5pt/1.45 var(--sans);overflow-wrap:anywhere}
.note{margin:.4rem 0;padding-inline-start:.8rem;border-inline-start:1px solid var(--rule);font:400 10.5pt/1.5 var(--sans)}
.text{position:relative;margin-top:1.6rem}
.number{position:absolute;left:-3.2rem;width:2.6rem;color:var(--soft);font:400 8pt/2.4 var(--sans);text-align:right;user-select:none}
.page{margin-inline-end:.4em;padding:0 .3em;border:1px solid var(--rule);border-radius:3px;color:var(--soft);font:400 8pt/1.4 var(--sans);user-select:none}
mark{background:color-mix(in srgb,var(--label) 14%,transparent);color:inherit;text-decoration:underline var(--line) var(--label) 1.5px;text-underline-offset:3px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.d1{text-underline-offset:6px}
.d2{text-underline-offset:9px}
.sign{font:600 7.5pt/0 var(--sans);padding-inline-start:1px}
.sign a{text-decoration:none}
.picture{position:relative;display:inline-block;max-width:100%}
img{display:block;max-width:100%;height:auto}
.frame{position:absolute;border:2px var(--frame,solid) var(--label)}
.frame .sign{position:absolute;top:.6em;inset-inline-end:2px;background:var(--sheet)}
.passages{margin:0;padding:0;list-style:none}
.passages li{position:relative;margin:1.3rem 0;break-inside:avoid}
.nth{position:absolute;left:-3.2rem;width:2.6rem;font:600 10pt/1.4 var(--sans);text-align:right}
.passages blockquote{margin:0;padding:0;border:0;text-decoration:underline var(--line) var(--label) 1px;text-underline-offset:3px}
.passages p{margin:.2rem 0}
.cut img{max-height:20rem;width:auto;border:1px solid var(--rule)}
.hash{margin-top:2.4rem;color:var(--soft);font:400 8pt/1.4 monospace;overflow-wrap:anywhere}
.band{margin-bottom:1.2rem}
.band.foot{margin:1.6rem 0 0}
:target{background:var(--sought)}
@media(max-width:46rem){.sheet{margin:0;padding:1.2rem 1.2rem 1.2rem 3.6rem;border:0}.number,.nth{left:-2.8rem;width:2.3rem}}
@media print{body{background:none;font-size:10.6pt}.sheet{max-width:none;margin:0;padding:0 0 0 12mm;border:0}h1{font-size:20pt}:target{background:none}.number,.nth{left:-12mm;width:10mm}a{color:inherit;text-decoration:none}}
`;

/** On paper the marking is at the head and the foot of each page. */
const pageStyle = (marking: DocumentMarking | null): string => {
  if (marking === null) return '@page{margin:20mm}';
  const box = `content:${cssString(marking.text)};font:600 12pt Inter,"Segoe UI",Arial,sans-serif;color:${marking.textColour};background:${marking.background};padding:0 6pt;margin:5mm 0;print-color-adjust:exact`;
  return `${bandStyle(marking)}\n@page{margin:26mm 20mm;@top-right{${box}}@bottom-right{${box}}}`;
};

export const articleStyle = (marking: DocumentMarking | null): string =>
  [common.trim(), labelStyle, pageStyle(marking)].join('\n');

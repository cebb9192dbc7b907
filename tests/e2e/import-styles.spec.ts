import { expect, test } from '@playwright/test';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { importPages } from '../support/app/import-pages.ts';

// What the styles of a page hide is told by the browser, in the importer's own page and under its policy. So these
// pages are imported by the built app: no other DOM has a cascade and a layout.

test.slow();

/** A page whose box `.x` stands in `.w`, after a paragraph that everybody sees. */
const pageOf = (name: string, css: string, box: string): string => `<!doctype html><title>${name}</title>
<style>${css}</style><body>
<p>What everybody sees of the page about ${name}, and more of it than of anything else: ${'plain words, '.repeat(20)} so.</p>
<div class="w"><div class="x" id="y" state="shut">${box}</div></div>`;

const BOX = '<b class="k">Poison</b> that lies in it.';
const SHOWN = 'Poison that lies in it.';

/** What is sealed of the box under each of these style sheets. */
const boxesUnder = async (
  cases: Readonly<Record<string, string>>,
  boxes: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> => {
  const entries = Object.entries(cases);
  const read = await importPages(entries.map(([name, css]) => pageOf(name, css, boxes[name] ?? BOX)));
  return Object.fromEntries(
    entries.map(([name], index) => {
      const body = read[index]?.body ?? null;
      const text = body === null ? (read[index]?.error ?? '') : canonicalText(body);
      return [name, text.split('\n').slice(1).join('\n')];
    }),
  );
};

/** The same of all: every one of `cases` with one value. */
const all = (cases: Readonly<Record<string, string>>, value: string) =>
  Object.fromEntries(Object.keys(cases).map((name) => [name, value]));

const hiding = {
  display: '.x{display:none}',
  visibility: '.x{visibility:hidden}',
  opacity: '.x{opacity:0}',
  'hardly any opacity': '.x{opacity:.01}',
  'opacity in two boxes': '.w{opacity:.2}.x{opacity:.2}',
  'a filter': '.x{filter:opacity(0)}',
  'a mask': '.x{mask-image:linear-gradient(transparent,transparent)}',
  'content that is not drawn': '.x{content-visibility:hidden}',
  'a place far away': '.x{position:absolute;left:-9999px}',
  'a place far to the left in em': '.x{position:absolute;left:-100em}',
  'a place far to the left in vw': '.x{position:absolute;left:-100vw}',
  'a place that is calculated': '.x{position:absolute;left:calc(-1 * (100vw + 50px))}',
  'a logical place': '.x{position:absolute;inset-inline-start:-9999px}',
  'a place far to the right': '.x{position:absolute;left:9999px}',
  'a place above the page': '.x{position:absolute;top:-500px}',
  'a place far from its own': '.x{position:relative;left:-9999px}',
  'a margin': '.x{margin-left:-3000px}',
  'an indent far away': '.x{text-indent:-9999px}',
  'an indent out of its box': '.x{text-indent:100%;white-space:nowrap;overflow:hidden}',
  'a transform that moves it away': '.x{transform:translateX(-9999px)}',
  'a translation': '.x{translate:-200vw}',
  'a transform that leaves no size': '.x{transform:scale(0)}',
  'a turn that shows its edge': '.x{transform:rotateY(90deg)}',
  'no size of letters': '.x{font-size:0}',
  'letters of a pixel': '.x{font-size:1px}',
  'no room between letters': '.x{letter-spacing:-1em}',
  'no height': '.x{height:0;overflow:hidden}',
  'no greatest height': '.x{max-height:0;overflow:hidden}',
  'no height of lines': '.x{line-height:0;overflow:hidden}',
  'a box of one pixel': '.x{width:1px;height:1px;overflow:hidden}',
  'a clip': '.x{position:absolute;clip:rect(0 0 0 0)}',
  'a clip path': '.x{clip-path:inset(50%)}',
  'a clip path of no radius': '.x{clip-path:circle(0)}',
  'a clip path of one point': '.x{clip-path:polygon(0 0,0 0,0 0)}',
  'no colour': '.x{color:transparent}',
  'a colour that is fully transparent': '.x{color:rgba(0, 0, 0, 0)}',
  'letters filled with nothing': '.x{-webkit-text-fill-color:transparent}',
  'the colour that it stands on': '.x{color:white;background-color:white}',
  'hardly another colour than that of the page': 'body{background:#fff}.x{color:#fffffe}',
  'the colour of a box around it': '.w{background:#123456}.x{color:rgb(18 52 86)}',
  'a rule for screens': '@media screen{.x{display:none}}',
  'a rule not for paper': '@media not print{.x{display:none}}',
  'a rule for windows of ordinary width': '@media (min-width:40em){.x{display:none}}',
  'a rule for paper or windows': '@media print, screen and (min-width:500px){.x{display:none}}',
  'a rule for bright screens': '@media (prefers-color-scheme:light){.x{display:none}}',
  'a rule for a mouse': '@media (hover:hover){.x{display:none}}',
  'a rule where scripts run': '@media (scripting:enabled){.x{display:none}}',
  'a rule for a wide box': 'body{container-type:inline-size}@container (min-width:500px){.x{display:none}}',
  'a rule for what is known': '@supports (display:grid){.x{display:none}}',
  'a rule of a layer': '@layer a{.x{display:none}}',
  'a rule of a scope': '@scope (body){.x{display:none}}',
  'a rule in a rule': 'body{& .x{display:none}}',
  'a rule in a rule without a sign': 'body{.x{visibility:hidden}}',
  'a variable of the root': ':root{--how:none}.x{display:var(--how)}',
  'a variable with a type':
    '@property --q{syntax:"<number>";inherits:false;initial-value:0}.x{opacity:var(--q)}',
  'what stands in it': '.x:has(> b.k){display:none}',
  'an attribute of its own': '[state="shut"]{display:none}',
  'its number': '.x:nth-child(1 of div){display:none}',
  'a list of selectors': ':is(i, .x:not(p, .k)){display:none}',
  'what it is not': '.x:not(:focus){display:none}',
  'a name with an escape': '.x{d\\69splay:none}',
  'the end of an animation': '.x{animation:go 1s forwards}@keyframes go{to{opacity:0}}',
  'a transition that has no end yet': '.x{opacity:0;transition:opacity 5s}',
  'a later rule of equal weight': '.x{display:block}.x{display:none}',
  'a weightier rule': 'body .x{display:none}.x{display:block}',
  'an important one': '.x{display:none!important}#y.x{display:block}',
  'a class against a name': '.x{display:none}div{display:block}',
  'a name of its own against classes': '#y{display:none}.w .x{display:block}',
  'two classes against one': '.x.x{display:none}.x{display:block}',
  'a name and a class against a class': 'div.x{display:none}.x{display:block}',
  'a selector against one that weighs nothing': 'div.x{display:none}:where(#y) {display:block}',
};

test('text that the styles of a page hide is not sealed', async () => {
  expect(await boxesUnder(hiding)).toEqual(all(hiding, ''));
});

const showing = {
  'a rule for paper': '@media print{.x{display:none}}',
  'a rule for a telephone': '@media (max-width:500px){.x{display:none}}',
  'a rule for dark screens': '@media (prefers-color-scheme:dark){.x{display:none}}',
  'a rule for those who want no movement': '@media (prefers-reduced-motion:reduce){.x{display:none}}',
  'a rule where no scripts run': '@media (scripting:none){.x{display:none}}',
  'a rule for what is not known': '@supports (display:nonsense){.x{display:none}}',
  'a rule of an earlier layer': '@layer a,b;@layer b{.x{display:block}}@layer a{.x{display:none}}',
  'a rule that is a comment': '/* .x{display:none} */',
  'a rule for a hand': '.x:hover{display:none}',
  'a rule for what stands before it': '.x::before{content:"no";display:none}',
  'a string that looks like a rule for a hand': '[title=":hover"]{display:none}',
  'a rule that another one takes back': '.x{display:none}body .x{display:block}',
  'no rule at all': '}{ .x{',
  'a transform that moves it a little': '.x{transform:translateX(-5px)}',
  'a colour that lets the background through':
    '.x{color:transparent;background-clip:text;background-image:linear-gradient(red,blue)}',
  black: '.x{color:#000}',
  'black in numbers': '.x{color:rgb(0, 0, 0)}',
  green: '.x{color:rgb(0, 102, 0)}',
  'a colour that shines through a little': '.x{color:rgba(0, 0, 0, .8)}',
  'a colour of its own': '.x{color:white;background-color:black}',
  'white on what no sheet says': '.x{color:#fff}',
  'white on a dark box': 'body{background:#fff}.w{background:#000}.x{color:#fff}',
  'white on what is drawn before it':
    'body{background:#fff}.w{position:relative}.w::before{content:"";position:absolute;inset:0;background:#000}.x{color:#fff;position:relative}',
  'white that lies over something else': 'body{background:#fff}.x{position:absolute;color:#fff}',
  'white with a shadow': 'body{background:#fff}.x{color:#fff;text-shadow:0 0 3px #000}',
  'less than all of its opacity': '.x{opacity:.6}',
  'an animation that shows it': '.x{opacity:0;animation:go 1s 2s forwards}@keyframes go{to{opacity:1}}',
  'an animation that waits': '.x{opacity:0;animation:go 1s forwards paused}@keyframes go{to{opacity:1}}',
  'an animation that goes on': '.x{animation:go 1s infinite}@keyframes go{from{opacity:0}}',
  'an animation by scrolling':
    '.x{opacity:0;animation:go linear both;animation-timeline:view()}@keyframes go{to{opacity:1}}',
  'a transition from nothing': '@starting-style{.x{opacity:0}}.x{transition:opacity 9s}',
  'a box that has its height from its padding': '.x{height:0;padding-bottom:50%;overflow:hidden}',
  'no height of what is no box': 'b{height:0;overflow:hidden}',
  'a box that is unfolded': '.x{max-height:20px;overflow:hidden}',
  'content that is drawn when it comes into sight': '.x{content-visibility:auto}',
};

test('text that is seen is sealed, whatever the styles say besides', async () => {
  expect(await boxesUnder(showing)).toEqual(all(showing, SHOWN));
});

test('a style attribute weighs more than any rule, and what is hidden may hold what is seen', async () => {
  const css = {
    attributes: '#z{display:none}',
    visible: '.x{visibility:hidden}i{visibility:visible}',
    kept: '.x{white-space:pre-wrap}',
    lines: '.x{white-space:pre-line}',
    struck: 'b{text-decoration:line-through}',
    high: 'b{vertical-align:super}',
    drop: '.k{float:left;font-size:3em}',
    apart: 'b, i{display:block;float:left}',
  };
  const boxes = {
    attributes: '<b id="z" style="display:inline">a</b><b style="DISPLAY : none ">b</b>',
    visible: 'a<i>b</i>',
    kept: 'a  b\nc',
    lines: 'a  b \n c',
    struck: 'a <b>b</b>',
    high: '10<b>6</b> litres',
    drop: '<span class="k">T</span>he gate',
    apart: '<b>Ana</b><i>Quill</i>',
  };
  expect(await boxesUnder(css, boxes)).toEqual({
    attributes: 'a',
    visible: 'b',
    kept: 'a  b\nc',
    lines: 'a b\nc',
    struck: 'a b',
    high: '10⁶ litres',
    drop: 'The gate',
    apart: 'Ana\nQuill',
  });
});

test('what hides nearly the whole page is not believed, and what else is hidden is', async () => {
  const css = {
    'the page is faint': 'body{opacity:0}',
    'the page is invisible': 'body{visibility:hidden}',
    'the page is not there': 'body{display:none}',
    'each part is faint': '.w, p{opacity:0}',
    'the page is moved away': 'body{position:absolute;left:-9999px}',
    'the page has no letters': 'body{font-size:0}',
    'the page is clear': 'body{color:transparent}',
    'the page is faint, and a part is not there': 'body{opacity:0}.x{display:none}',
    'the page is faint, and so is a part': 'body{opacity:0}.x{opacity:0}',
  };
  expect(await boxesUnder(css)).toEqual({
    ...all(css, SHOWN),
    'the page is faint, and a part is not there': '',
    'the page is faint, and so is a part': '',
  });
});

const PROSE = `<p>${'The pump at the lower gate was tried again on Monday, the water board said in a note. '.repeat(8)}</p>`;

test('what a rule hides inside an article is named', async () => {
  const denial = 'The minister denied on Tuesday that the pump had ever failed.';
  const [page] = await importPages([
    `<!doctype html><title>Pump</title><style>.more{display:none}</style><article><h1>Pump tried again</h1>${PROSE}<div class="more"><p>${denial}</p></div>${PROSE.replaceAll('Monday', 'Friday')}</article>`,
  ]);
  expect(page?.hiddenWords).toBe(11);
  expect(JSON.stringify(page?.body)).not.toContain('denied');
  expect(JSON.stringify(page?.body)).toContain('Friday');
});

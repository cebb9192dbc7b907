// @vitest-environment jsdom

import { cleanup } from '@testing-library/react';
import { undo } from '@tiptap/pm/history';
import { afterEach, describe, expect, it } from 'vitest';
import { listMark } from '#domain/memo/content/list-numbering.ts';
import {
  inlineOfNote,
  type MemoBlock,
  type MemoContent,
  memoContentSchema,
} from '#domain/memo/memo-content.ts';
import { readContent } from '#renderer/memos/state/read-content.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { openMemoEditor } from '../open-memo-editor.ts';

afterEach(cleanup);

/** The memo after `html` was pasted behind "Here: ". */
const pasted = (html: string): MemoContent => {
  const { editor } = openMemoEditor([{ type: 'paragraph', content: [{ type: 'text', text: 'Here: ' }] }]);
  editor.commands.setTextSelection(8);
  // jsdom has no ClipboardEvent; the editor only hands the event on.
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
  const content = memoContentSchema.parse(readContent(editor.state.doc));
  editor.destroy();
  return content;
};

const inlineOf = (
  node: NonNullable<Extract<MemoBlock, { type: 'paragraph' }>['content']>[number],
): string => {
  if (node.type === 'footnote') return `{${inlineOfNote(node.attrs).map(inlineOf).join('')}}`;
  if (node.type !== 'text') return `<${node.type}>`;
  const marks = (node.marks ?? []).map((mark) => (mark.type === 'link' ? mark.attrs.href : mark.type));
  return marks.length === 0 ? node.text : `${node.text}(${marks.join(' ')})`;
};

const told = (block: MemoBlock): string => {
  switch (block.type) {
    case 'paragraph':
    case 'judgement':
      return (block.content ?? []).map(inlineOf).join('');
    case 'bulletList':
    case 'orderedList':
      return `${block.type === 'orderedList' ? '#' : '*'}[${block.content.map((item) => item.content.map(told).join(' ')).join(' | ')}]`;
    case 'table':
      return block.content
        .map((row) => row.content.map((cell) => cell.content.map(told).join('/')).join(' | '))
        .join(' || ');
    case 'heading':
      return `${'#'.repeat(block.attrs.level + 1)} ${(block.content ?? []).map(({ text }) => text).join('')}`;
    case 'quotation':
      return '<quotation>';
    case 'ownQuotation':
      return `>[${block.content.map(told).join(' / ')}]`;
    case 'pageBreak':
      return '<page break>';
    case 'figure':
      return `<figure ${block.attrs.sha256}>`;
  }
};

const tell = (content: MemoContent): readonly string[] =>
  content.content.flatMap(({ attrs, content: blocks }) => [`= ${attrs.heading}`, ...blocks.map(told)]);

/** As Word 365 puts it on the clipboard: conditional comments, list items as paragraphs, footnotes below all. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Temp/filelist.xml">
<style><!-- p.MsoNormal {margin:0cm;} --></style><script>window.hasRun = true</script></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal>Before the
heading.<o:p></o:p></p>
<h1><a name="_Toc1"></a>Shipping<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Twelve</b> calls, 10<sup>6</sup>
tonnes<a style='mso-footnote-id:ftn1' href="file:///C:/Temp/memo.docx#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>One<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Below one</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level3 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Deeper</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Two</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>First</p>
<h2>Ports</h2>
<table class=MsoTableGrid border=1><tr><td width=100 colspan=2><p class=MsoNormal>Port</p></td></tr>
<tr><td><p class=MsoNormal>Vostochny</p></td><td><p class=MsoNormal>12</p></td></tr></table>
<p class=MsoNormal>&nbsp;</p>
<h1>Outlook</h1>
<p class=MsoNormal>Listings.</p>
<!--EndFragment--><div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="file:///C:/Temp/memo.docx#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Harbour
register, p. 4.</p></div></div></body></html>`;

/** As Google Docs puts it on the clipboard: one wrapper that is not bold, styles on spans, lists within lists. */
const docs = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;font-style:normal">Plain </span><span style="font-weight:700">bold </span><span style="font-weight:400;font-style:italic">slanted</span><span style="vertical-align:super;font-size:0.6em">2</span><span> H</span><span style="vertical-align:sub">2</span>O</p><ul style="margin-top:0"><li dir="ltr" aria-level="1"><p role="presentation"><span>One</span></p></li><ul><li dir="ltr" aria-level="2"><p role="presentation"><span>Below</span></p></li></ul><li dir="ltr"><p role="presentation"><a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D" style="text-decoration:none"><span>Two</span></a></p></li></ul><div dir="ltr"><table><colgroup><col width="60"></colgroup><tbody><tr><td><p dir="ltr"><span style="font-weight:700">Port</span></p></td><td><p dir="ltr">Calls</p></td></tr></tbody></table></div><br></b>`;

/** As browsers put a page on the clipboard, with notes as Pandoc and Wikipedia write them. */
const page = `<meta charset='utf-8'><div class="article" onclick="steal()"><h2>Ports reopen</h2><div>Loose words<span> here</span>.</div>
<p>The <em>first</em> ship<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> came<sup id="cite_ref-2"><a href="#cite_note-2">[2]</a></sup>.<img src="https://tracker.example/p.gif" onerror="steal()"></p>
<script>steal()</script><iframe src="https://evil.example"></iframe><custom-box>Unknown <blink>markup</blink></custom-box>
<p><a href="javascript:steal()">no link</a> and <a href="https://example.org/b" data-citation='{"x":1}'>a link</a></p>
<table><thead><tr><th>Port</th><th>Calls</th></tr></thead><tbody><tr><td>A<table><tr><td>in</td><td>ner</td></tr></table></td><td><ul><li>x</li><li>y</li></ul></td></tr></tbody></table>
<section class="footnotes"><ol><li id="fn1"><p>Harbour log.<a href="#fnref1" class="footnote-back">↩</a></p></li><li id="cite_note-2"><b><a href="#cite_ref-2">^</a></b> Register.</li></ol></section></div>`;

describe('what is pasted into a memo', () => {
  it('from Word keeps headings, lists with their levels, tables, raised numbers and footnotes', () => {
    expect(tell(pasted(word))).toEqual([
      '= Analysis',
      'Here: Before the heading.',
      '= Shipping',
      'Twelve(bold) calls, 10⁶ tonnes{Harbour register, p. 4.}.',
      '*[One *[Below one #[Deeper]] | Two]',
      '#[First]',
      '## Ports',
      'Port || Vostochny | 12',
      '= Outlook',
      'Listings.',
    ]);
  });

  it('from Google Docs keeps how words are set, nested lists, links and tables', () => {
    expect(tell(pasted(docs))).toEqual([
      '= Analysis',
      'Here: Plain bold (bold)slanted(italic)² H₂O',
      '*[One *[Below] | Two(https://example.org/a)]',
      'Port(bold) | Calls',
    ]);
  });

  it('from a web page keeps its blocks and notes; what a memo has not is its words, and nothing else comes along', () => {
    expect(tell(pasted(page))).toEqual([
      '= Analysis',
      'Here: ',
      '= Ports reopen',
      'Loose words here.',
      'The first(italic) ship{Harbour log.} came{Register.}.',
      'Unknown markup',
      'no link and a link(https://example.org/b)',
      'Port | Calls || A/in ner | *[x | y]',
    ]);
  });

  it('is neither run nor fetched', () => {
    pasted(`${word}${page}`);
    expect('hasRun' in globalThis).toBe(false);
    expect(document.querySelector('img, iframe, script')).toBeNull();
  });

  it('makes no section of a heading alone', () => {
    expect(tell(pasted('<h1>Ports <i>reopen</i></h1>'))).toEqual([
      '= Analysis',
      'Here: Ports reopen(italic)',
    ]);
  });
});

/** Tracked changes and comments, as Word 365 puts them on the clipboard. */
const reviewed = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment-->
<p class=MsoNormal>The port <span class=msoIns><ins cite="mailto:Ann" datetime="2026-10-15T09:00">will <b>likely</b></ins></span>
<span class=msoDel><del cite="mailto:Ann" datetime="2026-10-15T09:00">may perhaps</del></span> close<a style='mso-comment-reference:AB_1;mso-comment-date:20261015T0900'> in May</a><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[AB1]</a>&nbsp;</span></span>, not <s>June</s>.</p>
<p class=MsoNormal><span class=msoDel><del>A paragraph that is gone.</del></span></p>
<!--EndFragment--><div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%">
<div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText><span class=MsoCommentReference><a class=msocomanchor href="#_msoanchor_1" name="_msocom_1">[AB1]</a></span>Says who?</p></div></div></div></body></html>`;

const docsReviewed =
  '<p>The port closes<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Says who?</span></p></div>';

it.each([
  ['Word', '<p class=MsoNormal>It <u>must</u> close, see <a href="https://example.org"><u>here</u></a>.</p>'],
  [
    'Google Docs',
    '<p><span>It </span><span style="text-decoration:underline">must</span><span> close, see </span>' +
      '<a href="https://example.org"><span style="text-decoration:underline;color:#1155cc">here</span></a><span>.</span></p>',
  ],
  [
    'LibreOffice',
    '<p>It <u>must</u> close, see <font color="#000080"><u><a href="https://example.org">here</a></u></font>.</p>',
  ],
])('keeps words underlined from %s, and underlines no link twice', (_, html) => {
  expect(tell(pasted(html))).toEqual([
    '= Analysis',
    'Here: It must(underline) close, see here(https://example.org).',
  ]);
});

describe('what is pasted from a text under review', () => {
  afterEach(() => useNotices.setState({ notices: [] }));
  const notices = (): readonly string[] => useNotices.getState().notices.map(({ title }) => title);

  it('comes without what was deleted and without comments, and a line says so', () => {
    const [, ...blocks] = tell(pasted(reviewed));
    expect(blocks.map((block) => block.replaceAll(/\s+/gu, ' '))).toEqual([
      'Here: The port will likely(bold) close in May, not June(strike).',
    ]);
    expect(notices()).toEqual(['Pasted without 2 deletions and 1 comment.']);
  });

  it('makes no footnote of a comment of Google Docs', () => {
    expect(tell(pasted(docsReviewed)).slice(1)).toEqual(['Here: The port closes.']);
    expect(notices()).toEqual(['Pasted without 1 comment.']);
  });

  it('says nothing of a text without any of it', () => {
    pasted('<p>One <ins>two</ins>.</p>');
    expect(notices()).toEqual([]);
  });
});

describe('what is pasted is as it was shown where it comes from', () => {
  const item = (level: number, mark: string, words: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level}\n lfo1'><span style='mso-list:\nIgnore'>${mark}<span>&nbsp;</span></span>${words}</p>`;

  it('from Word with lists that go on at their number, and the number of a heading left out', () => {
    const html =
      item(1, '1.', 'One') +
      item(1, '2.', 'Two') +
      '<p class=MsoNormal>Between.</p>' +
      item(1, '3.', 'Three') +
      item(1, '1.', 'Another');
    const { editor } = openMemoEditor([{ type: 'paragraph' }]);
    editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
    const blocks = readContent(editor.state.doc).content[0]?.content ?? [];
    const starts = blocks.map((block) => (block.type === 'orderedList' ? (block.attrs?.start ?? 1) : '-'));
    editor.destroy();
    expect(blocks.map(told)).toEqual(['#[One | Two]', 'Between.', '#[Three]', '#[Another]']);
    expect(starts).toEqual([1, '-', 3, 1]);
    expect(
      tell(
        pasted(
          "<h1 style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>Ports</h1><p>Open.</p>",
        ),
      ),
    ).toEqual(['= Analysis', 'Here: ', '= Ports', 'Open.']);
  });

  /** Every ordered list in its order, by the number of its first item. */
  const begun = (html: string): readonly string[] => {
    const { editor } = openMemoEditor([{ type: 'paragraph' }]);
    editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
    const found: string[] = [];
    editor.state.doc.descendants(({ type, attrs }) => {
      if (type.name === 'orderedList') found.push(listMark(attrs.numbering, Number(attrs.start ?? 1)));
    });
    memoContentSchema.parse(readContent(editor.state.doc));
    editor.destroy();
    return found;
  };

  it('with the letters and Roman numbers of each level', () => {
    const word =
      item(1, 'a)', 'One') +
      item(2, 'i.', 'Below') +
      item(2, 'ii.', 'Below') +
      item(3, 'A.', 'Deeper') +
      item(4, 'I.', 'Deepest') +
      item(1, 'b)', 'Two') +
      '<p class=MsoNormal>Between.</p>' +
      item(1, 'h)', 'Eight') +
      item(1, 'i)', 'Nine') +
      '<p class=MsoNormal>Between.</p>' +
      item(1, '(iii)', 'Three');
    expect(begun(word)).toEqual(['a)', 'i.', 'A.', 'I.', 'h)', '(iii)']);
    const office =
      '<ol type="a"><li><p>One</p><ol type="I" start="2"><li><p>Two</p></li></ol></li></ol><ol type="1"><li>Three</li></ol>';
    expect(begun(office)).toEqual(['a.', 'II.', '1.']);
    const docs =
      '<ol><li style="list-style-type:decimal">One</li><ol><li style="list-style-type:lower-alpha">Two</li><ol><li style="list-style-type:lower-roman">Three</li></ol></ol></ol>';
    expect(begun(docs)).toEqual(['1.', 'a.', 'i.']);
  });

  it('from Word with a list that it has written as one, quotations and breaks of pages', () => {
    const html =
      "<ul><li class=MsoListParagraph style='mso-list:l0 level1 lfo1'>One</li></ul>" +
      "<p class=MsoQuote>Q1</p><p class=MsoQuote>Q2</p><br clear=all style='page-break-before:always'><p>After.</p>";
    expect(tell(pasted(`<p>Before.</p>${html}`)).slice(1)).toEqual([
      'Here: Before.',
      '*[One]',
      '>[Q1 / Q2]',
      '<page break>',
      'After.',
    ]);
  });

  it('from LibreOffice with notes of two paragraphs, small capitals and heads, and without what is hidden', () => {
    const html = `<p>Text<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup>
<span style="font-variant: small-caps">caps</span><span style="display: none">hidden</span></p>
<table><thead><tr><td colspan="2">Port</td></tr></thead><tbody><tr><td>A</td><td>B</td></tr></tbody></table>
<p style="line-height: 100%; page-break-before: always">New page.</p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> First.</p>
<p>Second.</p></div>`;
    const content = pasted(html);
    expect(tell(content).slice(1)).toEqual([
      'Here: Text{First. Second.} caps(smallCaps)',
      'Port || A | B',
      '<page break>',
      'New page.',
    ]);
    const table = content.content[0]?.content.find(({ type }) => type === 'table');
    expect(JSON.stringify(table).match(/"tableHeader"/gu)).toHaveLength(1);
  });

  it('from Google Docs without its blank lines, and without items that have no words of their own', () => {
    const html =
      '<b style="font-weight:normal"><p>A<br>B</p><br><ul><ul><li><p>Inner</p></li></ul><li><p>Outer</p></li></ul>' +
      '</b><br class="Apple-interchange-newline">';
    expect(tell(pasted(html)).slice(1)).toEqual(['Here: A<hardBreak>B', '*[Inner | Outer]']);
  });

  it('is a step of undo of its own, for what is typed at once after it too', () => {
    const { editor } = openMemoEditor([{ type: 'paragraph', content: [{ type: 'text', text: 'Here: ' }] }]);
    editor.commands.setTextSelection(8);
    editor.view.pasteHTML('<p>pasted</p>', new Event('paste') as ClipboardEvent);
    editor.commands.splitBlock();
    editor.commands.insertContent('typed');
    const textOf = (): string => editor.state.doc.textBetween(0, editor.state.doc.content.size, '|');
    undo(editor.state, editor.view.dispatch);
    const first = textOf();
    undo(editor.state, editor.view.dispatch);
    const second = textOf();
    editor.destroy();
    expect([first, second]).toEqual(['Here: pasted', 'Here: ']);
  });
});

describe('plain text', () => {
  const pastedText = (text: string): readonly string[] => {
    const { editor } = openMemoEditor([{ type: 'paragraph' }]);
    editor.commands.setTextSelection(2);
    const clipboardData = { getData: (type: string) => (type === 'text/plain' ? text : ''), files: [] };
    const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData });
    editor.view.dom.dispatchEvent(event);
    const content = memoContentSchema.parse(readContent(editor.state.doc));
    editor.destroy();
    return tell(content).slice(1);
  };

  it('becomes a table if it is cells between tabs', () => {
    expect(pastedText('Port\tMay\tJune\nVarna\t12\t<b>\r\nRuse\t8\t\n')).toEqual([
      'Port | May | June || Varna | 12 | <b> || Ruse | 8 | ',
    ]);
  });

  it('stays text in lines of different lengths, and if it is indented', () => {
    expect(pastedText('Port\tMay\nVarna')).toEqual(['Port\tMay', 'Varna']);
    expect(pastedText('\tone\n\ttwo')).toEqual(['\tone', '\ttwo']);
    expect(pastedText('Port\tMay')).toEqual(['Port\tMay']);
  });

  it('has no paragraph for the line break at its end', () => {
    expect(pastedText('One\nTwo\n')).toEqual(['One', 'Two']);
  });
});

it('leaves the caret in its section behind a table at the end of it', () => {
  const { editor } = openMemoEditor([{ type: 'paragraph' }]);
  const next = { type: 'section', content: [{ type: 'paragraph' }] };
  editor.commands.insertContentAt(editor.state.doc.content.size, next);
  editor.commands.setTextSelection(2);
  editor.view.pasteHTML(
    '<table><tr><td>Port</td><td>May</td></tr></table>',
    new Event('paste') as ClipboardEvent,
  );
  editor.commands.insertContent('!');
  expect(tell(memoContentSchema.parse(readContent(editor.state.doc)))[1]).toBe('Port | May!');
  editor.destroy();
});

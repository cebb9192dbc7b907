// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { applyPageStyles } from '#renderer/importer/html/styles/apply-page-styles.ts';

const LONG = 'What everybody sees of the page, and more of it than of anything else. '.repeat(3);

const shown = (css: string, html: string): string => {
  const page = new DOMParser().parseFromString(
    `<style>${css}</style><body><p>${LONG}</p>${html}`,
    'text/html',
  );
  applyPageStyles(page);
  return (page.body.textContent ?? '').replace(LONG, '');
};

describe('text that the page hides', () => {
  it.each([
    ['display', '.x{display:none}'],
    ['visibility', '.x{visibility:hidden}'],
    ['opacity', '.x{opacity:0}'],
    ['a place far away', '.x{position:absolute;left:-9999px}'],
    ['an indent far away', '.x{text-indent:-9999px}'],
    ['no size of letters', '.x{font-size:0}'],
    ['no height', '.x{height:0;overflow:hidden}'],
    ['hardly any opacity', '.x{opacity:.01}'],
    ['letters of a pixel', '.x{font-size:1px}'],
    ['no colour', '.x{color:transparent}'],
    ['a colour that is fully transparent', '.x{color:rgba(0, 0, 0, 0)}'],
    ['the colour that it stands on', '.x{color:white;background-color:white}'],
    ['a place far to the left in em', '.x{position:absolute;left:-100em}'],
    ['a place far to the right', '.x{position:absolute;left:9999px}'],
    ['a place far from its own', '.x{position:relative;left:-9999px}'],
    ['a transform that moves it away', '.x{transform:translateX(-9999px)}'],
    ['a transform that leaves no size', '.x{transform:scale(0)}'],
    ['a filter', '.x{filter:opacity(0)}'],
    ['a box of one pixel', '.x{width:1px;height:1px;overflow:hidden}'],
    ['an indent out of its box', '.x{text-indent:100%;white-space:nowrap;overflow:hidden}'],
    ['a rule for screens', '@media screen{.x{display:none}}'],
    ['a later rule of equal weight', '.x{display:block}.x{display:none}'],
    ['a weightier rule', 'body .x{display:none}.x{display:block}'],
    ['an important one', '.x{display:none!important}#y.x{display:block}'],
  ])('is taken out: %s', (_, css) => expect(shown(css, '<b class=x id=y>poison</b>')).toBe(''));

  it.each([
    ['a rule for paper', '@media print{.x{display:none}}'],
    ['a rule for a telephone', '@media (max-width:500px){.x{display:none}}'],
    ['a transform that moves it a little', '.x{transform:translateX(-50px)}'],
    ['a colour that lets the background through', '.x{color:transparent;background-clip:text}'],
    ['black', '.x{color:#000}'],
    ['black in numbers', '.x{color:rgb(0, 0, 0)}'],
    ['green', '.x{color:rgb(0, 102, 0)}'],
    ['a colour that shines through a little', '.x{color:rgba(0, 0, 0, .8)}'],
    ['a colour of its own', '.x{color:white;background-color:black}'],
    ['less than all of its opacity', '.x{opacity:.6}'],
    ['a rule for a hand', '.x:hover{display:none}'],
    ['a rule that another one takes back', '.x{display:none}body .x{display:block}'],
    ['no rule at all', '}{ .x{'],
  ])('is kept under %s', (_, css) => expect(shown(css, '<b class=x>words</b>')).toBe('words'));

  it('is told by style attributes, which weigh more than any rule', () => {
    expect(
      shown('#y{display:none}', '<b id=y style="display:inline">a</b><b style="DISPLAY : none ">b</b>'),
    ).toBe('a');
  });

  it('may hold text that is seen', () => {
    expect(shown('', '<div style="visibility:hidden">a<i style="visibility:visible">b</i></div>')).toBe('b');
  });

  it('is not the whole page: a script shows that', () => {
    expect(shown('body{opacity:0}', '<p>words</p>')).toBe('words');
    expect(shown('body{visibility:hidden}', '<p>words</p>')).toBe('words');
  });
});

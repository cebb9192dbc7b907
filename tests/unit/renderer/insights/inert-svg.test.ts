// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { inertSvg } from '#renderer/insights/inert-svg.ts';

const SVG = 'http://www.w3.org/2000/svg';

const draw = (inner: string): SVGSVGElement => {
  document.body.innerHTML = `<svg xmlns="${SVG}" width="20" height="10" viewBox="0 0 20 10" onload="alert(1)">${inner}</svg>`;
  const drawing = document.querySelector('svg');
  if (drawing === null) throw new Error('no drawing');
  return drawing;
};
const parse = (text: string): Document => new DOMParser().parseFromString(text, 'image/svg+xml');
const elementsOf = (text: string): readonly Element[] => [...parse(text).querySelectorAll('*')];

describe('a drawing as a file', () => {
  it('holds shapes and words alone', () => {
    const text = inertSvg(
      draw(`<script>alert(1)</script><a href="https://example.org"><rect width="1"/></a>
        <image href="https://example.org/x.png"/><use href="#x"/><foreignObject><b>x</b></foreignObject>
        <g onclick="alert(1)" tabindex="0" role="button" data-mark="0,0" class="c"><title>One</title>
        <rect id="r" x="1" width="3" height="2" style="fill: rgb(1, 2, 3)" onmouseover="alert(1)"/></g>
        <style>rect{fill:red}</style><animate attributeName="x"/><text x="2">Łódź &lt;b&gt; 北京</text>`),
    );
    const names = elementsOf(text).map(({ localName }) => localName);
    expect(names).toEqual(['svg', 'g', 'title', 'rect', 'text']);
    for (const { attributes } of elementsOf(text)) {
      for (const { name } of attributes)
        expect(name).not.toMatch(/^on|href|style|class|data-|role|tabindex/u);
    }
    expect(parse(text).querySelector('text')?.textContent).toBe('Łódź <b> 北京');
    expect(parse(text).querySelector('rect')?.getAttribute('fill')).toBe('rgb(1, 2, 3)');
  });

  it('refers to nothing outside', () => {
    const text = inertSvg(
      draw(`<rect style="fill: url(https://example.org/x.svg)"/>
        <rect style="fill: url(#own)"/><rect style="stroke: url('https://example.org/a#b')"/>`),
    );
    expect(text).not.toContain('example.org');
    expect(text).toContain('url(#own)');
  });

  it('is XML whatever its words hold', () => {
    const drawing = draw('<text></text>');
    drawing.querySelector('text')?.append('a\u0000b\u001f\ud800c\ufffe ]]> &amp;');
    const read = parse(inertSvg(drawing));
    expect(read.querySelector('parsererror')).toBeNull();
    expect(read.querySelector('text')?.textContent).toBe('a�b��c� ]]> &amp;');
  });

  it('carries the font that it is set in', () => {
    const text = inertSvg(
      draw('<text>a</text>'),
      '@font-face{font-family:"X";src:url(data:font/woff2;base64,AA$1+/=)}',
    );
    expect(parse(text).querySelector('svg > style')?.textContent).toContain('AA$1+/=');
  });
});

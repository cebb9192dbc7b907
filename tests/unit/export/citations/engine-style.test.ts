import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CitationKind } from '#domain/memo/form/citation-style.ts';
import { printTree, treeOf } from '#domain/text/markup/markup-tree.ts';
import { readMarkup } from '#domain/text/markup/read-markup.ts';
import {
  type EngineStyle,
  markedNames,
  readEngineStyle,
} from '#electron/export/typst/citations/engine-style.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/citation-styles', `${name}.csl`), 'utf8');

const read = (csl: string, kind: CitationKind = 'note'): EngineStyle => {
  const style = readEngineStyle(csl, kind);
  if (!style.ok) throw new Error(style.error);
  return style.value;
};

/** XML as it is written for the engine. */
const printed = (xml: string): string => {
  const parts = readMarkup(xml);
  if (!parts.ok) throw new Error(parts.error.message);
  return printTree(treeOf(parts.value));
};

describe('a citation style for the engine', () => {
  it.each([
    [
      'asks for the types that the engine has in place of those it lacks, and the other way round',
      '<if type="interview book article-journal"><text variable="title"/></if>',
      '<if type="thesis treaty article-journal"><text variable="title"/></if>',
    ],
    [
      'takes no title for a short one',
      '<if variable="title-short title"><text variable="container-title-short"/></if>',
      '<if variable="annote title"><text variable="annote"/></if>',
    ],
    [
      'takes names of roles that are never known for what is empty',
      '<names variable="recipient"><label form="verb"/><name/></names><names variable="author editor"/>',
      '<text variable="annote"/><names variable="author editor"/>',
    ],
    [
      'keeps names that something else stands for',
      '<names variable="editor"><substitute><text variable="title"/></substitute></names>',
      '<names variable="editor"><substitute><text variable="title"/></substitute></names>',
    ],
    [
      'leaves a date in the form that it names',
      '<date variable="issued" form="numeric"><date-part name="month"/><date-part name="day" form="ordinal"/></date>',
      '<date variable="issued" form="numeric"><date-part name="day" form="ordinal"/></date>',
    ],
    [
      'leaves the forms of dates that a style defines',
      '<locale><date form="text"><date-part name="year"/></date></locale>',
      '<locale><date form="text"><date-part name="year"/></date></locale>',
    ],
    [
      'keeps the pieces of a citation together',
      '<citation><layout><choose><if type="map"><text term="a"/></if>' +
        '<else><text variable="title"/><text variable="URL"/></else></choose></layout></citation>',
      '<citation><layout><choose><if type="map"><text term="a"/></if>' +
        '<else><group><text variable="title"/><text variable="URL"/></group></else></choose></layout></citation>',
    ],
    [
      'leaves “ibid.” where it stands alone',
      '<citation><layout><choose><if position="ibid"><text term="ibid"/><text variable="locator"/></if></choose></layout></citation>',
      '<citation><layout><choose><if position="ibid"><text term="ibid"/><text variable="locator"/></if></choose></layout></citation>',
    ],
    [
      'sorts by no key behind the order of citations',
      '<sort><key variable="issued"/><key variable="citation-number"/><key variable="title"/></sort>',
      '<sort><key variable="issued"/></sort>',
    ],
  ])('%s', (_, csl, expected) => {
    expect(read(`<style>${csl}</style>`).csl).toBe(printed(`<style>${expected}</style>`));
  });

  it('has each macro as a group, and again without quotation marks for sorting', () => {
    const csl =
      '<macro name="t"><text variable="title" quotes="true"/><text macro="u"/></macro><sort><key macro="t"/></sort>';
    expect(read(`<style>${csl}</style>`).csl).toBe(
      printed(
        '<style><macro name="t"><group><text variable="title" quotes="true"/><text macro="u"/></group></macro>' +
          '<macro name="sorted: t"><group><text variable="title"/><text macro="sorted: u"/></group></macro>' +
          '<sort><key macro="sorted: t"/></sort></style>',
      ),
    );
  });

  it('has no numbers in a list that has those of Precis', () => {
    const csl =
      '<style><citation><layout><text variable="citation-number"/></layout></citation>' +
      '<bibliography second-field-align="flush"><layout><text variable="citation-number" suffix=". "/></layout>' +
      '</bibliography></style>';
    expect(read(csl, 'number').csl).toBe(
      printed(
        csl.replace('"citation-number" suffix', '"annote" suffix').replace(' second-field-align="flush"', ''),
      ),
    );
    expect(read(csl, 'text').csl).toBe(printed(csl));
  });

  it('keeps words in place of a name out of a group, which could lose them', () => {
    const names = '<names variable="author"><substitute><text term="anonymous"/></substitute></names>';
    const macro = `<macro name="a">${names}</macro>`;
    expect(read(`<style>${macro}</style>`).csl).toContain(printed(macro));
  });

  it('says what it asks for in place of a name, but by one rule alone', () => {
    expect(read(fixture('notes')).sameAuthor).toBe('———');
    expect(read(fixture('numbers')).sameAuthor).toBeNull();
    const each = fixture('notes').replace(
      'subsequent-author-substitute=',
      'subsequent-author-substitute-rule="partial-each" subsequent-author-substitute=',
    );
    expect(read(each).sameAuthor).toBeNull();
  });

  it('tells where letters may follow the order of the list', () => {
    const authorDate = fixture('author-date');
    expect(read(authorDate).lettersBelow).toBe(Infinity);
    expect(read(authorDate.replace('et-al-min=', 'et-al-subsequent-min=')).lettersBelow).toBe(4);
    expect(
      read(authorDate.replace('<if variable="issued">', '<if position="first">')).lettersBelow,
    ).toBeNull();
    expect(read(fixture('notes')).lettersBelow).toBeNull();
  });

  it('tells where titles are set in capitals', () => {
    const inCase = (textCase: string) =>
      read(
        fixture('notes').replace(
          '<text variable="title" ',
          `<text variable="title" text-case="${textCase}" `,
        ),
      );
    expect(inCase('uppercase').keepsCase).toBe(false);
    expect(inCase('title').keepsCase).toBe(true);
  });

  it('marks names without their labels', () => {
    const marked = read(
      '<style><names variable="author" prefix="(" suffix=")"><name/><label/></names></style>',
    );
    expect(marked.withNamesMarked).toBe(
      '<style><names variable="author" prefix="(\uE000" suffix="\uE001)"><name></name></names></style>',
    );
    expect(markedNames('(\uE000Miller, Jane\uE001). Title. \uE000Other\uE001')).toBe('Miller, Jane');
    expect(markedNames('Title.')).toBe('');
  });

  it('is refused in a sentence where it is no XML', () => {
    expect(readEngineStyle('<style>', 'note')).toEqual({
      ok: false,
      error: 'Line 1: “style” is not closed.',
    });
  });
});

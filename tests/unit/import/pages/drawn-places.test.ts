import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { drawnPlaces } from '#renderer/importer/pdf/figures/drawn-places.ts';
import { listPlaces } from '../../../../scripts/app/list-pdf-places.mjs';

type Step = readonly [operator: number, args?: readonly unknown[]];

/** A page of 600 by 800 points, whose units count from its left lower corner. */
const placesOf = (...steps: readonly Step[]) => {
  const places = drawnPlaces(
    { fnArray: steps.map(([operator]) => operator), argsArray: steps.map(([, args]) => args ?? null) },
    [1, 0, 0, -1, 0, 800],
    { width: 600, height: 800 },
  );
  if (places === null) throw new Error('too much is drawn');
  return places;
};

const paint: Step = [OPS.paintImageXObject, ['7R', 400, 200]];
const at = (...matrix: readonly number[]): Step => [OPS.transform, matrix];
const path = (operator: number, ...bounds: readonly number[]): Step => [
  OPS.constructPath,
  [operator, [null], new Float32Array(bounds)],
];

describe('where a page draws', () => {
  it('is known through what is saved, moved and scaled', () => {
    const { pictures } = placesOf([OPS.save], at(200, 0, 0, 100, 50, 600), paint, [OPS.restore], paint);
    expect(pictures[0]).toEqual({
      box: { left: 50, top: 100, right: 250, bottom: 200 },
      object: '7R',
      pixels: 80_000,
      perPoint: 2,
    });
    expect(pictures[1]?.box).toEqual({ left: 0, top: 799, right: 1, bottom: 800 });
  });

  it('ends where a path or a form clips it, and at the edges of the page', () => {
    const clip = [[OPS.clip], path(OPS.endPath, 100, 600, 200, 700)] as const;
    const { pictures } = placesOf(...clip, at(600, 0, 0, 800, 0, 0), paint);
    expect(pictures[0]?.box).toEqual({ left: 100, top: 100, right: 200, bottom: 200 });
    const form: Step = [
      OPS.paintFormXObjectBegin,
      [
        [1, 0, 0, 1, 10, 0],
        [0, 0, 100, 100],
      ],
    ];
    const inForm = placesOf(form, at(2000, 0, 0, 800, 0, 0), paint, [OPS.paintFormXObjectEnd]);
    expect(inForm.pictures[0]?.box).toEqual({ left: 10, top: 700, right: 110, bottom: 800 });
    expect(placesOf(at(100, 0, 0, 100, 700, 0), paint).pictures).toEqual([]);
  });

  it('holds the paths that are seen, and none that only clips', () => {
    const { paths } = placesOf(path(OPS.fill, 10, 10, 20, 30), path(OPS.endPath, 0, 0, 600, 800));
    expect(paths).toEqual([{ left: 10, top: 770, right: 20, bottom: 790 }]);
  });

  it('is not looked at where a page is drawn of thousands of pieces', () => {
    const steps = [at(10, 0, 0, 10, 0, 0), ...Array.from({ length: 3001 }, () => paint)];
    expect(() => placesOf(...steps)).toThrow('too much');
    expect(() => placesOf(paint, [OPS.dependency])).toThrow('too much');
  });

  it('is not where the mask of something else is drawn', () => {
    const group: Step = [OPS.beginGroup, [{ smask: { subtype: 'Luminosity' } }]];
    expect(placesOf(group, at(100, 0, 0, 100, 0, 0), paint, [OPS.endGroup]).pictures).toEqual([]);
  });
});

describe('the worker of the library', () => {
  const file = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  const code = readFileSync(file, 'utf8');

  it('is changed in three places, to list pictures and to decode none', () => {
    const changed = listPlaces(code);
    expect(changed).toContain('if(0===o){');
    expect(changed).toContain('NullOptimizer.left');
    expect(changed.length - code.length).toBeLessThan(1000);
  });

  it('fails the build where it is another', () => {
    expect(() => listPlaces(code.replace('class NullOptimizer', 'class Another'))).toThrow(
      /another version/u,
    );
  });

  it('has the numbers of operators that it is changed by', () => {
    const { paintImageXObject, paintImageMaskXObject, constructPath, endPath, dependency } = OPS;
    expect([paintImageXObject, paintImageMaskXObject, constructPath, endPath, dependency]).toEqual([
      85, 83, 91, 28, 1,
    ]);
  });
});

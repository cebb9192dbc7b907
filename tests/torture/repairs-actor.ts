/**
 * Damages copies of an archive by seeds, repairs each, and counts what a reader could get before the repair and not
 * after it. Started with: the folder to work in, the first seed, how many. Prints one line of JSON.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkByCommand } from '../support/damages/check-by-command.ts';
import { damageArchive } from '../support/damages/damage-archive.ts';
import { lostBetween, readArchive, takenBetween } from '../support/damages/read-archive.ts';
import { layRichArchive } from '../support/damages/rich-archive.ts';

const [work = '', first = '1', count = '2000'] = process.argv.slice(2);
const original = join(work, 'original');
await layRichArchive(original);
const lossy: { seed: number; done: readonly string[]; lost: readonly string[] }[] = [];
let repaired = 0;
let lostFacts = 0;
let recovered = 0;
let dangling = 0;
let acknowledgedLost = 0;
const taken: { seed: number; done: readonly string[]; references: readonly string[] }[] = [];
const acknowledged = readArchive(original);
const failures: unknown[] = [];
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const copy = join(work, `copy-${seed}`);
  cpSync(original, copy, { recursive: true });
  const done = damageArchive(copy, seed);
  const before = readArchive(copy);
  const answer = (await checkByCommand(copy, { repair: true, yes: true })) as {
    repaired?: readonly unknown[];
    findings?: readonly { readonly code: string }[];
  };
  if (answer.repaired === undefined) failures.push({ seed, done, answer });
  if ((answer.repaired?.length ?? 0) > 0) repaired++;
  const after = readArchive(copy);
  recovered += [...after.facts].filter((fact) => fact.includes('"Recovered ')).length;
  dangling += (answer.findings ?? []).filter(({ code }) => code === 'reference-lost').length;
  acknowledgedLost += lostBetween(acknowledged, after).length > 0 ? 1 : 0;
  const references = takenBetween(before, after);
  if (references.length > 0) taken.push({ seed, done, references });
  const lost = lostBetween(before, after);
  lostFacts += lost.length;
  if (lost.length > 0) lossy.push({ seed, done, lost: lost.map((fact) => fact.slice(0, 160)) });
  rmSync(copy, { recursive: true });
}
console.log(
  JSON.stringify({
    damages: Number(count),
    repaired,
    lossy: lossy.length,
    lostFacts,
    recovered,
    dangling,
    acknowledgedLost,
    taken: taken.slice(0, 12),
    takenFrom: taken.length,
    failures,
    examples: lossy.slice(0, 12),
  }),
);

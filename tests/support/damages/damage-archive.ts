/** Random damage, from a seed, as disks, syncs, Git and other programs do to the files of an archive. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Numbers from 0 to below 1 (mulberry32): the same for the same seed. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Chance = { readonly below: (count: number) => number; readonly of: <T>(items: readonly T[]) => T };
type Target = { readonly root: string; readonly path: string; readonly chance: Chance };
type Damage = (target: Target) => void;

const fullPath = ({ root, path }: Target): string => join(root, path);
const bytesOf = (target: Target): Buffer => readFileSync(fullPath(target));
const rewrite = (target: Target, bytes: string | Uint8Array): void => writeFileSync(fullPath(target), bytes);

const takeRecordOut: Damage = (target) => {
  const content = JSON.parse(String(bytesOf(target))) as Record<string, unknown> | null;
  const lists = Object.values(content ?? {}).filter(
    (value): value is unknown[] => Array.isArray(value) && value.length > 0,
  );
  if (lists.length === 0) return;
  const list = target.chance.of(lists);
  list.splice(target.chance.below(list.length), 1 + target.chance.below(2));
  rewrite(target, JSON.stringify(content));
};

const copyNames = [
  'NAME.sync-conflict-20240424-091500-ABCDEFG.json',
  'NAME (Anna’s conflicted copy 2024-04-24).json',
  'NAME-DESKTOP-ABC.json',
  'NAME 2.json',
  'NAME (1).json',
  'NAME.json.orig',
];

const copyBeside: Damage = (target) => {
  const whole = bytesOf(target);
  takeRecordOut(target);
  const [name = ''] = target.path.split('/').slice(-1);
  const copy = target.chance.of(copyNames).replace('NAME', name.replace(/\.json$/u, ''));
  writeFileSync(join(dirname(fullPath(target)), copy), whole);
};

const damages: Readonly<Record<string, Damage>> = {
  truncated: (target) => {
    const bytes = bytesOf(target);
    rewrite(target, bytes.subarray(0, target.chance.below(bytes.length)));
  },
  empty: (target) => rewrite(target, ''),
  nuls: (target) => rewrite(target, Buffer.alloc(bytesOf(target).length)),
  'flipped bytes': (target) => {
    const bytes = bytesOf(target);
    for (let count = 0; count < 3; count++)
      bytes[target.chance.below(bytes.length)] = target.chance.below(256);
    rewrite(target, bytes);
  },
  'no JSON': (target) => rewrite(target, '<html>502 Bad Gateway</html>'),
  null: (target) => rewrite(target, 'null'),
  'markers of a conflict': (target) => {
    const text = String(bytesOf(target));
    rewrite(target, `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> theirs\n`);
  },
  'a newer version': (target) =>
    rewrite(target, String(bytesOf(target)).replace(/"version": ?\d+/u, '"version": 99')),
  'a wrong shape': (target) => rewrite(target, '{"version": 1, "tags": {"a": 1}}'),
  gone: (target) => rmSync(fullPath(target)),
  'gone without a trace': (target) => {
    rmSync(fullPath(target));
    rmSync(`${fullPath(target)}.bak`, { force: true });
  },
  'damaged without a version before': (target) => {
    rewrite(target, '{"version": 1,');
    rmSync(`${fullPath(target)}.bak`, { force: true });
  },
  'the version before': (target) => {
    if (existsSync(`${fullPath(target)}.bak`)) copyFileSync(`${fullPath(target)}.bak`, fullPath(target));
  },
  'a folder in its place': (target) => {
    rmSync(fullPath(target));
    mkdirSync(fullPath(target));
  },
  'set aside': (target) => renameSync(fullPath(target), `${fullPath(target)}.corrupt-20240424T091500000Z`),
  'records taken out': takeRecordOut,
  'a conflict copy': copyBeside,
  'another file over it': (target) => {
    const name = target.path.split('/').at(-1);
    const others = textPaths(target.root).filter((path) => path !== target.path && path.endsWith(`/${name}`));
    if (others.length > 0) copyFileSync(join(target.root, target.chance.of(others)), fullPath(target));
  },
  'its folder gone': (target) => {
    const [top = '', id] = target.path.split('/');
    if (id !== undefined && top !== 'trash') rmSync(join(target.root, top, id), { recursive: true });
    else rmSync(fullPath(target));
  },
  'a merge that stopped': (target) => {
    mkdirSync(join(target.root, '.git'), { recursive: true });
    writeFileSync(join(target.root, '.git/MERGE_HEAD'), `${'a'.repeat(40)}\n`);
    takeRecordOut(target);
  },
};

const pathsBelow = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === '.git' ? [] : pathsBelow(root, path);
    return path.endsWith('.json') && path !== 'archive.json' ? [path] : [];
  });

const textPaths = (root: string): readonly string[] => [...pathsBelow(root, '')].sort();

/** Does one to three damages to an unencrypted archive. Returns a description for a failing test. */
export const damageArchive = (root: string, seed: number): readonly string[] => {
  const random = randomOf(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const chance: Chance = {
    below,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
  const done: string[] = [];
  for (let count = 1 + below(3); count > 0; count--) {
    const paths = textPaths(root);
    // Files that everything refers to are hit as often as all others.
    const roots = paths.filter((path) => !path.includes('/'));
    const path = chance.of(below(2) === 0 && roots.length > 0 ? roots : paths);
    const name = chance.of(Object.keys(damages));
    try {
      damages[name]?.({ root, path, chance });
    } catch (cause) {
      // An earlier damage may have made this one impossible.
      if (!(cause instanceof SyntaxError)) throw cause;
    }
    done.push(`${path}: ${name}`);
  }
  return done;
};

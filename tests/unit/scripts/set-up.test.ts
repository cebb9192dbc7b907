import { describe, expect, it } from 'vitest';
import { explainNpm } from '../../../scripts/setup/npm-trouble.mjs';
import { choosePackages } from '../../../scripts/setup/system-packages.mjs';

const wanted = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['libasound2t64', 'libasound2']];
const nothing = new Set<string>();

describe('the system packages that are asked for', () => {
  it('go by the name that apt offers', () => {
    const bookworm = new Set(['libgtk-3-0', 'libnss3', 'libasound2']);
    expect(choosePackages(wanted, { installed: nothing, offered: bookworm, hasTime64: false })).toEqual([
      'libgtk-3-0',
      'libnss3',
      'libasound2',
    ]);
    // In Debian 13 the old name of one of them is still offered, by what provides it.
    const trixie = new Set(['libgtk-3-0t64', 'libnss3', 'libasound2t64', 'libasound2']);
    expect(choosePackages(wanted, { installed: nothing, offered: trixie, hasTime64: true })).toEqual([
      'libgtk-3-0t64',
      'libnss3',
      'libasound2t64',
    ]);
  });

  it('leave out those that are installed, by whichever name', () => {
    const offered = new Set(['libgtk-3-0', 'libnss3', 'libasound2']);
    const installed = new Set(['libgtk-3-0', 'libasound2']);
    expect(choosePackages(wanted, { installed, offered, hasTime64: false })).toEqual(['libnss3']);
  });

  it('go by the age of the system where apt knows none', () => {
    const none = { installed: nothing, offered: nothing };
    expect(choosePackages(wanted, { ...none, hasTime64: false })).toEqual([
      'libgtk-3-0',
      'libnss3',
      'libasound2',
    ]);
    expect(choosePackages(wanted, { ...none, hasTime64: true })).toEqual([
      'libgtk-3-0t64',
      'libnss3',
      'libasound2t64',
    ]);
  });
});

describe('what is said of a failure of npm', () => {
  it('is its own reason, and what to do about an unknown authority', () => {
    const said = explainNpm(
      'npm error code SELF_SIGNED_CERT_IN_CHAIN\nnpm error errno SELF_SIGNED_CERT_IN_CHAIN\nnpm error request failed, reason: self-signed certificate in certificate chain\nnpm error A complete log of this run can be found in: /root/.npm/_logs/x.log\n',
    );
    expect(said).toContain('  request failed, reason: self-signed certificate in certificate chain');
    expect(said).toContain('npm config set cafile');
    expect(said).not.toContain('complete log');
  });

  it('names the proxy where nothing is reached', () => {
    expect(explainNpm('npm error code ENOTFOUND\nnpm error network request failed')).toContain(
      'npm config set https-proxy',
    );
  });

  it('says that there was no reason', () => {
    expect(explainNpm('')).toBe('npm gave no reason.');
  });
});

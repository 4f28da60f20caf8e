import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder, installationFolder, installationIn, isFinished, markFinished } from './cache.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';

describe('the cache folder', () => {
  it('is what PATCHBAY_CACHE says', () => {
    expect(cacheFolder({ PATCHBAY_CACHE: '/big/disk', XDG_CACHE_HOME: '/cache' })).toBe('/big/disk');
  });

  it('is in the cache folder of the desktop, else in the home folder', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/patchbay');
    expect(cacheFolder({ PATCHBAY_CACHE: '', XDG_CACHE_HOME: '' })).toBe(join(homedir(), '.cache', 'patchbay'));
  });

  it('has one folder for each n8n and Node.js', () => {
    expect(installationFolder({ PATCHBAY_CACHE: '/big/disk' })).toBe('/big/disk/n8n-2.41.1-node24');
  });
});

describe('an installation', () => {
  it('is finished once it is marked', () => {
    const folder = temporaryFolder();
    const { n8n } = installationIn(folder);
    mkdirSync(dirname(n8n), { recursive: true });
    writeFileSync(n8n, '');
    expect(isFinished(folder)).toBe(false);
    markFinished(folder);
    expect(isFinished(folder)).toBe(true);
  });

  it('is not finished when n8n is gone or its mark has other versions', () => {
    const folder = temporaryFolder();
    markFinished(folder);
    expect(isFinished(folder)).toBe(false);
    const { n8n } = installationIn(folder);
    mkdirSync(dirname(n8n), { recursive: true });
    writeFileSync(n8n, '');
    writeFileSync(join(folder, 'patchbay-installation.json'), '{"dependencies":{"n8n":"2.40.0"}}');
    expect(isFinished(folder)).toBe(false);
  });
});

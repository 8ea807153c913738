import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../src/arguments.js';

describe('parseArguments', () => {
  it('has defaults for all but the folder, which becomes absolute', () => {
    expect(parseArguments(['--data', 'x'])).toEqual({
      ok: true,
      value: {
        data: resolve('x'),
        tokenFile: null,
        port: 0,
        allowedOrigins: [],
        chooserRoots: [homedir()],
        logLevel: 'info',
      },
    });
  });

  it('takes a port, a level and any number of origins', () => {
    const origins = ['http://127.0.0.1:5173', 'https://compta.test'];
    const args = ['--data=/x', '--port', '8080', '--log-level', 'warn', '--token-file', '/run/token'];
    expect(parseArguments([...args, ...origins.flatMap((origin) => ['--allow-origin', origin])])).toEqual({
      ok: true,
      value: {
        data: '/x',
        tokenFile: resolve('/run/token'),
        port: 8080,
        allowedOrigins: origins,
        chooserRoots: [homedir()],
        logLevel: 'warn',
      },
    });
  });

  it('takes any number of folders in which people may look, instead of the home folder', () => {
    const parsed = parseArguments(['--data', 'x', '--allow-folder', '/', '--allow-folder=mandats']);
    expect(parsed).toMatchObject({ ok: true, value: { chooserRoots: [resolve('/'), resolve('mandats')] } });
  });

  it.each([
    'http://*',
    'http://*.test',
    'https://*:8443',
    'http://a;script-src',
    'http://a,b',
    "http://'self'",
    'https://a.test/',
    'https://A.test',
    'https://a.test:443',
    'http://user@a.test',
    'chrome-extension://abc',
    'file://',
    '//a.test',
    'null',
    '*',
    '',
  ])('G10: --allow-origin %s is refused', (origin) => {
    expect(parseArguments(['--data', 'x', '--allow-origin', origin])).toEqual({
      ok: false,
      message: `--allow-origin takes an origin like http://127.0.0.1:5173, not ${origin}.`,
    });
  });

  it('G10: --allow-origin takes names, addresses and ports', () => {
    const origins = ['http://localhost', 'https://compta-1.intra_net.test:8443', 'http://[::1]:5173'];
    const parsed = parseArguments(['--data', 'x', ...origins.flatMap((each) => ['--allow-origin', each])]);
    expect(parsed).toMatchObject({ ok: true, value: { allowedOrigins: origins } });
  });

  it.each([
    ['no folder', [], '--data DIR is missing.'],
    ['an unknown option', ['--data', 'x', '--verbose'], "Unknown option '--verbose'"],
    ['an argument too many', ['--data', 'x', 'y'], 'Unexpected argument'],
    ['no port', ['--data', 'x', '--port', 'http'], '--port must be 0…65535, not http.'],
    ['too high a port', ['--data', 'x', '--port', '65536'], '--port must be 0…65535, not 65536.'],
    ['no origin', ['--data', 'x', '--allow-origin', 'compta.test'], '--allow-origin takes an origin'],
    ['all origins', ['--data', 'x', '--allow-origin', '*'], '--allow-origin takes an origin'],
    ['the origin null', ['--data', 'x', '--allow-origin', 'null'], '--allow-origin takes an origin'],
    [
      'an origin with a path',
      ['--data', 'x', '--allow-origin', 'https://a.test/'],
      '--allow-origin takes an origin',
    ],
    ['a token file without name', ['--data', 'x', '--token-file', ''], '--token-file takes a file.'],
    ['a folder without name', ['--data', 'x', '--allow-folder', ''], '--allow-folder takes a folder.'],
    ['no level', ['--data', 'x', '--log-level', 'loud'], '--log-level cannot be loud.'],
  ])('%s is said', (_name, args, said) => {
    expect(parseArguments(args)).toEqual({ ok: false, message: expect.stringContaining(said) as string });
  });
});

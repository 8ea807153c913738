import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/**
 * Plants imports and lints them with the workspace's own configuration. Only the type-aware rules are off, since the
 * planted files are not on disk.
 */
const root = new URL('..', import.meta.url).pathname;

/** @type {ESLint} */
let eslint;
beforeAll(async () => {
  process.env['NX_DAEMON'] = 'false';
  await createProjectGraphAsync(); // The rule reads the graph that this leaves in Nx's cache, and is silent without one.
  eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { projectService: false, project: null, program: null } },
    },
  });
});

/** @param {string} file @param {string} code */
async function complaints(file, code) {
  const [result] = await eslint.lintText(code, { filePath: root + file });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const between = '@nx/enforce-module-boundaries';

describe('between projects', () => {
  it.each([
    ['apps/compta-banner/src/planted.ts', '@synchro/mandate-service'],
    ['apps/compta-banner/src/planted.ts', '@synchro/cresus-files'],
    ['apps/compta-banner/src/planted.ts', '@synchro/sync-testing'],
    ['apps/host-examples/src/planted.ts', '@synchro/sync-testing'],
    ['apps/synchro-console/src/planted.ts', '@synchro/mandate-service'],
    ['libs/sync-react/src/planted.ts', '@synchro/mandate-service'],
    ['libs/sync-core/src/domain/planted.ts', '@synchro/cresus-files'],
    ['libs/cresus-files/src/planted.ts', '@synchro/sync-core/domain'],
    ['libs/mandate-service/src/planted.ts', '@synchro/sync-react'],
    ['apps/synchro-agent/src/planted.ts', '@synchro/sync-react'],
    ['apps/synchro-agent/src/planted.ts', '@synchro/sync-testing'],
    ['apps/synchro-desk/src/planted.ts', '@synchro/sync-react'],
  ])('%s may not import %s', async (file, imported) => {
    expect(await complaints(file, `import '${imported}';\n`)).toContain(between);
  });

  it.each([
    ['apps/compta-banner/src/planted.ts', '@synchro/sync-react'],
    ['libs/sync-react/src/planted.ts', '@synchro/sync-core/client'],
    ['libs/mandate-service/src/planted.ts', '@synchro/cresus-files'],
    ['apps/synchro-agent/src/planted.ts', '@synchro/mandate-service'],
    ['apps/synchro-desk/src/page/simulate/planted.ts', '@synchro/sync-testing'],
  ])('%s may import %s', async (file, imported) => {
    expect(await complaints(file, `import '${imported}';\n`)).not.toContain(between);
  });
});

describe('inside sync-core', () => {
  it.each([
    ['domain', "import '../contract/index.js';", 'no-restricted-imports'],
    ['domain', "import '../client/index.js';", 'no-restricted-imports'],
    ['contract', "import '../client/index.js';", 'no-restricted-imports'],
    ['domain', 'export const now = () => new Date();', 'no-restricted-globals'],
    ['domain', 'export const luck = () => Math.random();', 'no-restricted-properties'],
    ['domain', "export const get = () => fetch('x');", 'no-restricted-globals'],
    ['contract', "export const get = () => fetch('x');", 'no-restricted-globals'],
  ])('%s rejects: %s', async (folder, code, rule) => {
    expect(await complaints(`libs/sync-core/src/${folder}/planted.ts`, `${code}\n`)).toContain(rule);
  });

  it.each([
    ['contract', "import '../domain/index.js';"],
    ['client', "import '../contract/index.js';"],
  ])('%s accepts: %s', async (folder, code) => {
    expect(await complaints(`libs/sync-core/src/${folder}/planted.ts`, `${code}\n`)).not.toContain(
      'no-restricted-imports',
    );
  });
});

describe('inside the desk', () => {
  const rule = 'no-restricted-imports';

  it.each(['@synchro/sync-testing', 'msw', 'msw/browser', './simulate/world-desk.js'])(
    'only its simulated part may import %s',
    async (imported) => {
      const code = `import '${imported}';\n`;
      expect(await complaints('apps/synchro-desk/src/page/planted.ts', code)).toContain(rule);
      expect(await complaints('apps/synchro-desk/src/page/simulate/planted.ts', code)).not.toContain(rule);
    },
  );
});

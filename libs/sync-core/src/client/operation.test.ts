import { describe, expect, expectTypeOf, it } from 'vitest';
import { paths } from '../contract/paths.js';
import { routes } from '../contract/routes.js';
import type { Route } from '../contract/routes.js';
import type { CallAnswer, CallInput, DefaultedParameter, StreamInput, WatchOperation } from './operation.js';

const all: readonly [string, Route][] = Object.entries(routes);

describe('operations', () => {
  it('lie where the routes say', () => {
    const byRoute = Object.fromEntries(all.map(([name, { method, path }]) => [name, { method, path }]));
    expect(paths).toEqual(byRoute);
  });

  it('know the parameters that have a default', () => {
    const known: Record<DefaultedParameter, true> = {
      limit: true,
      format: true,
      reversal: true,
      again: true,
    };
    const inSchemas = all.flatMap(([, { query }]) =>
      Object.entries(query?.properties ?? {}).flatMap(([name, schema]) =>
        'default' in schema ? [name] : [],
      ),
    );
    expect(new Set(inSchemas)).toEqual(new Set(Object.keys(known)));
  });

  it('fill in every parameter of their path', () => {
    for (const [name, { path, params }] of all) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(Object.keys(params?.properties ?? {}), name).toEqual(inPath);
    }
  });

  it('are typed from the contract', () => {
    expectTypeOf<WatchOperation>().toEqualTypeOf<'streamStatus' | 'streamOverview'>();
    expectTypeOf<CallAnswer<'exportPosting'>>().toEqualTypeOf<Uint8Array<ArrayBuffer>>();
    expectTypeOf<CallAnswer<'ignoreTwin'>>().toEqualTypeOf<undefined>();
    expectTypeOf<CallAnswer<'getPosting'>>().toHaveProperty('nextCursor').toEqualTypeOf<string | null>();
    expectTypeOf<CallInput<'createPosting'>>().toHaveProperty('idempotencyKey').toEqualTypeOf<string>();
    expectTypeOf<{ params: { mandateId: string }; query: { change: 'new' } }>().toExtend<
      CallInput<'listEntries'>
    >();
    expectTypeOf<{ params: { mandateId: string }; body: object }>().not.toExtend<CallInput<'getMandate'>>();
    expectTypeOf<object>().toExtend<StreamInput<'streamOverview'>>();
    expectTypeOf<object>().not.toExtend<StreamInput<'streamStatus'>>();
  });
});

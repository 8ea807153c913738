import { errorTable, problemType, routes } from '@synchro/sync-core/contract';
import type { ErrorCode, Route } from '@synchro/sync-core/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from './open-server.js';
import type { TestServer } from './open-server.js';

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: object;
}
type Content = Readonly<Record<string, { readonly schema: Readonly<Record<string, unknown>> }>>;
interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly securitySchemes: Readonly<Record<string, object>> };
  readonly security: readonly object[];
}

const table = Object.entries(routes as Record<string, Route>);
let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await openServer();
  document = (await (await server.fetch('/api/v1/openapi.json')).json()) as Document;
});
afterAll(() => server.close());

const describedAs = ({ method, path }: Route): Described => {
  const described = document.paths[`/api/v1${path}`]?.[method.toLowerCase()];
  if (described === undefined) throw new Error(`${method} ${path} is not described.`);
  return described;
};
const typesOf = (content: Content | undefined) => Object.keys(content ?? {});

describe('the description of the API is valid in itself', () => {
  it('OpenAPI 3.1, with a title, a version, and a security scheme that is there', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toEqual({ title: 'Synchro agent', version: '0.0.0-test' });
    for (const scheme of document.security.flatMap((one) => Object.keys(one)))
      expect(document.components.securitySchemes).toHaveProperty(scheme);
  });

  it('every schema in it is a JSON Schema, complete in itself', () => {
    const ajv = new Ajv2020({ strictSchema: false });
    for (const [, route] of table) {
      const { parameters = [], requestBody, responses } = describedAs(route);
      const schemas = [
        ...parameters.map(({ schema }) => schema),
        ...[requestBody?.content, ...Object.values(responses).map(({ content }) => content)].flatMap(
          (content) => Object.values(content ?? {}).map(({ schema }) => schema),
        ),
      ];
      for (const schema of schemas) expect(() => ajv.compile(schema)).not.toThrow();
    }
    expect(JSON.stringify(document)).not.toContain('"$ref"');
  });

  it('names every path parameter of a path, as required, and none twice', () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const { parameters = [] } of Object.values(methods)) {
        const inPath = parameters.filter((parameter) => parameter.in === 'path');
        expect(inPath.map(({ name }) => `{${name}}`).sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
        expect(inPath.every(({ required }) => required === true)).toBe(true);
        const names = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
        expect(new Set(names).size).toBe(names.length);
      }
  });
});

describe('the description and the table agree', () => {
  it('on the operations: all of them, no other, each under its id', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
    );
    const expected = table.map(([id, { method, path }]) => `${method.toLowerCase()} /api/v1${path} ${id}`);
    expect(described.sort()).toEqual(expected.sort());
  });

  it.each(table)('on %s: what is asked', (id, route) => {
    const { parameters = [], requestBody, summary, security } = describedAs(route);
    expect(summary).toBe(route.summary);
    expect(security).toEqual(id === 'openSession' ? [] : undefined);
    const named = (place: Parameter['in']) => parameters.filter((parameter) => parameter.in === place);
    const properties = route.query?.properties ?? {};
    expect(
      named('query')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(properties).sort());
    for (const { name, required } of named('query')) {
      const isNeeded =
        (route.query as { required?: string[] } | undefined)?.required?.includes(name) === true &&
        !('default' in (properties[name] ?? {}));
      expect([name, required === true]).toEqual([name, isNeeded]);
    }
    expect(named('header').map(({ name, required }) => [name, required === true])).toEqual(
      route.idempotencyKey === undefined ? [] : [['idempotency-key', route.idempotencyKey === 'required']],
    );
    expect(requestBody?.content['application/json']?.schema).toEqual(plain(route.body));
  });

  it.each(table)('on %s: what is answered', (_id, route) => {
    const { responses } = describedAs(route);
    const { status, schema, contentType = 'application/json' } = route.answer;
    const { [String(status)]: success, ...failures } = responses;
    expect(typesOf(success?.content)).toEqual(schema === null ? [] : [contentType]);
    expect(success?.content?.[contentType]?.schema).toEqual(plain(schema ?? undefined));

    const told = Object.entries(failures).flatMap(([code, { content }]) => {
      expect(typesOf(content)).toEqual(['application/problem+json']);
      const { type } = content?.['application/problem+json']?.schema['properties'] as {
        type: { enum: string[] };
      };
      return type.enum.map((name) => `${code} ${name}`);
    });
    const asInTable = (code: ErrorCode) => `${errorTable[code].status} ${problemType(code)}`;
    for (const code of [...route.errors, 'unauthorized', 'invalid-request'] as const)
      expect(told).toContain(asInTable(code));
    const all = (Object.keys(errorTable) as ErrorCode[]).map(asInTable);
    expect(told.filter((one) => !all.includes(one))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
  });
});

/** As it travels: without a schema's own symbols, and a constant as the only one of a list, which means the same. */
const plain = (schema: object | undefined): unknown =>
  schema === undefined
    ? undefined
    : JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
        if (typeof value !== 'object' || value === null || !('const' in value)) return value;
        const { const: only, ...rest } = value;
        return { ...rest, enum: [only] };
      });

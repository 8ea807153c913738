import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';

/**
 * Checks the parts of a request against the contract's schemas. Bodies are taken literally; only query strings, which
 * are text, may become numbers and booleans.
 */
export function addValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(validatorCompiler({ allErrors: true }));
  // The contract's tests validate every answer; serializing by schema would hide what they are to find.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
}

/** For a route with a large body: eight megabytes of wrong items would become gigabytes of errors. */
export const firstErrorOnly: FastifySchemaCompiler<unknown> = validatorCompiler({ allErrors: false });

function validatorCompiler(options: { readonly allErrors: boolean }): FastifySchemaCompiler<unknown> {
  const literal = new Ajv({ ...options, useDefaults: true, strictSchema: false });
  const coercing = new Ajv({ ...options, useDefaults: true, strictSchema: false, coerceTypes: true });
  return ({ schema, httpPart }) =>
    onFirstUse(() => (httpPart === 'querystring' ? coercing : literal).compile(schema as object));
}

/** Compiling all schemas would be a third of the agent's start, and most operations are not called for a long time. */
function onFirstUse(compile: () => ValidateFunction): ReturnType<FastifySchemaCompiler<unknown>> {
  let compiled: ValidateFunction | null = null;
  const validate = (data: unknown): boolean => {
    compiled ??= compile();
    const isValid = compiled(data);
    validate.errors = compiled.errors ?? null;
    return isValid;
  };
  // Where Fastify looks for what was wrong.
  validate.errors = null as ErrorObject[] | null;
  return validate;
}

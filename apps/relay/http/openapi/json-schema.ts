import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

/** A schema in the dialect of OpenAPI 3.1 (JSON Schema 2020-12). */
export type JsonSchema = Record<string, unknown>;

/**
 * What may be sent, as JSON Schema. Checks that JSON Schema cannot say (an order, one of two fields) are left out;
 * the relay makes them all the same and names the field.
 */
export function jsonSchema(schema: GenericSchema): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
  });
  return rest;
}

import * as v from 'valibot';
import { fail } from './errors.ts';

/**
 * Decodes what came from outside. The result is rebuilt from the schema's fields, so nothing that was not asked for
 * gets any further.
 * @throws LotsaError `invalid_payload`, naming the first field that does not fit.
 */
export function decode<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw fail('invalid_payload', {
    field: v.getDotPath(issue) ?? '',
    rule: issue.kind === 'validation' && /^[a-z_]+$/.test(issue.message) ? issue.message : issue.type,
  });
}

/** Whether something is what a schema says, for screens that ask before they send. */
export const fits = <Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): input is v.InferInput<Schema> => v.is(schema, input);

import * as v from 'valibot';
import { ConnectorError, type RecordStatus } from './connector.ts';

const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^[^\p{Cc}]+$/u));

/** What the other system answers when it has taken a record. */
export const Taken = v.object({ id: v.pipe(line(200), v.regex(/^[\w.:@-]+$/)) });

/** What it says of one. */
const Status: v.GenericSchema<unknown, RecordStatus> = v.variant('state', [
  v.object({ state: v.literal('received') }),
  v.object({ state: v.literal('registered'), number: line(100) }),
  v.object({ state: v.literal('refused'), reason: line(300) }),
]);

/** Reads an answer. @throws ConnectorError `EANSWER` for one that is not as agreed. */
export function answered<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> {
  try {
    return v.parse(schema, JSON.parse(text) as unknown);
  } catch {
    throw new ConnectorError('EANSWER');
  }
}

/** Reads what it says of a record. */
export const statusIn = (text: string): RecordStatus => answered(Status, text);

import { readFileSync } from 'node:fs';
import type { StaffWire } from './clients.ts';
import type { TestRelay } from './relay.ts';

const SPECIFICATION = new URL('../../packages/core/ACCESS.md', import.meta.url);

/** The rows of the table of `ACCESS.md` under a heading: the request, and what each column says. */
export function tableOf(heading: string): { columns: string[]; rows: Map<string, string[]> } {
  const text = readFileSync(SPECIFICATION, 'utf8');
  const lines = text
    .slice(text.indexOf(`## ${heading}\n`))
    .split('\n')
    .slice(1);
  const end = lines.findIndex((line) => line.startsWith('## '));
  const cells = lines
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  const [[, ...columns] = [], , ...rows] = cells;
  return { columns, rows: new Map(rows.map(([request = '', ...rest]) => [request, rest])) };
}

/** Who stands in each column of the tables of the staff. */
export const USERS: Record<string, string> = {
  owner: 'agent-01',
  agent: 'agent-02',
  asked: 'specialist-sbf',
  specialist: 'specialist-ubf',
  manager: 'manager-1',
  coordinator: 'coordinator-1',
  editor: 'webeditor-1',
  registrar: 'registrar-1',
  administrator: 'administrator-1',
};

/** Those of the staff of the columns whom Ekhamra does not have. */
export async function completeStaff({ storage }: TestRelay): Promise<void> {
  const like = await storage.get('users', 'registrar-1');
  if (!like) throw new Error('Ekhamra has no registrar');
  await storage.insert('users', [
    { ...like, id: 'administrator-1', role: 'administrator' },
    { ...like, id: 'coordinator-1', role: 'coordinator', departmentIds: ['SBF'] },
  ]);
}

/** The console of each column. */
export async function staffOf(relay: TestRelay): Promise<Map<string, StaffWire>> {
  const wires = new Map<string, StaffWire>();
  for (const [column, user] of Object.entries(USERS)) wires.set(column, await relay.staff(user));
  return wires;
}

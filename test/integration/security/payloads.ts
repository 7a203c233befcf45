/** Operators of MongoDB, as an object and as text (OWASP, NoSQL injection). */
export const OPERATORS: unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $where: 'sleep(1000) || true' },
  { $expr: { $function: { body: 'function(){return true}', args: [], lang: 'js' } } },
  { 'a.b': 1, '$set.passwordHash': 'x' },
  [{ $gt: '' }],
  { $in: ['ekhamra', 'agent-01'] },
];

/** Objects that would change every other object where they are merged carelessly. Written, because a literal cannot be. */
export const POLLUTERS = [
  '{"__proto__":{"polluted":"yes"}}',
  '{"constructor":{"prototype":{"polluted":"yes"}}}',
  '{"__proto__":{"__proto__":{"polluted":"yes"}},"toString":"polluted"}',
  '[{"__proto__":{"polluted":"yes"}}]',
];

/** Places outside of where a name belongs. */
export const TRAVERSALS = [
  '../../../etc/passwd',
  '..\\..\\..\\windows\\win.ini',
  '....//....//etc/passwd',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%252f..%252fetc%252fpasswd',
  '/etc/passwd',
  'C:\\boot.ini',
  'file:///etc/passwd',
  '\u0000/etc/passwd',
  'ekhamra\u0000.json',
  '__proto__',
  'constructor',
  '$where',
  'a'.repeat(4_000),
];

/** What nobody outside has to know: stacks, paths of files, the names of what stores. */
export const LEAKS =
  /node_modules|\.tsx?:\d|\bat \w+[ .(].*\d+:\d+|sqlite|libsql|mongo|bson|\/tmp\/|\/home\/|root:|ENOENT|Cannot read|is not a function|valibot|undefined is/i;

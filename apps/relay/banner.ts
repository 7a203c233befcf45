import type { Config } from './config.ts';
import type { Demo } from './seed/demo.ts';

/** What a start has to say to the person who started it. */
export interface Started {
  config: Config;
  /** The origin that browsers reach the relay at. */
  address: string;
  /** What the demo is; undefined when there is none. */
  demo: Demo | undefined;
  /** Opens the setup of the first administrator, when there is nobody yet. */
  setupToken: string | undefined;
  /** Whether there is a site to chat on. */
  hasSite: boolean;
}

/** The words of a start, for a person: where things are and how to get in. */
export function banner({ config, address, demo, setupToken, hasSite }: Started): string {
  const lines = ['', 'Lotsa is running.', ''];
  if (demo) {
    lines.push(`  Demo page  ${address}/demo/`, `  Chat page  ${address}/chat/${demo.siteId}`);
  }
  lines.push(`  Console    ${address}/console/`, '');
  if (demo) lines.push(...signIns(demo), '', ...hours(config));
  if (!demo && config.demo !== 'off') {
    lines.push('The store holds other data than the demo, and none of it was added. Set DEMO=0 to say so.');
  }
  if (setupToken) {
    lines.push('Nobody can sign in yet. Make the first administrator with this link, which works once:');
    lines.push('', `  ${address}/console/setup#token=${setupToken}`, '');
  }
  if (config.smtpUrl === null)
    lines.push('No mail is sent without SMTP_URL; administrators read it in the console.');
  if (!hasSite) {
    lines.push(
      'There is no site to chat on yet. An administrator makes one in the console, or imports a file there.',
    );
  }
  return `${lines.join('\n').trimEnd()}\n\n`;
}

function signIns({ users, password }: Demo): string[] {
  const roles = [...new Set(users.map(({ role }) => role))];
  const width = Math.max(...roles.map((role) => role.length));
  const names = roles.map((role) => {
    const ids = users.filter((user) => user.role === role).map(({ id }) => id);
    return `  ${role.padEnd(width)}  ${ids.join(', ')}`;
  });
  return ['Sign in to the console as', '', ...names, '', passwordLine(password)];
}

function passwordLine(password: Demo['password']): string {
  switch (password.from) {
    case 'made':
      return `with the password  ${password.text}  (it is not shown again; DEMO_PASSWORD sets another).`;
    case 'setting':
      return 'with the password that DEMO_PASSWORD holds.';
    case 'earlier':
      return 'with the password that the first start showed; set DEMO_PASSWORD to choose another.';
  }
}

function hours({ demo }: Config): string[] {
  return demo === 'open'
    ? ['The chat is open at any hour. With DEMO=hours it keeps the opening hours of Ekhamra.']
    : ['The chat keeps the opening hours of Ekhamra. With DEMO=1 it is open at any hour.'];
}

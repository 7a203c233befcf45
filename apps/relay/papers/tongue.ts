import type { Department, RetentionRule, Site } from '@lotsa/protocol';
import type { PaperFacts } from './facts.ts';
import type { Paper } from './model.ts';

/** A paper's two languages: what differs stands side by side where it is written. */
export interface Tongue {
  lang: 'sv' | 'en';
  say: (sv: string, en: string) => string;
  of: (name: { sv: string } & Record<string, string>) => string;
  date: (at: number) => string;
}

export const tongueOf = (lang: 'sv' | 'en'): Tongue => {
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'sv-SE', {
    dateStyle: 'long',
    timeZone: 'Europe/Stockholm',
  });
  return {
    lang,
    say: (sv, en) => (lang === 'en' ? en : sv),
    of: (name) => name[lang] ?? name.sv,
    date: (at) => format.format(at),
  };
};

/** The frame of a paper: title and when it was made. */
export const paper = (facts: PaperFacts, t: Tongue, title: string, sections: Paper['sections']): Paper => ({
  lang: t.lang,
  dir: 'ltr',
  title,
  made: [
    t.say(
      `Framtaget ${t.date(facts.at)} ur inställningarna på ${facts.publicUrl}. Stycken som börjar med ”Avgör:” fyller ni i själva.`,
      `Made on ${t.date(facts.at)} from the settings of ${facts.publicUrl}. Paragraphs that begin with “Decide:” are for you to fill in.`,
    ),
    facts.demo ? t.say('Obs: systemet körs med demodata.', 'Note: the system runs with demo data.') : '',
  ]
    .filter(Boolean)
    .join(' '),
  sections,
});

export const siteNames = (sites: readonly Site[], t: Tongue): string =>
  sites.map(({ name }) => t.of(name)).join(', ');
export const departmentNames = (departments: readonly Department[], t: Tongue): string =>
  departments.map(({ name }) => t.of(name)).join(', ');

/** For how long a rule keeps, in words. */
export function keptFor({ action, after, inForce, decision }: RetentionRule, t: Tongue): string {
  if (!inForce || decision === null)
    return t.say('Regeln är inte i kraft; inget gallras.', 'The rule is not in force; nothing is erased.');
  if (action === 'preserve') return t.say('Bevaras.', 'Preserved.');
  if (action === 'hold' || after === null) return t.say('En person avgör.', 'A person decides.');
  const time =
    after.unit === 'days'
      ? t.say(`${after.amount} dagar`, `${after.amount} days`)
      : t.say(`${after.amount} timmar`, `${after.amount} hours`);
  if (action === 'export')
    return t.say(
      `Överförs till registratur eller arkiv, gallras här efter ${time}.`,
      `Transferred to registry or archive, erased here after ${time}.`,
    );
  if (action === 'anonymise') return t.say(`Avidentifieras efter ${time}.`, `Anonymised after ${time}.`);
  return t.say(`Gallras efter ${time}.`, `Erased after ${time}.`);
}

/** The protection that is on, and what is not, one line each. */
export function measures(facts: PaperFacts, t: Tongue): { on: string[]; off: string[] } {
  const on: string[] = [];
  const off: string[] = [];
  const put = (is: boolean, yes: [string, string], no?: [string, string]): void => {
    if (is) on.push(t.say(...yes));
    else if (no) off.push(t.say(...no));
  };
  put(
    facts.https,
    ['Trafiken är krypterad (TLS, HSTS).', 'Traffic is encrypted (TLS, HSTS).'],
    [
      'Adressen är inte https: trafiken är inte krypterad.',
      'The address is not https: traffic is not encrypted.',
    ],
  );
  put(
    facts.encrypted,
    [
      'Det som skrivs är krypterat i databasen (AES-256-GCM). Filernas innehåll och kontaktuppgifter är det inte.',
      'What is written is encrypted in the database (AES-256-GCM). The bytes of files and contact details are not.',
    ],
    [
      'Det som skrivs är inte krypterat i databasen (ENCRYPTION_KEYS saknas).',
      'What is written is not encrypted in the database (ENCRYPTION_KEYS is not set).',
    ],
  );
  put(
    facts.scans,
    [
      'Filer kontrolleras av ett virusskydd när de kommer in.',
      'Files are scanned for viruses when they come in.',
    ],
    [
      'Filer kontrolleras inte av något virusskydd (SCAN_COMMAND saknas).',
      'Files are not scanned for viruses (SCAN_COMMAND is not set).',
    ],
  );
  put(
    facts.sso !== null,
    [
      `Medarbetare loggar in med kommunens inloggning (${facts.sso?.name ?? ''}, ${facts.sso?.host ?? ''}).`,
      `Staff sign in with the municipality's own sign-in (${facts.sso?.name ?? ''}, ${facts.sso?.host ?? ''}).`,
    ],
    [
      'Kommunens egen inloggning är inte ansluten; medarbetare har lösenord i Lotsa.',
      "The municipality's own sign-in is not connected; staff have passwords in Lotsa.",
    ],
  );
  put(
    facts.twoStepRoles.length > 0,
    [
      `Två steg krävs vid inloggning för: ${facts.twoStepRoles.join(', ')}.`,
      `Two steps are required at sign-in for: ${facts.twoStepRoles.join(', ')}.`,
    ],
    ['Ingen roll måste logga in i två steg.', 'No role has to sign in in two steps.'],
  );
  on.push(
    t.say(
      'Behörighet per roll; sekretessmarkerade samtal läses av ägaren och den förvaltning som fick dem.',
      'Access by role; conversations marked as secret are read by their owner and the department that was given them.',
    ),
    t.say('Personnummer maskas innan de sparas.', 'Personal numbers are masked before anything is stored.'),
    t.say('IP-adresser sparas och loggas inte.', 'IP addresses are neither stored nor logged.'),
    t.say(
      'Läsning, export och ändring loggas i en åtkomstlogg där varje post bär ett kvitto på den före.',
      'Reading, export and change are entries of an audit log in which each holds a hash of the one before.',
    ),
    t.say(
      'Export och radering kräver att personen bekräftar vem den är på nytt.',
      'Export and erasure need the person to prove again who it is.',
    ),
    t.say(
      'Inget hämtas från tredje part, och inget sparas i besökarens webbläsare innan chatten öppnas.',
      'Nothing is fetched from third parties, and nothing is stored in the visitor’s browser before the chat is opened.',
    ),
  );
  return { on, off };
}

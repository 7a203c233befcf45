import type {
  Case,
  Conversation,
  CaseEntry,
  Contact,
  FileRef,
  Message,
  RetentionRule,
  SubjectFound,
  SubjectRequest,
} from '@lotsa/protocol';
import type { ComponentChildren, VNode } from 'preact';
import type { ExportWords } from './words/extract.ts';

/** How the pages of an extract say things. */
export interface ExportTongue {
  words: ExportWords;
  when: (at: number) => string;
  topic: (id: string | null) => string;
  department: (id: string | null) => string;
  language: (tag: string) => string;
}

/** The style of an extract: a file of its own beside the pages; they are read from a disk, in light and dark and on paper. */
export const EXPORT_CSS = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{line-height:1.2}dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.25rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.35rem .5rem;border-block-end:1px solid #8886}
ol.log{list-style:none;padding:0}ol.log>li{border-inline-start:3px solid #8886;padding:.1rem .8rem;margin-block:.8rem;break-inside:avoid}
.meta{opacity:.8;font-size:.875rem;margin:0}.text{white-space:pre-wrap;overflow-wrap:anywhere;margin:.2rem 0}
@media print{body{margin:0;max-width:none}}
`;

function Sheet({
  words,
  title,
  up = '',
  children,
}: {
  words: ExportWords;
  title: string;
  up?: string;
  children: ComponentChildren;
}) {
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={`${up}style.css`} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}

/** The first page: what there is, why, for how long, and what the person may ask for. */
export function OverviewPage({
  tongue,
  request,
  found,
  rules,
  made,
}: {
  tongue: ExportTongue;
  request: SubjectRequest;
  found: SubjectFound;
  rules: readonly RetentionRule[];
  made: number;
}): VNode {
  const { words, when, department } = tongue;
  return (
    <Sheet words={words} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.intro({ name: request.name, received: when(request.receivedAt), made: when(made) })}</p>
      <h2>{words.records}</h2>
      {found.records.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul>
          {found.records.map(({ of, at, title }) => (
            <li>
              <a href={`records/${of.type}-${of.id}.html`}>
                {words[of.type]} {of.type === 'case' ? of.id : ''} {title}
              </a>
              , {when(at)}
            </li>
          ))}
        </ul>
      )}
      {found.protected.length > 0 && (
        <>
          <h2>{words.protectedTitle}</h2>
          <ul>
            {found.protected.map(({ departmentId, conversations, cases }) => (
              <li>
                {words.protectedText({
                  n: conversations + cases,
                  who: departmentId === null ? words.centre : department(departmentId),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.other}</h2>
      <ul>
        <li>{words.tokens({ n: found.tokens })}</li>
        <li>
          {words.mails}: {found.mails.length + found.incoming.length} (<a href="mails.json">mails.json</a>)
        </li>
        {found.bans.map(({ until }) => (
          <li>{words.banned({ until: when(until) })}</li>
        ))}
        {found.users.map(({ id, name }) => (
          <li>
            {words.staff}: {name} (<a href={`staff/${id}.json`}>{`${id}.json`}</a>)
          </li>
        ))}
      </ul>
      <h2>{words.why}</h2>
      <p>{words.whyText}</p>
      <p>{words.source}</p>
      <p>{words.recipients}</p>
      <h2>{words.how}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.rule}</th>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.decision}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr>
              <td>{rule.name}</td>
              <td>{keptFor(rule, words)}</td>
              <td>{rule.inForce && rule.decision !== null ? rule.decision : words.noDecision}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words.rights}</h2>
      <p>{words.rightsText}</p>
    </Sheet>
  );
}

function keptFor({ action, after }: RetentionRule, words: ExportWords): string {
  if (action === 'preserve') return words.preserved;
  if (action === 'hold' || after === null) return words.decided;
  return after.unit === 'days' ? words.days({ n: after.amount }) : words.hours({ n: after.amount });
}

const contactLine = (contact: Contact | null): string => Object.values(contact ?? {}).join(', ');

function Facts({ facts }: { facts: readonly (readonly [string, string | null])[] }) {
  return (
    <dl>
      {facts.map(([name, value]) =>
        value ? (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ) : null,
      )}
    </dl>
  );
}

function FileLink({ file }: { file: FileRef }) {
  return (
    <a href={`../files/${file.id}`} download={file.name}>
      {file.name}
    </a>
  );
}

const authorName = (author: Message['author'], words: ExportWords): string =>
  author.type === 'visitor' ? words.you : author.type === 'staff' ? author.name : 'Lotsa';

/** A conversation with everything in it. */
export function ConversationPage({
  tongue: { words, when, topic, department, language },
  doc,
  messages,
  rating,
}: {
  tongue: ExportTongue;
  doc: Conversation;
  messages: readonly Message[];
  rating: { scores: Record<string, number>; comment: string | null } | undefined;
}): VNode {
  const title = `${words.conversation}: ${topic(doc.topicId) || when(doc.startedAt)}`;
  return (
    <Sheet words={words} title={title} up="../">
      <p>
        <a href="../index.html">{words.back}</a>
      </p>
      <h1>{title}</h1>
      <Facts
        facts={[
          ['Id', doc.id],
          [words.from, when(doc.startedAt)],
          [words.closed, doc.closedAt === null ? null : when(doc.closedAt)],
          [words.contact, contactLine(doc.contact)],
          [words.department, department(doc.departmentId)],
          [words.language, language(doc.language)],
          [words.page, doc.page],
          [words.case, doc.caseNumber],
          ...Object.entries(doc.facts ?? {}),
          [
            words.survey,
            rating
              ? [...Object.entries(rating.scores).map(([name, score]) => `${name}: ${score}`), rating.comment]
                  .filter(Boolean)
                  .join(', ')
              : null,
          ],
        ]}
      />
      <h2>{words.log}</h2>
      <ol class="log">
        {messages.map((message) => (
          <li>
            <p class="meta">
              {when(message.at)} {authorName(message.author, words)}
              {message.kind === 'note' && ` (${words.note})`}
            </p>
            {message.kind === 'event' ? (
              <p class="text">{words.ofConversation[message.event.type]}</p>
            ) : message.kind === 'file' ? (
              <p class="text">
                <FileLink file={message.file} />
              </p>
            ) : (
              <p class="text" dir="auto">
                {message.text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

/** A case with its whole log. */
export function CasePage({
  tongue,
  doc,
}: {
  tongue: ExportTongue;
  doc: Case & { log: readonly CaseEntry[] };
}): VNode {
  const { words, when, department, language } = tongue;
  const title = `${words.case} ${doc.number}: ${doc.title[words.lang] ?? doc.title.sv}`;
  const first = doc.log[0]?.event;
  const opening = first?.type === 'received' ? first.opening : undefined;
  return (
    <Sheet words={words} title={title} up="../">
      <p>
        <a href="../index.html">{words.back}</a>
      </p>
      <h1>{title}</h1>
      <Facts
        facts={[
          [words.from, when(doc.receivedAt)],
          [words.closed, doc.closedAt === null ? null : when(doc.closedAt)],
          [words.contact, contactLine(doc.contact)],
          [words.department, department(doc.departmentId || null)],
          [words.language, language(doc.language)],
        ]}
      />
      {opening && opening.answers.length > 0 && (
        <>
          <h2>{words.answers}</h2>
          <Facts
            facts={opening.answers.map(({ label, value, option }) => [
              label[words.lang] ?? label.sv,
              option ? (option[words.lang] ?? option.sv) : String(value),
            ])}
          />
        </>
      )}
      <h2>{words.log}</h2>
      <ol class="log">
        {doc.log.map((entry) => (
          <li>
            <p class="meta">
              {when(entry.at)} {authorName(entry.author, words)}
            </p>
            <p class="text">{words.ofCase[entry.event.type]}</p>
            <EntryText entry={entry} />
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function EntryText({ entry: { event } }: { entry: CaseEntry }) {
  const text = 'text' in event ? event.text : 'reason' in event ? event.reason : undefined;
  const files =
    event.type === 'received' ? event.opening.files : event.type === 'supplemented' ? event.files : [];
  return (
    <>
      {text !== undefined && (
        <p class="text" dir="auto">
          {text}
        </p>
      )}
      {files.map((file) => (
        <p>
          <FileLink file={file} />
        </p>
      ))}
    </>
  );
}

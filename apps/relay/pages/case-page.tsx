import { isOverdue } from '@lotsa/core';
import { LIMITS } from '@lotsa/protocol';
import type { FileRef, Localised, Site, VisitorCase, VisitorCaseEvent } from '@lotsa/protocol';
import { ErrorSummary } from './errors.tsx';
import { Page } from './page.tsx';
import type { Language } from './words/index.ts';

/** A case as its visitor follows it. */
export interface CasePageProps {
  site: Site;
  it: VisitorCase;
  /** The secret, which every link of the page carries on. */
  secret: string;
  /** The full address of the page, to be kept. */
  address: string;
  language: Language;
  now: number;
  departmentName: (id: string) => Localised | undefined;
  /** What was just done. */
  done: 'received' | 'supplemented' | 'withdrawn' | null;
  /** What is wrong with what was just sent, and what was typed. */
  failed: { supplement?: string; withdraw?: string; whole?: string; text?: string };
}

/** Where a case is, what came in, what has happened, and what its visitor can do. */
export function CasePage(props: CasePageProps) {
  const { site, it, secret, language, failed, done } = props;
  const { words, say } = language;
  const path = `/case/${it.number}`;
  const lang = `lang=${language.tag}`;
  const errors = [
    ...(failed.supplement ? [{ id: 'text', label: words.supplementText, text: failed.supplement }] : []),
    ...(failed.withdraw ? [{ id: 'confirm', label: words.withdrawConfirm, text: failed.withdraw }] : []),
  ];
  const wrong = errors.length > 0 || failed.whole !== undefined;
  const title = `${words.caseOf(it.number)}: ${say(it.title)}`;
  return (
    <Page
      title={wrong ? `${words.errorTitle}: ${title}` : title}
      language={language}
      site={site}
      inLanguage={(tag) => `${path}?key=${secret}&lang=${tag}`}
    >
      <ErrorSummary words={words} whole={failed.whole ?? null} fields={errors} />
      {done && !wrong && <Done {...props} done={done} />}
      <p class="case-number">{words.caseOf(it.number)}</p>
      <h1>{say(it.title)}</h1>
      <Status {...props} />
      <Sent {...props} />
      <Log {...props} />
      {it.open ? (
        <>
          <form
            class="form"
            method="post"
            action={`${path}/supplements?${lang}`}
            encType="multipart/form-data"
          >
            <h2>{words.supplementTitle}</h2>
            <Hidden secret={secret} it={it} />
            <div class="ui-field">
              <label class="ui-field-label" for="text">
                {words.supplementText}
              </label>
              {failed.supplement && (
                <p class="ui-field-error" id="text-error">
                  {failed.supplement}
                </p>
              )}
              <textarea
                class="ui-input"
                id="text"
                name="text"
                rows={5}
                dir="auto"
                aria-describedby={failed.supplement ? 'text-error' : undefined}
                aria-invalid={failed.supplement ? 'true' : undefined}
              >
                {`\n${failed.text ?? ''}`}
              </textarea>
            </div>
            <div class="ui-field">
              <label class="ui-field-label" for="files">
                {words.files} <span class="ui-field-optional">({words.optional})</span>
              </label>
              <p class="ui-field-hint" id="files-help">
                {words.fileLimit(LIMITS.filesOfField, LIMITS.fileBytes / 1024 / 1024)}
              </p>
              <input
                class="ui-input"
                id="files"
                type="file"
                name="files"
                multiple
                aria-describedby="files-help"
              />
            </div>
            <button type="submit" class="ui-button">
              {words.supplementSend}
            </button>
          </form>
          <form
            class="form"
            method="post"
            action={`${path}/withdrawal?${lang}`}
            encType="multipart/form-data"
          >
            <h2>{words.withdrawTitle}</h2>
            <p>{words.withdrawText}</p>
            <Hidden secret={secret} it={it} />
            <div class="ui-field">
              {failed.withdraw && (
                <p class="ui-field-error" id="confirm-error">
                  {failed.withdraw}
                </p>
              )}
              <label class="ui-choice">
                <input
                  id="confirm"
                  type="checkbox"
                  name="confirm"
                  value="true"
                  aria-describedby={failed.withdraw ? 'confirm-error' : undefined}
                  aria-invalid={failed.withdraw ? 'true' : undefined}
                />
                <span>{words.withdrawConfirm}</span>
              </label>
            </div>
            <button type="submit" class="ui-button">
              {words.withdrawSend}
            </button>
          </form>
        </>
      ) : (
        <p>
          {words.endedText} <a href={`/contact/${site.id}?${lang}`}>{words.supplementTitle}</a>
        </p>
      )}
    </Page>
  );
}

/** What both forms carry: the secret, and an id that makes a second press of the button the same request (rule D2). */
function Hidden({ secret, it }: Pick<CasePageProps, 'secret' | 'it'>) {
  return (
    <>
      <input type="hidden" name="key" value={secret} />
      <input type="hidden" name="id" value={`after-entry-${String(it.log.length).padStart(6, '0')}`} />
    </>
  );
}

function Done({ done, it, address, language }: CasePageProps & { done: NonNullable<CasePageProps['done']> }) {
  const { words, date } = language;
  return (
    <div class="ui-banner" data-tone="ok" role="status">
      <div class="ui-banner-text">
        {done === 'received' ? (
          <>
            <h2>{words.received_title}</h2>
            <p>{words.received_text(it.number, date(it.promisedAt))}</p>
            <p>{words.keepLink}</p>
            <p>
              <a href={address} dir="ltr" class="address">
                {address}
              </a>
            </p>
          </>
        ) : (
          <p>{words[`${done}_done`]}</p>
        )}
      </div>
    </div>
  );
}

function Status({ it, language, departmentName, now }: CasePageProps) {
  const { words, say, date } = language;
  const department = it.departmentId === null ? undefined : departmentName(it.departmentId);
  const who = department ? say(department) : words.centre;
  const overdue = isOverdue({ open: it.open ? 1 : 0, promisedAt: it.promisedAt }, now);
  return (
    <section aria-labelledby="status">
      <h2 id="status">{words.statusTitle}</h2>
      <dl class="facts">
        <dt>{words.statusLabel}</dt>
        <dd>{words[`status_${it.status}`]}</dd>
        <dt>{words.whoLabel}</dt>
        <dd>{it.handlerName === null ? who : `${it.handlerName}, ${who}`}</dd>
        <dt>{it.open ? words.whenLabel : words.endedLabel}</dt>
        <dd>{date(it.promisedAt)}</dd>
      </dl>
      {it.together && <p>{words.together}</p>}
      {overdue && (
        <p class="ui-banner" data-tone="warn">
          {words.overdue}
        </p>
      )}
    </section>
  );
}

function Sent({ it, language, secret }: CasePageProps) {
  const { words, say, dateTime } = language;
  if (it.asked.length + it.answers.length + it.files.length === 0) return null;
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{words.sentTitle}</h2>
      {it.asked.length > 0 && (
        <ol class="log">
          {it.asked.map(({ at, text }) => (
            <li>
              <time dateTime={new Date(at).toISOString()}>{dateTime(at)}</time>
              <p class="written" lang={it.language} dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
      {it.answers.length > 0 && (
        <dl class="facts">
          {it.answers.map(({ label, value, option }) => (
            <>
              <dt>{say(label)}</dt>
              <dd class="written" dir="auto">
                {option ? say(option) : value === true ? words.yes : String(value)}
              </dd>
            </>
          ))}
        </dl>
      )}
      <FileList files={it.files} secret={secret} label={words.files} />
    </section>
  );
}

function Log({ it, language, secret, departmentName }: CasePageProps) {
  const { words, dateTime } = language;
  return (
    <section aria-labelledby="log">
      <h2 id="log">{words.logTitle}</h2>
      <ol class="log">
        {it.log.map(({ at, event }) => (
          <li>
            <time dateTime={new Date(at).toISOString()}>{dateTime(at)}</time>
            <p>{happened(event, language, departmentName)}</p>
            {'text' in event && (
              <p class="written" dir="auto">
                {event.text}
              </p>
            )}
            {'files' in event && <FileList files={event.files} secret={secret} label={words.files} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function happened(
  event: VisitorCaseEvent,
  { words, say, date }: Language,
  departmentName: CasePageProps['departmentName'],
): string {
  switch (event.type) {
    case 'received':
      return words.log_received;
    case 'supplemented':
      return words.log_supplemented;
    case 'withdrawn':
      return words.log_withdrawn;
    case 'statusSet':
      return words[`status_${event.status}`];
    case 'departmentSet': {
      const name = event.departmentId === null ? undefined : departmentName(event.departmentId);
      return words.log_forwarded(name ? say(name) : words.centre, date(event.promisedAt));
    }
    case 'answered':
      return words.log_answered(event.name);
    case 'promiseSet':
      return words.log_promised(date(event.promisedAt), event.reason);
    case 'merged':
      return words.log_merged;
    case 'reopened':
      return words.log_reopened(date(event.promisedAt));
  }
}

function FileList({ files, secret, label }: { files: readonly FileRef[]; secret: string; label: string }) {
  if (files.length === 0) return null;
  return (
    <ul class="files" aria-label={label}>
      {files.map((file) => (
        <li>
          <a href={`/api/files/${file.id}?key=${secret}`}>
            <bdi>{file.name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A page for a link that opens nothing: the same whether it is the number or the secret that is wrong. */
export function UnknownCasePage({ language, tooOften }: { language: Language; tooOften: boolean }) {
  const { words } = language;
  const title = tooOften ? words.tooOftenTitle : words.unknownTitle;
  return (
    <Page title={title} language={language} site={null} inLanguage={null}>
      <h1>{title}</h1>
      <p>{tooOften ? words.tooOftenText : words.unknownText}</p>
    </Page>
  );
}

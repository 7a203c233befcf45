import { recordId } from '@lotsa/core';
import { type FoundRecord, LIMITS, type SubjectFound, type SubjectRequest } from '@lotsa/protocol';
import { Banner, Button, Checkbox, EmptyState, iconSearch, iconTrash, TextField } from '@lotsa/ui';
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { departmentName } from '../names/names.ts';
import { useProof } from '../security/use-proof.tsx';
import { Table } from '../tables/table.tsx';
import { RectifyDialog } from './rectify-dialog.tsx';

interface FoundProps {
  readonly request: SubjectRequest;
  readonly onChanged: (request: SubjectRequest) => void;
  /** Something was entered in the register by the way. */
  readonly onActed: () => void;
}

/** Everything about the person, and what can be done with it. */
export function Found({ request, onChanged, onActed }: FoundProps) {
  const { staff, i18n, toasts } = useApp();
  const { t, formats } = i18n;
  const [words, setWords] = useState('');
  const [found, setFound] = useState<SubjectFound | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [rectifying, setRectifying] = useState<FoundRecord | null>(null);
  const { withProof, proof } = useProof();
  const { busy, act } = useAct();
  const heading = useRef<HTMLHeadingElement>(null);

  async function find() {
    const asked = { requestId: request.id, words: words.trim() || null };
    const done = await act(() => withProof(() => staff.ask('subject-request:find', asked)));
    if (!done) return;
    setFound(done.value);
    setChosen(new Set());
    onActed();
  }
  async function findAgain() {
    await find();
    // Nothing is chosen any more: the button that was pressed cannot have the focus.
    heading.current?.focus();
  }
  const records = found?.records.filter(({ of }) => chosen.has(recordId(of))) ?? [];
  const change = { requestId: request.id, revision: request.revision, records: records.map(({ of }) => of) };

  async function erase() {
    const done = await act(() => withProof(() => staff.ask('subject-request:erase', change)));
    if (!done) return;
    const { erased, kept } = done.value;
    setAsking(false);
    toasts.show({ text: t.subjectErased({ n: formats.number(erased), kept: formats.number(kept) }) });
    onChanged(done.value.request);
    await findAgain();
  }
  async function restrict() {
    if (await act(() => staff.ask('subject-request:restrict', change), t.subjectRestricted))
      await findAgain();
  }
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  const n = formats.number(records.length);

  return (
    <section class="subjects">
      <h3 id="subject-found" ref={heading} tabIndex={-1}>
        {t.subjectFound}
      </h3>
      <form
        class="subject-search"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <TextField
          label={t.subjectFindWords}
          hint={t.subjectFindWordsHint}
          optional={t.optional}
          value={words}
          maxLength={LIMITS.searchQuery}
          onValue={setWords}
        />
        <Button type="submit" icon={iconSearch} busy={busy}>
          {found ? t.subjectFindAgain : t.subjectFind}
        </Button>
      </form>
      {found && (
        <>
          <Beside found={found} />
          {found.records.length === 0 ? (
            <EmptyState icon={iconSearch} title={t.subjectFoundNothing}>
              {t.subjectFoundNothingText}
            </EmptyState>
          ) : (
            <Table
              caption={t.subjectFound}
              columns={[t.subjectRecord, t.subjectBy, t.subjectsCame, t.subjectErasing, t.subjectRectify]}
            >
              {found.records.map((record) => (
                <RecordRow
                  key={recordId(record.of)}
                  record={record}
                  chosen={chosen.has(recordId(record.of))}
                  onChosen={(on) => toggle(recordId(record.of), on)}
                  onRectify={() => setRectifying(record)}
                />
              ))}
            </Table>
          )}
          {found.records.length > 0 && (
            <div class="subject-actions">
              <Button icon={iconTrash} disabled={records.length === 0} onClick={() => setAsking(true)}>
                {t.subjectErase({ n })}
              </Button>
              <Button busy={busy} disabled={records.length === 0} onClick={() => void restrict()}>
                {t.subjectRestrict({ n })}
              </Button>
            </div>
          )}
        </>
      )}
      {asking && (
        <FormDialog
          title={t.subjectEraseTitle}
          send={t.subjectEraseDo}
          danger
          busy={busy}
          onSubmit={() => void erase()}
          onClose={() => setAsking(false)}
        >
          <p>
            {t.subjectEraseText({
              n: formats.number(records.filter(({ kept }) => kept === null).length),
              kept: formats.number(records.filter(({ kept }) => kept !== null).length),
            })}
          </p>
        </FormDialog>
      )}
      {proof}
      {rectifying && (
        <RectifyDialog
          request={request}
          record={rectifying}
          onClose={() => setRectifying(null)}
          onDone={(after) => {
            setRectifying(null);
            onChanged(after);
            void find();
          }}
        />
      )}
    </section>
  );
}

/** What there is besides records: what is protected, mails, browsers, the staff. */
function Beside({ found }: { readonly found: SubjectFound }) {
  const { i18n, state } = useApp();
  const { t, formats } = i18n;
  const { directory } = state.value;
  return (
    <>
      {found.more && <Banner tone="warn">{t.subjectFoundMore}</Banner>}
      {found.protected.map(({ departmentId, conversations, cases }) => (
        <Banner key={departmentId} tone="warn">
          {t.subjectProtected({
            n: conversations + cases,
            who: departmentId === null ? t.subjectCentre : departmentName(directory, departmentId, i18n),
          })}
        </Banner>
      ))}
      <ul class="subject-beside">
        {found.mails.length > 0 && <li>{t.subjectMails({ n: formats.number(found.mails.length) })}</li>}
        {found.incoming.length > 0 && (
          <li>{t.subjectIncoming({ n: formats.number(found.incoming.length) })}</li>
        )}
        {found.tokens > 0 && <li>{t.subjectTokens({ n: formats.number(found.tokens) })}</li>}
        {found.bans.map(({ until }) => (
          <li key={until}>{t.subjectBanned({ when: formats.dayTime(until) })}</li>
        ))}
        {found.users.map(({ id, name, auditEntries, conversations, cases }) => (
          <li key={id}>
            {t.subjectUser({
              name,
              id,
              entries: formats.number(auditEntries),
              owned: formats.number(conversations + cases),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

interface RecordRowProps {
  readonly record: FoundRecord;
  readonly chosen: boolean;
  readonly onChosen: (on: boolean) => void;
  readonly onRectify: () => void;
}

function RecordRow({ record, chosen, onChosen, onRectify }: RecordRowProps) {
  const { t, formats } = useApp().i18n;
  const { of, by, at, title, excerpt, kept, keptUntil, contact } = record;
  const what = of.type === 'case' ? t.subjectCase({ number: of.id }) : t.subjectConversation;
  const named = [what, title].filter(Boolean).join(', ');
  return (
    <tr>
      <td>
        <Checkbox label={named} checked={chosen} onChecked={onChosen} />
        <p class="subject-excerpt" dir="auto">
          {excerpt}
        </p>
        {contact && <p class="subject-excerpt">{Object.values(contact).join(', ')}</p>}
      </td>
      <td>{t[`subjectBy_${by}`]}</td>
      <td>{formats.date(at)}</td>
      <td>
        {kept === null
          ? t.subjectMayErase
          : keptUntil === null
            ? t[`subjectKept_${kept}`]
            : t.subjectKeptUntil({ kept: t[`subjectKept_${kept}`], when: formats.date(keptUntil) })}
      </td>
      <td>
        <Button aria-label={t.subjectRectifyOf({ what: named })} onClick={onRectify}>
          {t.subjectRectify}
        </Button>
      </td>
    </tr>
  );
}

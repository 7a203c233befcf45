import type { SubjectRequest } from '@lotsa/protocol';
import { Badge, Button, EmptyState, iconCheck, Tabs } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { AdminLink } from '../admin/admin-link.tsx';
import type { SectionProps } from '../admin/sections/section.ts';
import { useApp } from '../app-context.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import { Table } from '../tables/table.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { RequestView } from './request-view.tsx';
import { SUBJECTS } from './section.ts';
import './subjects.css';

/** The register of what people asked for about their own data (rule S1), and one of it. */
export function SubjectsScreen({ item }: SectionProps) {
  return item === null ? <Register /> : <RequestView key={item} id={item} />;
}

function Register() {
  const { i18n, route } = useApp();
  const { t } = i18n;
  const [tab, setTab] = useState<'open' | 'done'>('open');
  const [entering, setEntering] = useState(false);
  return (
    <div class="subjects">
      <div>
        <Button variant="primary" onClick={() => setEntering(true)}>
          {t.subjectsEnter}
        </Button>
      </div>
      <Tabs
        label={t.subjects}
        selected={tab}
        onSelect={(id) => setTab(id as typeof tab)}
        tabs={[
          { id: 'open', label: t.subjectsOpen, panel: tab === 'open' && <List state="open" /> },
          { id: 'done', label: t.subjectsDone, panel: tab === 'done' && <List state="done" /> },
        ]}
      />
      {entering && (
        <RequestDialog
          request={null}
          onClose={() => setEntering(false)}
          onSaved={({ id }) => route.openAdmin(SUBJECTS, id)}
        />
      )}
    </div>
  );
}

function List({ state }: { readonly state: 'open' | 'done' }) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const pages = usePages(
    (after) => staff.ask('subject-requests:list', { state, after }),
    ({ requests }) => requests,
  );
  return (
    <Paged
      pages={pages}
      failed={t.subjectsFailed}
      none={
        <EmptyState icon={iconCheck} title={state === 'open' ? t.subjectsNone : t.subjectsNoneDone}>
          {state === 'open' && t.subjectsNoneText}
        </EmptyState>
      }
    >
      {(requests) => (
        <Table
          caption={state === 'open' ? t.subjectsOpen : t.subjectsDone}
          columns={[
            t.subjectsWho,
            t.subjectsWhat,
            t.subjectsCame,
            state === 'open' ? t.subjectsDue : t.subjectsOutcome,
          ]}
        >
          {requests.map((request) => (
            <Row key={request.id} request={request} />
          ))}
        </Table>
      )}
    </Paged>
  );
}

function Row({ request }: { readonly request: SubjectRequest }) {
  const { t, formats } = useApp().i18n;
  const { id, name, kind, receivedAt, deadline, outcome } = request;
  const link = (
    <AdminLink section={SUBJECTS} item={id}>
      <bdi>{name}</bdi>
    </AdminLink>
  );
  return (
    <tr>
      <td>{link}</td>
      <td>{t[`subjectKind_${kind}`]}</td>
      <td>{formats.date(receivedAt)}</td>
      <td>
        {outcome ? (
          t[`subjectOutcome_${outcome}`]
        ) : (
          <>
            {formats.date(deadline)} {deadline < Date.now() && <Badge tone="warn">{t.subjectsLate}</Badge>}
          </>
        )}
      </td>
    </tr>
  );
}

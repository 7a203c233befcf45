import { CaseNumber, type CaseStatus, fits, type Me } from '@lotsa/protocol';
import { Button, EmptyState, iconFile, SelectField, Skeleton, TextField } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Failed } from '../fetching/failed.tsx';
import { VirtualList } from '../lists/virtual-list.tsx';
import { kindOptions } from './case-names.ts';
import { caseListsOf, isSameQuery } from './case-lists.ts';
import { CaseRow } from './case-row.tsx';

/** Lines of a row, with their room. */
const ROW_REM = 6.5;
const STATUSES = [
  'received',
  'forwarded',
  'planned',
  'inProgress',
  'waitingForVisitor',
  'done',
  'notOurs',
  'refused',
  'duplicate',
  'withdrawn',
] as const satisfies readonly CaseStatus[];
const OPEN = 5;

/** The cases to choose from: a list, narrowed by type and status, and a way to any case by its number. */
export function CaseList({ me, number }: { readonly me: Me; readonly number: string | null }) {
  const app = useApp();
  const { i18n, cases, staff, route } = app;
  const { t } = i18n;
  const lists = caseListsOf(me, app);
  const shown = cases.value.list;
  const [key, setKey] = useState(
    () =>
      lists.find(
        ({ box, departmentId }) => box === shown?.query.box && departmentId === shown.query.departmentId,
      )?.key ?? lists[0]?.key,
  );
  const [kind, setKind] = useState(shown?.query.kind ?? '');
  const [status, setStatus] = useState<string>(shown?.query.status ?? '');
  const name = lists.find((each) => each.key === key) ?? lists[0];
  const box = name?.box ?? 'mine';
  const departmentId = name?.departmentId ?? null;
  const statuses = box === 'ended' ? STATUSES.slice(OPEN) : STATUSES.slice(0, OPEN);
  const chosen = statuses.find((each) => each === status) ?? null;

  useEffect(() => {
    const query = { box, departmentId, kind: kind || null, status: chosen };
    if (!isSameQuery(staff.cases.state.list?.query, query)) void staff.cases.choose(query);
  }, [staff, box, departmentId, kind, chosen]);

  return (
    <section class="case-list" aria-label={t.cases}>
      <header class="case-list-head">
        <h2 id="cases-title" tabIndex={-1}>
          {t.cases}
        </h2>
        <GoTo onNumber={(to) => route.openCases(to)} />
        <div class="case-filter" role="group" aria-label={t.caseFilter}>
          <SelectField
            label={t.caseList}
            value={name?.key ?? ''}
            onValue={setKey}
            options={lists.map((each) => ({ value: each.key, label: each.label }))}
          />
          <SelectField
            label={t.caseKind}
            value={kind}
            onValue={setKind}
            options={[{ value: '', label: t.caseAllKinds }, ...kindOptions(app)]}
          />
          <SelectField
            label={t.caseStatus}
            value={chosen ?? ''}
            onValue={setStatus}
            options={[
              { value: '', label: t.caseAllStatuses },
              ...statuses.map((value) => ({ value, label: t[`caseStatus_${value}`] })),
            ]}
          />
        </div>
      </header>
      <Rows me={me} number={number} label={name?.label ?? t.cases} />
    </section>
  );
}

function Rows({
  me,
  number,
  label,
}: {
  readonly me: Me;
  readonly number: string | null;
  readonly label: string;
}) {
  const { i18n, cases, staff } = useApp();
  const { t } = i18n;
  const { list } = cases.value;
  if (list?.error) {
    return (
      <Failed title={t.casesFailed} onAgain={() => void staff.cases.choose({ ...list.query })}>
        {errorText(i18n, list.error)}
      </Failed>
    );
  }
  if (!list?.loaded) {
    return (
      <div class="list-skeleton" aria-busy="true">
        <Skeleton lines={3} />
        <Skeleton lines={3} />
        <Skeleton lines={3} />
      </div>
    );
  }
  const more = () => void staff.cases.loadMore();
  if (list.cases.length === 0) {
    return list.more ? (
      <EmptyState
        icon={iconFile}
        title={t.casesNoneFit}
        action={<Button onClick={more}>{t.casesMore}</Button>}
      />
    ) : (
      <EmptyState icon={iconFile} title={t.casesNone}>
        {t.casesNoneText}
      </EmptyState>
    );
  }
  const byId = new Map(list.cases.map((it) => [it.id, it]));
  const current = list.cases.find((it) => it.number === number)?.id ?? null;
  return (
    <VirtualList
      ids={list.cases.map(({ id }) => id)}
      label={label}
      rowRem={ROW_REM}
      current={current}
      renderRow={(id) => {
        const it = byId.get(id);
        return it && <CaseRow it={it} me={me} current={id === current} />;
      }}
      onEnd={list.more ? more : undefined}
    />
  );
}

/** Whoever calls has a number, and wants to know how it goes. */
function GoTo({ onNumber }: { readonly onNumber: (number: string) => void }) {
  const { t } = useApp().i18n;
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class="case-go"
      role="search"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const number = text.trim().toUpperCase();
        setWrong(!fits(CaseNumber, number));
        if (!fits(CaseNumber, number)) return;
        setText('');
        onNumber(number);
      }}
    >
      <TextField
        label={t.caseGoTo}
        value={text}
        onValue={setText}
        placeholder="EKH-2026-000123"
        autocomplete="off"
        error={wrong ? t.caseNumberWrong : undefined}
      />
      <Button type="submit">{t.open}</Button>
    </form>
  );
}

import { Button, SelectField } from '@lotsa/ui';
import type { Agreement } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import type { SectionProps } from '../admin/sections/section.ts';
import { nameOf, ownDepartments } from '../admin/pages/options.ts';
import { inLanguage } from '../names/names.ts';
import { Table } from '../tables/table.tsx';
import './agreement-document.css';

/** What a department and the centre have agreed, as the document that both sign on paper. */
export function AgreementDocument({ item }: SectionProps) {
  const app = useApp();
  const { i18n, route, state } = app;
  const { t, formats, lang } = i18n;
  const options = ownDepartments(app);
  const directory = state.value.directory;
  const chosen = item ?? options[0]?.value;
  const department = directory?.departments.find(({ id }) => id === chosen);
  if (!directory || !department) return <p>{t.documentNoDepartment}</p>;

  const centre = directory.sites.find(({ retired }) => !retired);
  const agreements = directory.agreements
    .filter(({ departmentId }) => departmentId === department.id)
    .toSorted((a, b) => Number(a.topicId !== null) - Number(b.topicId !== null) || a.id.localeCompare(b.id));
  const people = (agreement: Agreement): string =>
    agreement.userIds
      .map((id) => state.value.colleagues.find((one) => one.id === id)?.name ?? id)
      .join(', ') || t.documentAnybody;
  const name = inLanguage(department.name, lang);

  return (
    <>
      <div class="agreement-choice">
        <SelectField
          label={t.field_departmentId}
          value={department.id}
          options={options}
          onValue={(id) => route.openAdmin('agreement-documents', id)}
        />
        <Button onClick={() => globalThis.print()}>{t.documentPrint}</Button>
      </div>
      <article class="agreement-document" aria-labelledby="agreement-document">
        <h3 id="agreement-document">{t.documentTitle({ department: name })}</h3>
        <p>
          {t.documentBetween({
            centre: centre ? inLanguage(centre.name, lang) : t.documentCentre,
            department: [name, department.board].filter(Boolean).join(', '),
          })}{' '}
          {t.documentDated({ date: formats.date(app.now.value) })}
        </p>
        <p>{t.documentPrinciple}</p>

        <h4>{t.documentCentreDoes}</h4>
        <Words lines={department.centreDoes} none={t.documentNothingSaid} />
        <h4>{t.documentDepartmentDoes}</h4>
        <Words lines={department.departmentDoes} none={t.documentNothingSaid} />

        <h4>{t.documentTopics}</h4>
        <p>{t.documentOtherwise({ n: department.replyWorkdays })}</p>
        {agreements.length > 0 && (
          <Table
            caption={t.documentTopics}
            columns={[
              t.field_topicId,
              t.documentAnswers,
              t.documentReply,
              t.field_checklist,
              t.field_reviewOn,
            ]}
          >
            {agreements.map((agreement) => (
              <tr key={agreement.id}>
                <th scope="row">
                  {agreement.topicId ? nameOf(app, 'topics', agreement.topicId) : t.allTopics}
                </th>
                <td>{people(agreement)}</td>
                <td>{t.documentWorkdays({ n: agreement.replyWorkdays })}</td>
                <td>
                  <Words lines={agreement.checklist} none="–" />
                </td>
                <td>{agreement.reviewOn ?? '–'}</td>
              </tr>
            ))}
          </Table>
        )}

        <h4>{t.documentFollowUp}</h4>
        <p>{t.documentFollowUpText}</p>

        <h4>{t.documentSignatures}</h4>
        <div class="agreement-signatures">
          {[t.documentCentre, name].map((party) => (
            <div key={party} class="agreement-party">
              <h5>{party}</h5>
              {[t.documentPlaceAndDate, t.documentSignature, t.documentNameAndTitle].map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          ))}
        </div>
      </article>
    </>
  );
}

function Words({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return <>{none}</>;
  return (
    <ul lang="sv">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

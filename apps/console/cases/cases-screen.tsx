import type { Me } from '@lotsa/protocol';
import { EmptyState, iconFile } from '@lotsa/ui';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { CaseList } from './case-list.tsx';
import { CasePage } from './case-page.tsx';
import { useCaseSettings } from './use-case-settings.ts';
import './cases.css';

/** Questions that outlive their conversation: a list of them, and the one that is open. On a phone one at a time. */
export function CasesScreen({ me }: { readonly me: Me }) {
  const { route, staff, i18n } = useApp();
  const { t } = i18n;
  const place = route.place.value;
  const number = place.name === 'cases' ? place.number : null;
  useCaseSettings();
  useEffect(() => {
    void staff.cases.openCase(number);
  }, [staff, number]);
  useEffect(() => () => void staff.cases.openCase(null), [staff]);
  return (
    <div class="cases" data-open={number === null ? undefined : true}>
      <CaseList me={me} number={number} />
      {number === null ? (
        <div class="case-none">
          <EmptyState icon={iconFile} title={t.caseChoose}>
            {t.caseChooseText}
          </EmptyState>
        </div>
      ) : (
        <CasePage key={number} number={number} me={me} />
      )}
    </div>
  );
}

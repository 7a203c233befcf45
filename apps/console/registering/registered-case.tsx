import { caseTypeOf } from '@lotsa/core';
import { LIMITS } from '@lotsa/protocol';
import { Banner, SelectField, TextField } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { kindOptions } from '../cases/case-names.ts';
import { useCaseSettings } from '../cases/use-case-settings.ts';
import { caseAsked, type CaseDraft } from './case-draft.ts';

/** Props of {@link RegisteredCase}. */
export interface RegisteredCaseProps {
  readonly draft: CaseDraft;
  readonly onDraft: (draft: CaseDraft) => void;
  readonly checked: boolean;
}

/** A question that is not done: what case it becomes and whom to answer. Of a public record nobody is asked who wants it. */
export function RegisteredCase({ draft, onDraft, checked }: RegisteredCaseProps) {
  const app = useApp();
  const { t } = app.i18n;
  const settings = useCaseSettings();
  const anonymous = settings ? caseTypeOf(settings.types, draft.kind).anonymous : false;
  const { wrong } = caseAsked(draft);
  return (
    <>
      <SelectField
        label={t.caseKind}
        value={draft.kind}
        onValue={(kind) => onDraft({ ...draft, kind, name: '' })}
        options={kindOptions(app)}
      />
      {anonymous ? (
        <Banner>{t.caseAnonymous}</Banner>
      ) : (
        <TextField
          label={t.caseContactName}
          optional={t.registerOptional}
          value={draft.name}
          onValue={(name) => onDraft({ ...draft, name })}
          maxLength={LIMITS.name}
          autocomplete="off"
        />
      )}
      <div class="register-row">
        <TextField
          label={t.caseContactEmail}
          optional={t.registerOptional}
          type="email"
          value={draft.email}
          onValue={(email) => onDraft({ ...draft, email })}
          maxLength={LIMITS.email}
          autocomplete="off"
          error={checked && wrong === 'email' ? t.caseEmailWrong : undefined}
        />
        <TextField
          label={t.caseContactPhone}
          optional={t.registerOptional}
          type="tel"
          value={draft.phone}
          onValue={(phone) => onDraft({ ...draft, phone })}
          maxLength={LIMITS.phone}
          autocomplete="off"
          error={checked && wrong === 'phone' ? t.casePhoneWrong : undefined}
        />
      </div>
    </>
  );
}

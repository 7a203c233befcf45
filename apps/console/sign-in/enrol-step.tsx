import type { Answer } from '@lotsa/protocol';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { PasskeySetup, TotpSetup } from '../security/factor-setup.tsx';
import { RecoveryCodeList } from '../security/recovery-codes.tsx';
import { FrontPage } from './front-page.tsx';

const asIs = <Value,>(ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> => ask();

/** Props of {@link EnrolStep}. */
interface EnrolStepProps {
  readonly passkeys: boolean;
  readonly onDone: () => void;
}

/** The password was right, and the role has to have a second factor: it is set up on the way in. */
export function EnrolStep({ passkeys, onDone }: EnrolStepProps) {
  const { t } = useApp().i18n;
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <FrontPage title={t.enrolTitle}>
      {codes ? (
        <RecoveryCodeList codes={codes} onKept={onDone} />
      ) : (
        <>
          <p class="front-intro">{t.enrolIntro}</p>
          {passkeys && (
            <section class="security-part" aria-labelledby="enrol-passkey">
              <h2 id="enrol-passkey">{t.passkeys}</h2>
              <PasskeySetup withProof={asIs} onDone={setCodes} />
            </section>
          )}
          <section class="security-part" aria-labelledby="enrol-totp">
            <h2 id="enrol-totp">{t.totp}</h2>
            <p class="ui-field-hint">{t.totpText}</p>
            <TotpSetup withProof={asIs} onDone={setCodes} />
          </section>
        </>
      )}
    </FrontPage>
  );
}

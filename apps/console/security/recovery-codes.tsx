import { Banner, Button } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { useCopy } from '../errors/use-copy.ts';

/** Props of {@link RecoveryCodeList}. */
interface RecoveryCodeListProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Codes for when the app or the passkey is lost. They are shown this once. */
export function RecoveryCodeList({ codes, onKept }: RecoveryCodeListProps) {
  const { t } = useApp().i18n;
  const copy = useCopy();
  return (
    <section class="security-part" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{t.recoveryTitle}</h2>
      <Banner tone="warn" announce>
        {t.recoveryOnce}
      </Banner>
      <ul class="security-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div class="security-actions">
        <Button onClick={() => copy(codes.join('\n'), t.recoveryCopied)}>{t.recoveryCopy}</Button>
        <Button variant="primary" onClick={onKept}>
          {t.recoveryKept}
        </Button>
      </div>
    </section>
  );
}

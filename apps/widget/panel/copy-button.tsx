import { IconButton, iconCheck, iconCopy } from '@lotsa/ui';
import { useState } from 'preact/hooks';

/**
 * Copies a message. For those who point: whoever listens would hear it with each message, and has the same under
 * "more" below (`extras/more.tsx`).
 */
export function CopyButton({ text, label, done }: Record<'text' | 'label' | 'done', string>) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const { copyText } = await import('./extras/copy-text.ts');
    setCopied(await copyText(text));
  };
  return (
    <span class="copy" aria-hidden="true">
      <IconButton
        tabIndex={-1}
        icon={copied ? iconCheck : iconCopy}
        label={copied ? done : label}
        onClick={() => void copy()}
      />
    </span>
  );
}

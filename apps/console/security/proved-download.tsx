import { Button, iconDownload } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { mayFetch, useProof } from './use-proof.tsx';

/** Props of {@link ProvedDownload}. */
interface ProvedDownloadProps {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** Fetches a file that is only given to whoever has proved lately who it is. */
export function ProvedDownload({ href, children }: ProvedDownloadProps) {
  const { i18n, toasts } = useApp();
  const { withProof, proof } = useProof();
  const fetchIt = async () => {
    const answer = await withProof(mayFetch);
    // An attachment: the page stays where it is.
    if (answer?.ok) location.assign(href);
    else if (answer) toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
  };
  return (
    <>
      <Button icon={iconDownload} onClick={() => void fetchIt()}>
        {children}
      </Button>
      {proof}
    </>
  );
}

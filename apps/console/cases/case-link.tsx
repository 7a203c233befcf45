import { useApp } from '../app-context.ts';
import { inPage } from '../routing/in-page.ts';
import { casesAddress } from '../routing/route.ts';

/** A way to a case, in this page. */
export function CaseLink({ number }: { readonly number: string }) {
  const { route } = useApp();
  return (
    <a class="case-number" href={casesAddress(number)} onClick={inPage(() => route.openCases(number))}>
      {number}
    </a>
  );
}

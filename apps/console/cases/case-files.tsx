import type { FileRef } from '@lotsa/protocol';
import { Icon, iconFile } from '@lotsa/ui';
import { useApp } from '../app-context.ts';

/** Documents that came in. */
export function CaseFiles({ files }: { readonly files: readonly FileRef[] }) {
  const { t } = useApp().i18n;
  if (files.length === 0) return null;
  return (
    <ul class="case-files" aria-label={t.caseFiles}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/files/${file.id}`} target="_blank" rel="noopener">
            <Icon of={iconFile} /> <bdi>{file.name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

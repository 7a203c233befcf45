import { Tabs } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Holds } from './holds.tsx';
import { Preview } from './preview.tsx';
import { ProofLog } from './proof-log.tsx';
import './retention.css';

/** What would be erased now, what was, and what must not be (rule P4). */
export function RetentionScreen() {
  const { t } = useApp().i18n;
  const [tab, setTab] = useState('preview');
  return (
    <Tabs
      label={t.retention}
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'preview', label: t.retentionPreview, panel: tab === 'preview' && <Preview /> },
        { id: 'log', label: t.retentionLog, panel: tab === 'log' && <ProofLog /> },
        { id: 'holds', label: t.retentionHolds, panel: tab === 'holds' && <Holds /> },
      ]}
    />
  );
}

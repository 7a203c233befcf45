import { Skeleton } from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Failed } from '../fetching/failed.tsx';
import type { AdminSection, SectionProps } from './sections/section.ts';

/** Screens that have been fetched, by section. */
const fetched = new Map<string, FunctionComponent<SectionProps>>();

/** A section's screen, fetched when it is first shown. */
export function SectionView({ section, item }: { readonly section: AdminSection } & SectionProps) {
  const { t } = useApp().i18n;
  const [failed, setFailed] = useState(false);
  const [, setShown] = useState(fetched.has(section.id));
  const fetchIt = () => {
    setFailed(false);
    section.load().then(
      (screen) => {
        fetched.set(section.id, screen);
        setShown(true);
      },
      () => setFailed(true),
    );
  };
  const Screen = fetched.get(section.id);
  useEffect(() => {
    if (!Screen) fetchIt();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each section
  }, [section]);
  if (Screen) return <Screen item={item} />;
  if (!failed) return <Skeleton lines={6} />;
  return <Failed title={t.adminFetchFailed} onAgain={fetchIt} />;
}

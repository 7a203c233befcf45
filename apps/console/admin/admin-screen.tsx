import { maySet } from '@lotsa/core';
import type { Me } from '@lotsa/protocol';
import { CountBadge, EmptyState, Icon, iconBack, iconForward, iconSettings } from '@lotsa/ui';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FetchedScreen } from '../fetching/fetched-screen.tsx';
import { AdminLink } from './admin-link.tsx';
import { isEmpty, Start } from './start.tsx';
import { groupsFor } from './sections/index.ts';
import './admin.css';

/** Id of the section's heading: where focus goes when a section is opened. */
const TITLE = 'admin-section-title';

/** The administration: what may be set up on the left, the open section beside it; on a small screen one of them. */
export function AdminScreen({ me }: { readonly me: Me }) {
  const app = useApp();
  const { i18n, route, state, pace } = app;
  const { t } = i18n;
  const place = route.place.value;
  const asked = place.name === 'admin' ? place : { section: null, item: null };
  const groups = groupsFor(me);
  const open = groups.flatMap(({ sections }) => sections).find(({ id }) => id === asked.section);
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(asked.section);
  // Who chose a section is taken to it; who came by the address starts at the top of the page.
  useEffect(() => {
    if (open && before.current !== open.id) title.current?.focus();
    before.current = open?.id ?? null;
  }, [open]);

  return (
    <div class="admin" data-open={open ? true : undefined}>
      <nav class="admin-nav" aria-labelledby="admin-title">
        <h2 id="admin-title">{t.administration}</h2>
        {groups.map((group) => (
          <div key={group.id} class="admin-group">
            <h3 id={`admin-${group.id}`}>{t[`adminGroup_${group.id}`]}</h3>
            <ul aria-labelledby={`admin-${group.id}`}>
              {group.sections.map((section) => (
                <li key={section.id}>
                  <AdminLink section={section.id} class="admin-nav-link" current={section.id === open?.id}>
                    <Icon of={section.icon} />
                    <span>{section.name(t)}</span>
                    {section.due && <CountBadge {...section.due(state.value, pace.value, t)} />}
                    <Icon class="admin-nav-go" of={iconForward} mirror />
                  </AdminLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <section class="admin-section" aria-labelledby={open ? TITLE : 'admin-title'}>
        {open ? (
          <>
            <header class="admin-head">
              <AdminLink section={null} class="admin-back">
                <Icon of={iconBack} mirror />
                {t.administration}
              </AdminLink>
              <h2 id={TITLE} ref={title} tabIndex={-1}>
                {open.name(t)}
              </h2>
              <p>{open.about(t)}</p>
            </header>
            <FetchedScreen
              key={open.id}
              name={open.id}
              load={open.load}
              failed={t.adminFetchFailed}
              props={{ item: asked.item }}
            />
          </>
        ) : isEmpty(app) && maySet(me, 'sites') && !asked.section ? (
          <Start />
        ) : (
          <EmptyState icon={iconSettings} title={asked.section ? t.adminNoSuchTitle : t.adminChooseTitle}>
            {asked.section ? t.adminNoSuchText : t.adminChooseText}
          </EmptyState>
        )}
      </section>
    </div>
  );
}

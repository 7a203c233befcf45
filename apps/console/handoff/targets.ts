import type { Directory } from '@lotsa/client';
import type { Colleague, Conversation } from '@lotsa/protocol';
import type { ListOption } from '@lotsa/ui';
import type { ConsoleI18n } from '../locales/index.ts';
import { departmentName, inLanguage } from '../names/names.ts';

/** Whom a hand-off can ask. */
export interface Target {
  readonly departmentId: string;
  /** Null: anybody in the department. */
  readonly userId: string | null;
  /** A topic: whoever knows it is asked, in whichever department. */
  readonly skill: string | null;
}

const valueOf = ({ departmentId, userId, skill }: Partial<Target> & Pick<Target, 'departmentId'>): string =>
  skill
    ? `skill:${departmentId}:${skill}`
    : userId
      ? `user:${departmentId}:${userId}`
      : `department:${departmentId}`;

/** The target that an option stands for. */
export function targetOf(value: string): Target | null {
  const [kind, departmentId, of] = value.split(':');
  if (!departmentId) return null;
  return {
    departmentId,
    userId: (kind === 'user' && of) || null,
    skill: (kind === 'skill' && of) || null,
  };
}

/** The department that a question belongs to, by itself or by its topic. */
export const departmentOf = (directory: Directory, { departmentId, topicId }: Conversation): string | null =>
  departmentId ?? directory.topics.find(({ id }) => id === topicId)?.departmentId ?? null;

/** Specialists of a department. */
const specialistsOf = (colleagues: readonly Colleague[], departmentId: string): Colleague[] =>
  colleagues.filter((c) => c.role === 'specialist' && c.departmentIds.includes(departmentId));

/** Everybody who can be asked, the question's own department first; each with who is there now. */
export function targetOptions(
  directory: Directory,
  colleagues: readonly Colleague[],
  conversation: Conversation,
  i18n: ConsoleI18n,
): ListOption[] {
  const { t, lang } = i18n;
  const own = departmentOf(directory, conversation);
  const offered = directory.departments.filter(({ retired }) => !retired);
  const byName = offered.toSorted((a, b) =>
    inLanguage(a.name, lang).localeCompare(inLanguage(b.name, lang), lang),
  );
  const departmentOption = (departmentId: string, group: string): ListOption => {
    const n = specialistsOf(colleagues, departmentId).filter(({ present }) => present).length;
    return {
      value: valueOf({ departmentId }),
      label: departmentName(directory, departmentId, i18n),
      hint: n > 0 ? t.presentNow({ n }) : t.nobodyNow,
      keywords: departmentId,
      group,
    };
  };
  const specialistOptions = (departmentId: string, group: string): ListOption[] =>
    specialistsOf(colleagues, departmentId)
      .toSorted((a, b) => Number(b.present) - Number(a.present) || a.name.localeCompare(b.name, lang))
      .map((c) => ({
        value: valueOf({ departmentId, userId: c.id }),
        label: c.name,
        hint: `${departmentName(directory, departmentId, i18n)} · ${c.present ? t[c.availability] : t.notThere}`,
        keywords: `${departmentId} ${departmentName(directory, departmentId, i18n)}`,
        group,
      }));
  const others = byName.filter(({ id }) => id !== own);
  const { topicId } = conversation;
  const knowing = colleagues.filter(
    (c) => c.role === 'specialist' && topicId !== null && c.skills.includes(topicId),
  );
  const present = knowing.filter((c) => c.present).length;
  return [
    ...(own && topicId && knowing.length > 0
      ? [
          {
            value: valueOf({ departmentId: own, skill: topicId }),
            label: t.bySkill,
            hint: `${t.skillHint} · ${present > 0 ? t.presentNow({ n: present }) : t.nobodyNow}`,
            group: t.suggested,
          },
        ]
      : []),
    ...(own ? [departmentOption(own, t.suggested), ...specialistOptions(own, t.suggested)] : []),
    ...others.map(({ id }) => departmentOption(id, t.departments)),
    ...others.flatMap(({ id }) => specialistOptions(id, t.specialists)),
  ];
}

/** The option that is chosen from the start: the question's own department. */
export function suggestedTarget(directory: Directory, conversation: Conversation): string | undefined {
  const departmentId = departmentOf(directory, conversation);
  return departmentId ? valueOf({ departmentId }) : undefined;
}

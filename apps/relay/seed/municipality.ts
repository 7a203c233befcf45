import {
  CannedResponse,
  Department,
  Form,
  Guide,
  Language,
  MailAddress,
  Question,
  Role,
  Site,
  Slug,
  Topic,
} from '@lotsa/protocol';
import * as v from 'valibot';

const User = v.object({
  id: Slug,
  name: v.string(),
  /** Where mail reaches it; none without one. */
  email: v.exactOptional(MailAddress),
  role: Role,
  departmentIds: v.array(Slug),
  languages: v.array(Language),
  skills: v.array(Slug),
  capacity: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** What a municipality's store is filled from: everything but passwords and conversations. */
const Municipality = v.object({
  sites: v.array(Site),
  departments: v.array(Department),
  topics: v.array(Topic),
  users: v.array(User),
  guides: v.array(Guide),
  questions: v.array(Question),
  cannedResponses: v.array(CannedResponse),
  forms: v.array(Form),
});
export type Municipality = v.InferOutput<typeof Municipality>;

/**
 * Reads a municipality's file.
 * @throws Error naming the first field that does not fit, or the first id that names nothing.
 */
export function readMunicipality(input: unknown): Municipality {
  const result = v.safeParse(Municipality, input);
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const stray = strayReference(result.output);
  if (stray) throw new Error(stray);
  return result.output;
}

/** The first id that names nothing in the file. */
function strayReference(file: Municipality): string | undefined {
  const departments = idsOf(file.departments);
  const topics = idsOf(file.topics);
  const guides = idsOf(file.guides);
  const sites = idsOf(file.sites);
  const references: [from: string, to: string | null, among: Set<string>][] = [
    ...file.sites.map(({ id, defaultTopicId }) => reference(`site ${id}`, defaultTopicId, topics)),
    ...file.topics.map(({ id, departmentId }) => reference(`topic ${id}`, departmentId, departments)),
    ...file.users.flatMap(({ id, departmentIds }) =>
      departmentIds.map((departmentId) => reference(`user ${id}`, departmentId, departments)),
    ),
    ...file.guides.map(({ id, departmentId }) => reference(`guide ${id}`, departmentId, departments)),
    ...file.forms.flatMap(({ id, siteId, departmentId, topicId }) => [
      reference(`form ${id}`, siteId, sites),
      reference(`form ${id}`, departmentId, departments),
      reference(`form ${id}`, topicId, topics),
    ]),
    ...file.questions.flatMap(({ id, departmentId, topicId, guideId }) => [
      reference(`question ${id}`, departmentId, departments),
      reference(`question ${id}`, topicId, topics),
      reference(`question ${id}`, guideId, guides),
    ]),
  ];
  const stray = references.find(([, to, among]) => to !== null && !among.has(to));
  return stray && `${stray[0]}: there is no ${stray[1]}`;
}

function reference(
  from: string,
  to: string | null,
  among: Set<string>,
): [string, string | null, Set<string>] {
  return [from, to, among];
}

function idsOf(docs: readonly { id: string }[]): Set<string> {
  return new Set(docs.map(({ id }) => id));
}

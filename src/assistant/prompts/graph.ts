import { eq, sql, type SQL } from 'drizzle-orm'
import { actorIn } from '../../customers/index.ts'
import { descending, embeddedType, graphType, one, page } from '../../graphql/index.ts'
import { people } from '../../tenancy/index.ts'
import { promptReleases, prompts, promptVersions } from './tables.ts'

export const prompt = graphType('Prompt', prompts, { allow: 'assistant:read', node: 'prompt' }, (t) => ({
  id: t.id,
  task: t.task,
  level: t.level,
  user: one(people, t.userId),
  release: one(promptReleases, (row) => eq(row.promptId, t.id), { orderBy: (row) => [descending(row.number)] }),
  releases: page(promptReleases, {
    where: (row) => eq(row.promptId, t.id),
    orderBy: (row) => [descending(row.number)],
  }),
  versions: page(promptVersions, {
    where: (row) => eq(row.promptId, t.id),
    orderBy: (row) => [descending(row.number)],
  }),
  createdAt: t.createdAt,
}))

export const promptVersion = graphType(
  'PromptVersion',
  promptVersions,
  { allow: 'assistant:read', node: 'promptVersion' },
  (t) => ({
    id: t.id,
    prompt: one(prompts, t.promptId),
    number: t.number,
    state: sql`case when ${isIn(t, sql`order by number desc limit 1`)} then 'ACTIVE'
      when ${isIn(t, sql``)} then 'ARCHIVED' else 'DRAFT' end`,
    template: t.template,
    variables: t.variables,
    note: t.note,
    createdBy: actorIn(t.createdByKind, t.createdById),
    createdAt: t.createdAt,
    answers: ofAnswers(t, sql`count(*)`),
    failures: ofAnswers(t, sql`count(*) filter (where outcome <> 'OK')`),
    costMicroUsd: ofAnswers(t, sql`coalesce(sum(cost_micro_usd), 0)::bigint`),
    averageConfidence: ofAnswers(t, sql`avg(confidence)::float8`),
    goodRatings: ratings(t, 'GOOD'),
    badRatings: ratings(t, 'BAD'),
  }),
)

/** Whether the version has a share in one of the releases that `which` leaves. */
function isIn(t: typeof promptVersions, which: SQL): SQL {
  return sql`exists (
    select from (
      select shares from prompt_releases where tenant_id = ${t.tenantId} and prompt_id = ${t.promptId} ${which}
    ) as release
    where release.shares @> jsonb_build_array(jsonb_build_object('versionId', ${t.id}))
  )`
}

function ofAnswers(t: typeof promptVersions, what: SQL): SQL {
  return sql`(select ${what} from ai_responses where tenant_id = ${t.tenantId} and prompt_version_id = ${t.id})`
}

function ratings(t: typeof promptVersions, rating: 'GOOD' | 'BAD'): SQL {
  return sql`(select count(*) from ai_responses as answer
    join ai_ratings as rated on rated.tenant_id = answer.tenant_id and rated.ai_response_id = answer.id
    where answer.tenant_id = ${t.tenantId} and answer.prompt_version_id = ${t.id} and rated.rating = ${sql.raw(`'${rating}'`)})`
}

export const promptRelease = graphType('PromptRelease', promptReleases, { allow: 'assistant:read' }, (t) => ({
  number: t.number,
  shares: t.shares,
  isRollback: t.isRollback,
  createdBy: actorIn(t.createdByKind, t.createdById),
  createdAt: t.createdAt,
}))

export const promptTypes = [
  prompt,
  promptVersion,
  promptRelease,
  embeddedType('PromptVariable'),
  embeddedType('PromptShare', (share) => ({ version: one(promptVersions, share.text('versionId')) })),
]

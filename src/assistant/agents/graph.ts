import { embeddedType, graphType } from '../../graphql/index.ts'
import { agents } from './tables.ts'

export const agentTypes = [
  graphType('Agent', agents, { allow: 'assistant:read', node: 'agent' }, (t) => ({
    id: t.id,
    task: t.task,
    name: t.name,
    mode: t.mode,
    model: t.model,
    may: t.may,
    channels: t.channels,
    hours: t.hours,
    outsideHours: t.outsideHours,
    version: t.version,
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
  })),
  embeddedType('OpeningHours'),
]

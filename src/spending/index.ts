/** The door of spending: what models may cost a tenant, and did. */
export {
  budgetSteps,
  monthOf,
  readBudget,
  reserve,
  settle,
  withinBudget,
  type BudgetMonth,
  type Reservation,
} from './budget.ts'
export { embedWithinBudget } from './embed.ts'
export { spendingEvents } from './events.ts'
export { aiBudgetMonths, aiReservations, embeddingHours } from './tables.ts'

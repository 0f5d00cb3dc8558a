/** Expected refusals: data for the payload's `errors`, never thrown. Something that a person can mend. */
export interface Refusal {
  /** The SDL type that implements `UserError`. */
  readonly __typename: string
  /** A value of the SDL's `ErrorCode`. */
  readonly code: string
  /** For people, in English; names no other tenant's things. */
  readonly message: string
  /** The input field at fault, outermost first, e.g. `['input', 'lines', '0', 'quantity']`; null when none is. */
  readonly path: readonly string[] | null
}

/** Nothing with this id is here; the same answer for an id of another tenant. */
export function notFound(path: readonly string[] = ['id']) {
  return { __typename: 'NotFound', code: 'NOT_FOUND', message: 'Nothing with this id is here.', path } as const
}

/** A value that is not acceptable, and where it stands. */
export function invalidInput(message: string, path: readonly string[] | null) {
  return { __typename: 'InvalidInput', code: 'INVALID_INPUT', message, path } as const
}

/** Somebody changed it first. */
export function versionConflict(currentVersion: number) {
  return {
    __typename: 'VersionConflict',
    code: 'VERSION_CONFLICT',
    message: 'It was changed in the meantime; read it again and decide anew.',
    path: ['expectedVersion'],
    currentVersion,
  } as const
}

/** A refusal that carries no more than its code. */
export function refusal<Code extends string>(code: Code, message: string, path: readonly string[] | null = null) {
  return { __typename: 'Refusal', code, message, path } as const
}

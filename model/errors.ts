import { z } from "zod";

/** Every failure that a caller is meant to understand, with the HTTP status it answers. */
export const errorStatus = {
  INVALID_REQUEST: 400,
  QUERY_REFUSED: 400,
  SIGN_IN_NEEDED: 401,
  NOT_ALLOWED: 403,
  NODE_NOT_FOUND: 404,
  ROUTE_NOT_FOUND: 404,
  VERSION_NOT_FOUND: 404,
  DATASET_CHANGED: 409,
  EDIT_CLASHES: 409,
  BACKUP_DAMAGED: 422,
  VERSION_DAMAGED: 410,
  DATASET_INVALID: 422,
  FILE_REFUSED: 422,
  TOO_MANY_REQUESTS: 429,
  REQUEST_CANCELLED: 499,
  INTERNAL: 500,
  OVERLOADED: 503,
  STORE_UNAVAILABLE: 503,
  QUERY_TIMEOUT: 504,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** A failure the caller is meant to understand. Anything else that is thrown is a bug and answers INTERNAL. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  /** Which parts of the request are wrong, where that is known. */
  readonly fields: readonly FieldError[];
  constructor(code: ErrorCode, message: string, options?: ErrorOptions & { readonly fields?: readonly FieldError[] }) {
    super(message, options);
    this.code = code;
    this.fields = options?.fields ?? [];
  }
}

/** One wrong part of a request: where it is (`query/limit`) and why it is wrong. */
export const FieldError = z.object({ field: z.string(), why: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** An error answer, as RFC 9457 problem details with a stable `code`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  fields: z.array(FieldError).optional(),
});
export type Problem = z.infer<typeof Problem>;

import { APIError } from 'openai';

/** Why a model gave nothing, for the log: never what anyone wrote. */
export type Failure = { why: string; status?: number };

/** What these mean is in the vendor's documentation. Other codes are not ours to pass on. */
const CODES = [
  'insufficient_quota',
  'invalid_api_key',
  'model_not_found',
  'DeploymentNotFound',
  'rate_limit_exceeded',
  'unsupported_parameter',
  'unsupported_value',
  'context_length_exceeded',
  'content_filter',
];

/** What went wrong, in words of ours. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof APIError)) return { why: 'senseless' };
  if (error.status === undefined) return { why: 'unreachable' };
  return { why: CODES.find((code) => code === error.code) ?? 'refused-by-server', status: error.status };
}

import { ErrorCode, WebAPIPlatformError } from '@slack/web-api';
import { DeliveryError, type Failure, failureOfError } from '../../src/delivery.ts';

/** Slack's own words for places that do not exist or do not want us, and for messages it will never take. */
const REFUSED = new Set([
  'cannot_dm_bot',
  'cannot_reply_to_message',
  'channel_is_frozen',
  'channel_not_found',
  'channel_type_not_supported',
  'ekm_access_denied',
  'invalid_thread_ts',
  'is_archived',
  'is_inactive',
  'messages_tab_disabled',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'thread_locked',
  'user_disabled',
  'user_not_found',
  'user_not_in_channel',
]);
/** Only this way of saying it is refused: the same as plain text may still be taken. */
const TOO_MUCH = new Set([
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'msg_blocks_too_long',
  'msg_too_long',
]);
/** A file that may not be put there. */
const NO_FILE = new Set([
  'blocked_file_type',
  'file_share_limit_reached',
  'file_type_not_allowed',
  'file_upload_size_restricted',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'malware_detected',
  'max_file_sharing_exceeded',
  'post_contents_too_large',
  'posting_to_channel_denied',
  'posting_to_general_channel_denied',
  'slack_connect_blocked_file_type',
  'slack_connect_file_upload_sharing_blocked',
  'storage_limit_reached',
  'unable_to_share_files',
]);
/** Our own pass is not in order. */
const NO_PASS = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);
const THROTTLED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/**
 * Why a call to Slack failed. A token that is not good, or a scope that is missing, is mended by an administrator: the
 * message waits for that.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof DeliveryError) return error.failure;
  const code = codeOf(error);
  if (code === undefined) return failureOfError(originalOf(error));
  if (THROTTLED.has(code)) {
    const seconds = error instanceof WebAPIPlatformError ? error.data.response_metadata?.retryAfter : undefined;
    return { kind: 'throttled', ...(seconds === undefined ? {} : { wait: seconds * 1000 }) };
  }
  if (REFUSED.has(code) || TOO_MUCH.has(code)) return { kind: 'refused' };
  // No code of Slack's: something between us answered, and the message may have arrived.
  return /^[a-z][a-z0-9_]*$/.test(code) ? { kind: 'down' } : { kind: 'unanswered' };
}

/** Whether a file is left out for this: no administrator has to come before the rest can be said. */
export function isNoFile(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  return NO_FILE.has(code) || code === 'missing_scope' || failureOf(error).kind === 'refused';
}

export function isNoPass(error: unknown): boolean {
  return NO_PASS.has(codeOf(error) ?? '');
}

export function isTooMuch(error: unknown): boolean {
  return TOO_MUCH.has(codeOf(error) ?? '');
}

/** What Slack called it; undefined when it was no answer of Slack. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? String(error.data.error ?? '') : undefined;
}

/** The SDK wraps what our own fetch throws. */
function originalOf(error: unknown): unknown {
  const wraps = error instanceof Error && 'code' in error && error.code === ErrorCode.RequestError;
  return wraps && 'original' in error && error.original instanceof DeliveryError ? error.original : error;
}

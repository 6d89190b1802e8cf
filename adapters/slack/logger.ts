import { type Logger, LogLevel } from '@slack/web-api';

const silent = () => undefined;

/** The SDK logs what people wrote; what matters is thrown or told by us. */
export const quietLogger: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  getLevel: () => LogLevel.ERROR,
  setName: silent,
};

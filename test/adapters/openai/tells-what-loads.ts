import { registerHooks } from 'node:module';
import { Socket } from 'node:net';

/** Preloaded in a process of its own: says on its way out whether the SDK was loaded, and whether it went outside. */
const seen = new Set<string>();
registerHooks({
  load(url, context, next) {
    if (url.includes('/node_modules/openai/')) seen.add('sdk-loaded');
    return next(url, context);
  },
});
const connect = Socket.prototype.connect;
Socket.prototype.connect = function connected(this: Socket, ...args: unknown[]) {
  seen.add('went-outside');
  return Reflect.apply(connect, this, args) as Socket;
};
process.on('exit', () => process.stderr.write(`${['seen:', ...seen].join(' ')}\n`));

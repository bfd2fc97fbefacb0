import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

/** The few members of a SignalR connection that the live core uses; tests and fixtures stand in for it. */
export interface Wire {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke<T>(method: string, ...args: unknown[]): Promise<T>;
  on(method: string, hear: (...args: never[]) => void): void;
  onclose(hear: () => void): void;
}

const KEEP_ALIVE_MS = 8000;
const SERVER_TIMEOUT_MS = 20_000;

/** WebSockets, else server-sent events, else long polling: SignalR tries them in this order. */
export function connect(hub: string): Wire {
  const connection = new HubConnectionBuilder().withUrl(hub).configureLogging(LogLevel.None).build();
  connection.keepAliveIntervalInMilliseconds = KEEP_ALIVE_MS;
  connection.serverTimeoutInMilliseconds = SERVER_TIMEOUT_MS;
  return connection as Wire;
}

/** The server knows this device no longer: no cookie, a removed student, a deleted session. */
export function isTurnedAway(error: unknown): boolean {
  return /Status code '?(401|403|404)/.test(String(error));
}

/** "/s/{key}/student" → key. */
export function sessionKeyOf(hub: string): string {
  return hub.split('/s/')[1]?.split('/')[0] ?? hub;
}

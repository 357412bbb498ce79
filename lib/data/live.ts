import "server-only";
import type { ItemState } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import { onChange } from "./listener";
import { statement } from "./statement";

/** One change of a project as another browser is told: the audit event, with the name of who did it. */
export interface LiveEvent {
  seq: number;
  at: string;
  action: string;
  targetType: string;
  targetId: string;
  phaseId: string | null;
  by: string;
  /** for a change of its state: the item as it stands, which may be newer than this event */
  item: { state: ItemState; version: number } | null;
}

const PAGE = 200;
const RETRY_MS = 1_000;

const selectEvents = statement<LiveEvent>(`
  SELECT e.seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.action, e."targetType",
         e."targetId", e."phaseId", coalesce(u.name, 'Phasegate') AS "by",
         CASE WHEN i.id IS NOT NULL THEN json_build_object('state', i.state, 'version', i.version) END AS item
  FROM "AuditEvent" e
  LEFT JOIN "ChecklistItem" i ON e.action IN ('item.state', 'item.waiver-approved') AND i.id = e."targetId"::uuid
  LEFT JOIN "Member" m ON m.id = e."memberId" LEFT JOIN "User" u ON u.id = m."userId"
  WHERE e.chain = $1::uuid AND e.seq > $2 ORDER BY e.seq LIMIT ${PAGE}`);

/** A project's events are numbered without a gap, in the order in which they were committed. */
const eventsAfter = (projectId: string, seq: number): Promise<LiveEvent[]> => selectEvents([projectId, seq]);

const selectVersion = statement<{ version: number }>(`SELECT version FROM "Project" WHERE id = $1::uuid`);

interface Channel {
  /** newest event that was handed out */
  seq: number;
  /** newest event heard of */
  heard: number;
  isReading: boolean;
  readers: Set<(events: LiveEvent[]) => void>;
}

/** One reader of the database for each watched project, however many browsers watch it. */
const channels = new Map<string, Channel>();
let isListening = false;

async function read(projectId: string, channel: Channel): Promise<void> {
  if (channel.isReading) return;
  channel.isReading = true;
  try {
    let heard: number;
    do {
      // What is heard of while a page is read may be missing in that page: it is read again until nothing was.
      heard = channel.heard;
      const events = await eventsAfter(projectId, channel.seq);
      channel.seq = events.at(-1)?.seq ?? channel.seq;
      if (events.length > 0) for (const reader of channel.readers) reader(events);
      if (events.length === PAGE) heard = -1;
    } while (channel.heard > heard);
  } catch {
    // The database is away: tried again while anybody watches.
    if (channel.readers.size > 0) setTimeout(() => void read(projectId, channel), RETRY_MS).unref();
  } finally {
    channel.isReading = false;
  }
}

function startListening(): void {
  if (isListening) return;
  isListening = true;
  onChange(
    ({ chain, seq }) => {
      const channel = channels.get(chain);
      if (!channel || seq <= channel.heard) return;
      channel.heard = seq;
      void read(chain, channel);
    },
    () => {
      for (const [projectId, channel] of channels) void read(projectId, channel);
    },
  );
}

/**
 * Hands out every event after `seq`, in order, none missed and none twice, also over a lost database connection.
 *
 * @param deliver called with one or more events
 * @returns stops the watching
 */
export async function watchProject(
  access: ProjectAccess,
  seq: number,
  deliver: (events: LiveEvent[]) => void,
): Promise<() => void> {
  const { projectId } = access;
  startListening();
  // An invented number from the future must not keep this process from reading what comes.
  const [newest] = await selectVersion([projectId]);
  const version = newest?.version ?? 0;
  let last = Math.min(seq, version);
  // What is older, each reader catches up with alone: nobody moves the channel on but its own reading, or others would miss that.
  const watched = channels.get(projectId) ?? {
    seq: version,
    heard: version,
    isReading: false,
    readers: new Set(),
  };
  channels.set(projectId, watched);
  let waiting: LiveEvent[] | null = [];
  const hand = (events: LiveEvent[]) => {
    const fresh = events.filter((event) => event.seq > last);
    const newest = fresh.at(-1);
    if (!newest) return;
    last = newest.seq;
    deliver(fresh);
  };
  // Registered before catching up: what happens meanwhile waits its turn, and what both bring is handed out once.
  const reader = (events: LiveEvent[]) => (waiting ? void waiting.push(...events) : hand(events));
  watched.readers.add(reader);
  const stop = () => {
    watched.readers.delete(reader);
    if (watched.readers.size === 0 && channels.get(projectId) === watched) channels.delete(projectId);
  };
  try {
    for (;;) {
      const missed = await eventsAfter(projectId, last);
      hand(missed);
      if (missed.length < PAGE) break;
    }
  } catch (error) {
    stop();
    throw error;
  }
  const meanwhile = waiting;
  waiting = null;
  hand(meanwhile);
  return stop;
}

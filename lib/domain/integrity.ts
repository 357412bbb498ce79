import { isAtLeast } from "./permissions";
import { isAtLeastAsStrict } from "./strictness";
import { type Comparator, ROLES, type Role } from "./words";

/** A change of the plan or a state, as its audit event tells it. */
export interface PlanChange {
  action: string;
  targetId: string;
  data: Record<string, unknown>;
}

/** What a change is about, as it stands now. */
export interface ChangedThing {
  title: string;
  comparator: Comparator | null;
  /** for a section: one of its items is a Must */
  isMust: boolean;
  isArchived?: boolean;
  isNotApplicable?: boolean;
  /** name of the phase it is in now, when it left the one that is asked about */
  elsewhere?: string | null;
}

/** How many ticks in the last hour before a gate are worth a second look. */
export const RUSH_TICKS = 5;
/** How many days back changes of the plan are told. */
export const INTEGRITY_DAYS = 14;

/** The actions that can make a gate easier to pass without anything having been done. */
export const EASING_ACTIONS = [
  "criterion.edited",
  "criterion.archived",
  "item.edited",
  "item.archived",
  "item.moved",
  "section.archived",
  "section.moved",
  "phase.edited",
  "sign-off-rule.edited",
  "sign-off-rule.archived",
];

/** What people do all day; setting a Must to this state is told too. */
export const EASING_STATE = { action: "item.state", to: "NOT_APPLICABLE" } as const;

interface Move {
  from: unknown;
  to: unknown;
}

function moveOf(data: Record<string, unknown>, field: string): Move | null {
  const move = data[field];
  return typeof move === "object" && move !== null && "from" in move && "to" in move
    ? { from: move.from, to: move.to }
    : null;
}

const isLower = ({ from, to }: Move): boolean =>
  typeof from === "number" && (to === null || (typeof to === "number" && to < from));

function targetEased({ data }: PlanChange, { title, comparator }: ChangedThing): string | null {
  const move = moveOf(data, "target");
  if (!move || typeof move.from !== "number") return null;
  if (typeof move.to !== "number") return `The target of “${title}” was taken away: it was ${move.from}`;
  if (isAtLeastAsStrict(comparator, move.from, move.to)) return null;
  const verb = move.to < move.from ? "lowered" : "raised";
  return `The target of “${title}” was ${verb} from ${move.from} to ${move.to}`;
}

function levelEased({ data }: PlanChange, { title }: ChangedThing): string | null {
  const move = moveOf(data, "level");
  return move?.from === "MUST" && move.to !== "MUST" ? `“${title}” is no longer a Must` : null;
}

function shortened(change: PlanChange, field: string, sentence: (move: Move) => string): string | null {
  const move = moveOf(change.data, field);
  return move && isLower(move) ? sentence(move) : null;
}

const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

/** Whoever edits the plan can name themselves, so that other people may sign is told whoever they are. */
function signersChanged({ data }: PlanChange, { title }: ChangedThing): string | null {
  if (moveOf(data, "memberIds")) return `“${title}” may be signed by other people than before`;
  const move = moveOf(data, "minimumRole");
  return move && isRole(move.from) && isRole(move.to) && !isAtLeast(move.to, move.from)
    ? `“${title}” asks for the role ${move.to}, and no longer for ${move.from}`
    : null;
}

const secretsForgotten = ({ data }: PlanChange): string | null =>
  moveOf(data, "overdueSecretsBlock")?.to === false ? "Overdue secrets no longer hold up this gate" : null;

/** What was taken out is told as long as it is out: who put it back has moved nothing. */
function takenOut(change: PlanChange, thing: ChangedThing): string | null {
  if (!thing.isMust) return null;
  const what = change.action.startsWith("section.")
    ? `The section “${thing.title}” with what must be done in it`
    : `The Must “${thing.title}”`;
  switch (change.action) {
    case EASING_STATE.action:
      return change.data.to === EASING_STATE.to && thing.isNotApplicable
        ? `${what} was set not applicable`
        : null;
    case "item.moved":
    case "section.moved":
      return moveOf(change.data, "phaseId") && thing.elsewhere
        ? `${what} was moved to “${thing.elsewhere}”`
        : null;
    default:
      return thing.isArchived ? `${what} was taken out of the plan` : null;
  }
}

/**
 * One sentence on how a change made a gate easier to pass; null when it did not. Not an accusation: plans are corrected.
 * Who decides should know that the bar moved shortly before.
 */
export function easingOf(change: PlanChange, thing: ChangedThing): string | null {
  const { title } = thing;
  switch (change.action) {
    case "criterion.edited":
      return (
        targetEased(change, thing) ??
        levelEased(change, thing) ??
        shortened(
          change,
          "windowHours",
          ({ from, to }) => `The window of “${title}” was cut from ${from} h to ${to ?? 0} h`,
        ) ??
        shortened(
          change,
          "minimumSample",
          ({ from, to }) => `“${title}” asks for ${to ?? 0} answers, and no longer for ${from}`,
        )
      );
    case "item.edited":
      return levelEased(change, thing);
    case "item.state":
    case "item.moved":
    case "item.archived":
    case "section.moved":
    case "section.archived":
    case "criterion.archived":
      return takenOut(change, thing);
    case "phase.edited":
      return (
        shortened(
          change,
          "minimumScore",
          ({ from, to }) => `The minimum score was lowered from ${from} to ${to}`,
        ) ?? secretsForgotten(change)
      );
    case "sign-off-rule.edited":
      return (
        shortened(
          change,
          "minimum",
          ({ from, to }) => `“${title}” asks for ${to} signatures, and no longer for ${from}`,
        ) ?? signersChanged(change, thing)
      );
    case "sign-off-rule.archived":
      return `The sign-off rule “${title}” was taken out`;
    default:
      return null;
  }
}

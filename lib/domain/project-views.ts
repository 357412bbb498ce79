import type { GateStatus, PhaseStatus, Role } from "./words";

/*
 * The view types (lib/domain/*-views.ts) are what pages and the REST interface are given: every field named, so a new
 * column never leaks. Times are ISO 8601 strings in UTC, dates "YYYY-MM-DD"; the reader's zone is applied where they
 * are shown.
 */

export interface PersonView {
  memberId: string;
  name: string;
  role: Role;
}

export interface RailPhase {
  id: string;
  key: string;
  name: string;
  status: PhaseStatus;
  gateStatus: GateStatus;
  /** 0-100, null for a phase with nothing to score */
  score: number | null;
  /** the gate was passed by CONDITIONAL_GO, or by override */
  conditional: boolean;
  override: boolean;
  plannedOn: string | null;
  passedAt: string | null;
  blockers: number;
}

export interface PortfolioProject {
  id: string;
  slug: string;
  name: string;
  phases: RailPhase[];
  /** the phase being worked: the first not passed; null when all are passed or the project stopped */
  activePhase: RailPhase | null;
  /** scores of that phase, newest last, one for each day with a change */
  trend: number[];
  itemsDone: number;
  itemsTotal: number;
  /** something waits for the reader: a decision, a sign-off, an answer to a waiver */
  waitsForMe: ("decision" | "sign-off" | "waiver")[];
  updatedAt: string;
}

export interface PortfolioView {
  projects: PortfolioProject[];
  nextCursor: string | null;
  summary: {
    gatesWaitingForMe: number;
    blockersOnActivePhases: number;
    myItemsDueThisWeek: number;
    measurementsGoingStale: number;
  };
}

/** What the reader may do on this project, from the same table and rules the server enforces. */
export interface MayView {
  work: boolean;
  edit: boolean;
  waive: boolean;
  requestReview: boolean;
  decide: boolean;
  override: boolean;
  administer: boolean;
  /** one plain sentence when the reader's role would allow a decision but a rule does not ("You requested this review") */
  whyNotDecide: string | null;
}

export interface ProjectView {
  id: string;
  slug: string;
  name: string;
  description: string;
  /** number of audit events so far; also the id of the newest server-sent event */
  version: number;
  asksVerification: boolean;
  archivedAt: string | null;
  phases: RailPhase[];
  may: MayView;
  reader: PersonView;
  people: PersonView[];
}

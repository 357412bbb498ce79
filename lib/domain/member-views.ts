import type { Role } from "./words";

/** A person of the workspace, as the members page shows one. */
export interface MemberView {
  memberId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
  /** when they last signed in; null: not in the sessions that are kept */
  signedInAt: string | null;
  isMe: boolean;
}

/** An invitation that can still be used. */
export interface InvitationView {
  id: string;
  name: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: string;
}

/** What the page behind an invitation's link shows. */
export interface OpenInvitation {
  workspace: string;
  name: string;
  email: string;
  role: Role;
}

export interface TokenView {
  id: string;
  name: string;
  /** first characters, so that tokens can be told apart */
  hint: string;
  role: Role;
  person: string;
  project: { slug: string; name: string } | null;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  isMine: boolean;
}

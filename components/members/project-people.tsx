"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Avatar } from "@/components/ui/avatar";
import { Select } from "@/components/ui/select";
import { notify, requestRefresh } from "@/components/ui/signals";
import { ROLES, type Role } from "@/lib/domain/words";
import type { projectRoleSchema } from "@/lib/schemas/members";
import { ROLE_WORDS } from "./role-select";

export interface ProjectPersonRow {
  memberId: string;
  name: string;
  /** as it holds in this project */
  role: Role;
  workspaceRole: Role;
  /** the project's own role for the person; null: as in the workspace */
  override: Role | null;
}

interface ProjectPeopleProps {
  projectId: string;
  people: ProjectPersonRow[];
  /** null for readers who do not administer */
  setRole: ActionOf<typeof projectRoleSchema> | null;
}

/** Who may do what in this project; an admin gives somebody another role here than in the workspace. */
export function ProjectPeople({ projectId, people, setRole }: ProjectPeopleProps) {
  const change = async (person: ProjectPersonRow, select: HTMLSelectElement) => {
    const role = ROLES.find((candidate) => candidate === select.value) ?? null;
    const result = await setRole?.({ projectId, memberId: person.memberId, role }).catch(() => null);
    if (!result?.ok) {
      select.value = person.override ?? "";
      return notify({ text: result?.error.message ?? "The server could not be reached.", tone: "stop" });
    }
    notify({ text: `${person.name} is ${ROLE_WORDS[role ?? person.workspaceRole].word} in this project.` });
    requestRefresh();
  };
  return (
    <ul>
      {people.map((person) => (
        <li
          key={person.memberId}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-2.5 first:border-t-0"
        >
          <Avatar name={person.name} />
          <span className="min-w-0 flex-1 basis-40 truncate font-medium">{person.name}</span>
          {setRole ? (
            <Select
              key={person.override}
              aria-label={`Role of ${person.name} in this project`}
              className="w-auto"
              defaultValue={person.override ?? ""}
              onChange={(event) => void change(person, event.currentTarget)}
            >
              <option value="">As in the workspace: {ROLE_WORDS[person.workspaceRole].word}</option>
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {ROLE_WORDS[role].word} here
                </option>
              ))}
            </Select>
          ) : (
            <span className="text-ink-2">{ROLE_WORDS[person.role].word}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ROLE_NAMES, ROLES, type Role } from "@/lib/domain/words";

export const ROLE_WORDS: Record<Role, { word: string; does: string }> = {
  VIEWER: { word: ROLE_NAMES.VIEWER, does: "reads" },
  MEMBER: { word: ROLE_NAMES.MEMBER, does: "ticks, comments, measures" },
  LEAD: { word: ROLE_NAMES.LEAD, does: "also edits the plan" },
  MANAGER: { word: ROLE_NAMES.MANAGER, does: "also decides gates" },
  ADMIN: { word: ROLE_NAMES.ADMIN, does: "also members and tokens" },
};

interface RoleSelectProps {
  name: string;
  label: string;
  value: Role;
  /** the roles to choose from; all when left out */
  roles?: readonly Role[];
  errors?: string[];
}

export function RoleSelect({ name, label, value, roles = ROLES, errors }: RoleSelectProps) {
  return (
    <Field label={label} errors={errors}>
      {(control) => (
        <Select {...control} name={name} defaultValue={value}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {ROLE_WORDS[role].word}: {ROLE_WORDS[role].does}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

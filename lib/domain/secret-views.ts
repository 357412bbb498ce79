import type { Rotation } from "./secrets";

/** A secret of the inventory. Never its value. */
export interface SecretView {
  id: string;
  name: string;
  variable: string | null;
  /** in the plan's words: a person, a team */
  owner: string | null;
  storage: string | null;
  rotationDays: number | null;
  /** "YYYY-MM-DD" */
  lastRotatedOn: string | null;
  /** member who recorded it; null: nobody did, or the import */
  lastRotatedBy: string | null;
  rotation: Rotation;
  version: number;
}

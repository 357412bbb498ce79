import type { CellState } from "./environments";

export interface CellView {
  environmentId: string;
  state: CellState;
  value: string;
  /** null: nobody verified it as it stands */
  verifiedBy: string | null;
  verifiedAt: string | null;
  /** 0: nothing was said of it yet */
  version: number;
}

export interface EnvironmentView {
  id: string;
  name: string;
  isProduction: boolean;
  version: number;
}

export interface ConfigurationItemView {
  id: string;
  key: string;
  /** production must not equal mock */
  mustDiffer: boolean;
  version: number;
  /** one for each environment, in their order */
  cells: CellView[];
}

/** The environment matrix: environments as columns, configuration items as rows. */
export interface MatrixView {
  environments: EnvironmentView[];
  items: ConfigurationItemView[];
}

import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { auditEntrySchema, auditQuerySchema } from "@/lib/schemas/api-audit";
import { decisionRequestSchema } from "@/lib/schemas/api-decide";
import { exportQuerySchema } from "@/lib/schemas/api-export";
import { pageQuerySchema, pageSchema } from "@/lib/schemas/api-paging";
import {
  decisionSchema,
  phaseSchema,
  projectEntrySchema,
  projectSchema,
  recordedSchema,
  reviewSchema,
  signOffSchema,
} from "@/lib/schemas/api-project";
import { reportQuerySchema } from "@/lib/schemas/api-report";
import {
  checkQuerySchema,
  checkSchema,
  importedSchema,
  importQuerySchema,
  itemStateAnswerSchema,
} from "@/lib/schemas/api-write";
import {
  bulkItemsAnswerSchema,
  bulkItemsBodySchema,
  undoItemsAnswerSchema,
  undoItemsBodySchema,
} from "@/lib/schemas/bulk-items";
import { itemStateSchema } from "@/lib/schemas/item-state";
import { measurementSchema } from "@/lib/schemas/measurements";
import { planSchema } from "@/lib/schemas/plan";
import { reviewBodySchema } from "@/lib/schemas/reviews";
import { signOffBodySchema } from "@/lib/schemas/sign-offs";
import { areaOperations } from "./openapi-areas";
import { environmentOperations } from "./openapi-environments";
import { evidenceOperations } from "./openapi-evidence";
import { itemOperations } from "./openapi-items";
import { mergeOperations } from "./openapi-merges";
import {
  fileOperation,
  id,
  ifMatch,
  phase,
  readOperation,
  slug,
  streamOperation,
  writeOperation,
} from "./openapi-parts";
import { addPhaseOperation, changePhaseOperation } from "./openapi-phases";
import { riskOperations } from "./openapi-risks";
import { rollbackOperations } from "./openapi-rollback";
import { savedViewOperations } from "./openapi-saved-views";
import { secretOperations } from "./openapi-secrets";
import { createProjectOperation, templateOperations } from "./openapi-templates";
import { waiverOperations } from "./openapi-waivers";

const READ = "Read";
const WORK = "Work";
const GATE = "Decide";

const WAIVING = `Says the state that is wanted, so a repeated request changes nothing.

\`WAIVED\` with a reason and \`expiresAt\` asks for a waiver and is answered with 202: the item keeps its state. When
somebody with the role MANAGER or above sends \`WAIVED\` for what another person asked for, that approves it as it was
asked, and the item is waived. Nobody approves their own request, unless they are alone in the workspace: then the first
request waives, stamped self-approved.`;

const inPhase = { slug, phase };

/** Every operation under /api/v1; lib/http/openapi.test.ts holds this list against the routes themselves. */
export const operations: ZodOpenApiPathsObject = {
  "/projects": {
    get: readOperation(
      { id: "listProjects", summary: "Every project you may see", tag: READ, query: pageQuerySchema },
      pageSchema(projectEntrySchema),
    ),
    post: createProjectOperation,
  },
  ...templateOperations,
  ...itemOperations,
  "/projects/import": {
    post: writeOperation(
      {
        id: "importProject",
        summary: "Make a project from a Markdown plan",
        description: "At most 2 MB. `phasegate plan inspect` shows beforehand what is understood of it.",
        tag: WORK,
        query: importQuerySchema,
      },
      { schema: z.string(), type: "text/markdown" },
      importedSchema,
    ),
  },
  "/projects/{slug}": {
    get: readOperation(
      { id: "getProject", summary: "A project with its phases and gates", tag: READ, path: { slug } },
      projectSchema,
    ),
  },
  "/projects/{slug}/export": {
    get: fileOperation(
      {
        id: "exportProject",
        summary:
          "The project as a file: Markdown that can be imported again, JSON, CSV of items and criteria, or the imported document",
        tag: READ,
        path: { slug },
        query: exportQuerySchema,
      },
      { "text/markdown": z.string(), "application/json": planSchema, "text/csv": z.string() },
    ),
  },
  "/projects/{slug}/phases": { post: addPhaseOperation },
  "/projects/{slug}/phases/{phase}": {
    patch: changePhaseOperation,
    get: readOperation(
      {
        id: "getPhase",
        summary: "A phase: checklist, criteria, sign-offs, gate, score and every point it lost",
        tag: READ,
        path: inPhase,
      },
      phaseSchema,
    ),
  },
  "/projects/{slug}/phases/{phase}/report.pdf": {
    get: fileOperation(
      {
        id: "getReport",
        summary: "A phase as a PDF: rail, gate, score and losses, criteria, sign-offs and decisions",
        description:
          "At most 1,000 entries of each list. Characters of scripts its fonts lack are shown as a box.",
        tag: READ,
        path: inPhase,
        query: reportQuerySchema,
      },
      { "application/pdf": z.string().meta({ format: "binary" }) },
    ),
  },
  "/projects/{slug}/phases/{phase}/check": {
    get: readOperation(
      {
        id: "checkGate",
        summary: "May this go ahead? For pipelines",
        tag: READ,
        path: inPhase,
        query: checkQuerySchema,
      },
      checkSchema,
    ),
  },
  "/events": {
    get: streamOperation({
      id: "watchWorkspace",
      summary: "Something changed, as it happens",
      description:
        "Server-sent events `change` that do not say what changed: a list asks again for what it shows.",
      tag: READ,
    }),
  },
  "/projects/{slug}/events": {
    get: streamOperation({
      id: "watchProject",
      summary: "Every change as it happens",
      description:
        "Server-sent events `change`; the id of the last one seen, as Last-Event-ID or `after`, resumes.",
      tag: READ,
      path: { slug },
      query: z.object({
        after: z.int().min(0).optional().meta({ description: "Number of the last event seen." }),
      }),
      header: { "last-event-id": z.string().optional() },
    }),
  },
  "/items/{id}": {
    patch: writeOperation(
      {
        id: "setItemState",
        summary: "Set the state of a checklist item",
        description: WAIVING,
        accepted: "A waiver is asked for; the item keeps its state until another person approves it.",
        tag: WORK,
        path: { id: id("item or sub-item") },
        header: { "if-match": ifMatch },
      },
      { schema: itemStateSchema },
      itemStateAnswerSchema,
      200,
    ),
  },
  "/projects/{slug}/items/bulk": {
    post: writeOperation(
      {
        id: "changeItems",
        summary: "Assign, date, level, move, archive or restore many items at once",
        description:
          "At most 500. All of them or none; what is so already is no change, so a repeated request changes nothing.",
        tag: "Plan",
        path: { slug },
      },
      { schema: bulkItemsBodySchema },
      bulkItemsAnswerSchema,
      200,
    ),
  },
  "/projects/{slug}/items/bulk/undo": {
    post: writeOperation(
      {
        id: "undoItems",
        summary: "Take a change of many items back",
        description: "With what the change answered. What was changed since is left as it is, and told.",
        tag: "Plan",
        path: { slug },
      },
      { schema: undoItemsBodySchema },
      undoItemsAnswerSchema,
      200,
    ),
  },
  "/criteria/{id}/measurements": {
    post: writeOperation(
      {
        id: "recordMeasurement",
        summary: "Record a measurement of a criterion",
        tag: WORK,
        path: { id: id("criterion") },
      },
      { schema: measurementSchema },
      recordedSchema,
    ),
  },
  ...evidenceOperations,
  ...areaOperations,
  ...environmentOperations,
  ...secretOperations,
  ...riskOperations,
  ...rollbackOperations,
  ...savedViewOperations,
  ...mergeOperations,
  ...waiverOperations,
  "/projects/{slug}/phases/{phase}/sign-offs": {
    post: writeOperation(
      {
        id: "signOff",
        summary: "Approve or refuse under a sign-off rule",
        again: "You signed so already, and it still holds.",
        tag: GATE,
        path: inPhase,
      },
      { schema: signOffBodySchema },
      signOffSchema,
    ),
  },
  "/projects/{slug}/phases/{phase}/reviews": {
    post: writeOperation(
      { id: "requestReview", summary: "Ask for a decision on the gate", tag: GATE, path: inPhase },
      { schema: reviewBodySchema },
      reviewSchema,
    ),
  },
  "/projects/{slug}/phases/{phase}/decisions": {
    post: writeOperation(
      { id: "decideGate", summary: "Decide the gate", tag: GATE, path: inPhase },
      { schema: decisionRequestSchema },
      decisionSchema,
    ),
  },
  "/audit": {
    get: readOperation(
      { id: "listAudit", summary: "Who did what when, newest first", tag: READ, query: auditQuerySchema },
      pageSchema(auditEntrySchema),
    ),
  },
  "/openapi.json": {
    get: {
      ...readOperation({ id: "getOpenApi", summary: "This description", tag: READ }, z.looseObject({})),
      security: [],
    },
  },
};

import { Command, type CommanderError } from "commander";
import product from "@/package.json";
import { answer, FAILED, UNKNOWN } from "./answer";
import type { ImportOptions } from "./plan-import";
import type { CorrectionOptions } from "./read-corrections";

// Standard output belongs to the answer: a log line between would break `--json`.
process.env.LOG_LEVEL = "silent";

/*
 * Each command's code is loaded when it runs: `--help` and `plan inspect` should not wait for a database driver.
 */
const phasegate = new Command("phasegate")
  .description(product.description)
  .version(product.version)
  .showHelpAfterError("(--help shows what is possible)")
  .addHelpText(
    "after",
    "\nIt talks to the database of DATABASE_URL, else to the embedded one, started if it is not running.",
  );

const JSON_OPTION = ["--json", "print one JSON document"] as const;
const URL_OPTION = ["--url <url>", "ask this server instead of the own database"] as const;
const FOLD_OPTION = ["--fold <names>", "phases to fold all others into, like Alpha,Beta,Launch"] as const;
const CORRECTIONS_OPTION = ["--corrections <file>", "JSON that says what is read otherwise"] as const;
const TOKEN_OPTION = ["--token <token>", "API token for --url"] as const;

/** A call that is not understood has told nothing: it must not look like "not passed", "broken" or "lags". */
const couldNotTell = (error: CommanderError): never => process.exit(error.exitCode === 0 ? 0 : UNKNOWN);

const plan = phasegate.command("plan").description("read, import and export readiness plans");

plan
  .command("inspect <file>")
  .description("show what is understood of a Markdown plan; '-' reads standard input")
  .option(...FOLD_OPTION)
  .option(...CORRECTIONS_OPTION)
  .option(...JSON_OPTION)
  .action((file: string, options: { json?: boolean } & CorrectionOptions) =>
    answer(async () => (await import("./plan-inspect")).inspectPlan(file, options), options),
  );

plan
  .command("import <file>")
  .description(
    "make a project from a Markdown plan, or merge a newer one into its project; '-' reads standard input",
  )
  .option("--name <name>", "name of the project (else the plan's title)")
  .option(...FOLD_OPTION)
  .option(...CORRECTIONS_OPTION)
  .option("--into <project>", "merge it: exit 0 merged or nothing to do, 1 conflicts, 2 it could not be done")
  .option("--dry-run", "with --into: only say what would change")
  .option("--on-conflict <side>", "with --into: stop, or follow file or project (else stop)")
  .option(...URL_OPTION)
  .option(...TOKEN_OPTION)
  .option(...JSON_OPTION)
  .exitOverride(couldNotTell)
  .action((file: string, { into, ...options }: ImportOptions & { into?: string }) =>
    into === undefined
      ? answer(async () => (await import("./plan-import")).importPlan(file, options), options)
      : answer(async () => (await import("./plan-merge")).mergeInto(file, { ...options, into }), {
          json: options.json,
          onError: UNKNOWN,
        }),
  );

plan
  .command("templates")
  .description("list the templates a project can start from")
  .option(...JSON_OPTION)
  .action((options: { json?: boolean }) =>
    answer(async () => (await import("./plan-start")).showTemplates(), options),
  );

plan
  .command("start <name>")
  .description("make a project from a template, or with three bare phases")
  .option("--template <key>", "key of the template, as `plan templates` lists it")
  .option(...JSON_OPTION)
  .action((name: string, options: { json?: boolean; template?: string }) =>
    answer(async () => (await import("./plan-start")).startProject(name, options), options),
  );

plan
  .command("diff <project> <file>")
  .description("show what a newer file would change: exit 0 nothing, 1 something, 2 cannot be told")
  .option(...URL_OPTION)
  .option(...TOKEN_OPTION)
  .option(...JSON_OPTION)
  .exitOverride(couldNotTell)
  .action((project: string, file: string, options) =>
    answer(async () => (await import("./plan-diff")).diffPlanOf(project, file, options), {
      json: options.json,
      onError: UNKNOWN,
    }),
  );

plan
  .command("export <project>")
  .description("print a project as a file that can be imported again")
  .option("--format <format>", "markdown, json, or csv of items and criteria (else markdown)")
  .option("--output <file>", "write it there")
  .option("--check <file>", "exit 0 when this file is up to date, 1 when it lags, 2 when that cannot be told")
  .option(...URL_OPTION)
  .option(...TOKEN_OPTION)
  .option(...JSON_OPTION)
  .exitOverride(couldNotTell)
  .action((project: string, options) =>
    answer(async () => (await import("./plan-export")).exportPlanOf(project, options), {
      json: options.json,
      onError: options.check === undefined ? FAILED : UNKNOWN,
    }),
  );

phasegate
  .command("gate")
  .description("ask a gate")
  .exitOverride(couldNotTell)
  .command("check <project> <phase>")
  .description("exit 0 when the gate is passed, 1 when it is not, 2 when that cannot be told")
  .option(...URL_OPTION)
  .option(...TOKEN_OPTION)
  .option(
    "--sha <sha>",
    "a snapshotHash it must still be about, or the commit that asks, which is not compared",
  )
  .option(...JSON_OPTION)
  .action((project: string, phase: string, options) =>
    answer(async () => (await import("./gate-check")).checkGateOf(project, phase, options), {
      json: options.json,
      onError: UNKNOWN,
    }),
  );

phasegate
  .command("measure <project> <criterion> <value>")
  .description("record a measurement of a criterion, named by its key or id")
  .option("--sample-size <n>", "how many answers or requests it was taken from")
  .option("--measured-at <time>", "ISO 8601 (else now)")
  .option("--note <text>", "where the number comes from")
  .option(...URL_OPTION)
  .option(...TOKEN_OPTION)
  .option(...JSON_OPTION)
  .action((project: string, criterion: string, value: string, options) =>
    answer(async () => (await import("./measure")).measure(project, criterion, value, options), options),
  );

phasegate
  .command("user")
  .description("people")
  .command("create")
  .description("make a person; the password is read from standard input; the first one owns the installation")
  .requiredOption("--email <email>", "what the person signs in with")
  .requiredOption("--name <name>", "the person's name")
  .option("--role <role>", "VIEWER, MEMBER, LEAD, MANAGER or ADMIN (else MEMBER)")
  .option("--workspace <name>", "name of the workspace, for the first person")
  .option(...JSON_OPTION)
  .action((options) => answer(async () => (await import("./user-create")).createUser(options), options));

phasegate
  .command("token")
  .description("API tokens")
  .command("create")
  .description("make a token that acts for a person, and print it; it is shown this once")
  .requiredOption("--email <email>", "the person the token acts for")
  .requiredOption("--name <name>", "what the token is for")
  .option("--role <role>", "at most the person's own (else that)")
  .option("--days <days>", "days until it expires (else 90)")
  .option("--project <slug>", "limit it to one project")
  .option(...JSON_OPTION)
  .action((options) => answer(async () => (await import("./token-create")).createTokenFor(options), options));

const audit = phasegate
  .command("audit")
  .description("the tamper-evident chain of every change")
  .exitOverride(couldNotTell);

audit
  .command("verify [file]")
  .description("check the database, or an exported file; exit 1 names the first broken event")
  .option("--checkpoints <file>", "an exported file whose ends of chains must still be there")
  .option(...JSON_OPTION)
  .action((file: string | undefined, options) =>
    answer(async () => (await import("./audit-verify")).verifyAuditOf(file, options), {
      json: options.json,
      onError: UNKNOWN,
    }),
  );

audit
  .command("export")
  .description("print every event as a line of JSON, then each chain's end")
  .action(() => answer(async () => (await import("./audit-export")).exportAuditLines()));

phasegate
  .command("migrate")
  .description("bring the database up to date")
  .option(...JSON_OPTION)
  .action((options) => answer(async () => (await import("./migrate")).migrateDatabase(), options));

phasegate
  .command("doctor")
  .description("look for what would keep the product from working here")
  .option(...JSON_OPTION)
  .action((options) => answer(async () => (await import("./doctor")).examine(), options));

await phasegate.parseAsync();

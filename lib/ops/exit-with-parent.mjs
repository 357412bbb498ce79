// Loaded into a child before anything else (`--import exit-with-parent.mjs?parent=PID`): when the process that
// supervises it is killed, it must not hold the port or go on building. Its own children load this too and ignore it.
if (process.ppid === Number(new URL(import.meta.url).searchParams.get("parent"))) {
  process.on("disconnect", () => process.exit(1));
  process.channel?.unref();
}

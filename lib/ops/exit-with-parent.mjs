// Loaded into the web server before anything else: when its supervisor is killed, it must not hold the port.
process.on("disconnect", () => process.exit(1));
process.channel?.unref();

// Node 24 comes from the registry on Linux; elsewhere the machine's own has to do. Plain old syntax: an old Node must parse this.
const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `Patchbay needs Node ${needed} or newer; this is ${process.version}. Install it from your package manager and run the same command again.\n`,
  );
  process.exit(1);
}

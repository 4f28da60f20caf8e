/** A page as a product shows it while it is being released. */
export const maintenancePage = (label: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${label} is being updated</title></head>
<body><h1>${label} is being updated</h1><p>It will be back in a few minutes. (A fault of the sandbox, switched on by somebody.)</p></body>
</html>
`;

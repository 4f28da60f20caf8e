process.stdout.write(
  '\nLeft out here, run by .ci/run: the real n8n 2.41.1, the packed packages in both hosts, and the screens in Chromium.\n',
);

const everyMs = 200

/**
 * Ends this process when the one that started it is gone.
 * npm passes a signal to the shell it runs a script in, and a shell such as Debian's dies of it without
 * telling its child: the task, and the app's window with it, would stay behind.
 */
export function endWithParent() {
  // Started by hand and put in the background, a task may well outlive its shell.
  if (process.platform === 'win32' || !process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, everyMs)
  watch.unref()
}

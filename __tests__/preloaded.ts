// Code that runs in a process of Node before the script.

/** Returns variables that make Node run a module first. */
export function preloaded(module: string): { readonly NODE_OPTIONS: string } {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(module)}` }
}

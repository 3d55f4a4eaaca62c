/** Lets what waits go first: keys, frames. Unlike a timer, a message waits for no minimum of milliseconds. */
export function yieldToWindow(): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });
}

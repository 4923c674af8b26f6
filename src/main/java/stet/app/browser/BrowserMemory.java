package stet.app.browser;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import stet.watch.store.BrowserTable.Learnt;
import stet.watch.store.WatchStore;

/**
 * What was learnt of outlets, in memory and in the collection's watch file. For several threads.
 */
public final class BrowserMemory implements AutoCloseable {
  private final WatchStore store;
  private final Map<String, Learnt> known = new HashMap<>();

  /**
   * @param store of its own, closed with it
   */
  public BrowserMemory(WatchStore store) {
    this.store = store;
    store.browsers().all().forEach(learnt -> known.put(learnt.outlet(), learnt));
  }

  synchronized Learnt of(String outlet) {
    return known.getOrDefault(outlet, Learnt.nothing(outlet));
  }

  /** Changes what is known, and returns what is known then. */
  synchronized Learnt change(String outlet, UnaryOperator<Learnt> change) {
    Learnt before = of(outlet);
    Learnt after = change.apply(before);
    if (!after.equals(before)) {
      known.put(outlet, after);
      store.keepBrowser(after);
    }
    return after;
  }

  @Override
  public synchronized void close() {
    store.close();
  }
}

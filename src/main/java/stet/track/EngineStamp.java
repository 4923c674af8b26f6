package stet.track;

import java.util.Map;
import java.util.TreeMap;
import stet.store.Store;

/** Says in the database which engine made its rows, and refuses to mix two. */
final class EngineStamp {
  private EngineStamp() {}

  /** Stamps a new database; an old one must carry the same stamp. */
  static void check(Store store, Engine engine) {
    Map<String, String> stamp = new TreeMap<>();
    stamp.put("extractor", engine.extractor().version());
    stamp.put("differ", engine.differ().version());
    stamp.forEach(
        (part, version) -> {
          String made = store.setting(part).orElse(version);
          if (!made.equals(version)) {
            throw new CollectionException(
                CollectionException.Problem.OUTDATED,
                "this collection was made by "
                    + made
                    + " and this stet has "
                    + version
                    + "; run 'stet rebuild' first");
          }
          store.set(part, version);
        });
  }
}

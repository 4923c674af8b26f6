package stet.track;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stet.store.Store;
import stet.story.Engine;

/** Says in the database which engine made its rows, and refuses to mix two. */
final class EngineStamp {
  private EngineStamp() {}

  /** Stamps a new database; an old one must carry the same stamp. */
  static void check(Store store, Engine engine) {
    difference(store, engine)
        .ifPresent(
            line -> {
              throw new CollectionException(CollectionException.Problem.OUTDATED, line);
            });
    stamp(engine).forEach(store::set);
  }

  /** One line that says how the engine differs from the one that made the rows, if it does. */
  static Optional<String> difference(Store store, Engine engine) {
    for (Map.Entry<String, String> part : stamp(engine).entrySet()) {
      String version = part.getValue();
      String made = store.setting(part.getKey()).orElse(version);
      if (!made.equals(version)) {
        return Optional.of(
            "this collection was made by "
                + made
                + " and this stet has "
                + version
                + "; run 'stet rebuild' first");
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> stamp(Engine engine) {
    Map<String, String> stamp = new TreeMap<>();
    stamp.put("extractor", engine.extractor().version());
    stamp.put("differ", engine.differ().version());
    return stamp;
  }
}

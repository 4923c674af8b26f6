package stet.track.takedown;

import java.io.IOException;
import java.util.Optional;
import stet.store.Store;
import stet.withhold.WithheldFile;

/**
 * Says in the index which takedowns it was made with. One that was made with others may tell what
 * is withheld, so that nobody is to read it.
 */
public final class WithheldStamp {
  private static final String NAME = "withheld";

  private WithheldStamp() {}

  /** Stamps a new index. */
  public static void stamp(Store store, WithheldFile file) throws IOException {
    String print = file.fingerprint();
    if (!print.isEmpty()) {
      store.set(NAME, print);
    }
  }

  /** One line that says that the index was made with other takedowns, if it was. */
  public static Optional<String> difference(Store store, WithheldFile file) throws IOException {
    return store.setting(NAME).orElse("").equals(file.fingerprint())
        ? Optional.empty()
        : Optional.of(
            "what is withheld from this collection has changed and its index does not know it yet;"
                + " run 'stet rebuild' first, nothing is shown until then");
  }
}

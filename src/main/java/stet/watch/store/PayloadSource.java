package stet.watch.store;

import java.util.Optional;
import stet.capture.Digest;
import stet.capture.Payload;

/** Where the bytes of earlier captures can be had again. Called from several threads. */
@FunctionalInterface
public interface PayloadSource {
  /** Knows nothing, so that every page is asked for in full. */
  PayloadSource NONE = digest -> Optional.empty();

  /** The payload of that digest; empty where it is not at hand. Never throws. */
  Optional<Payload> payload(Digest digest);
}

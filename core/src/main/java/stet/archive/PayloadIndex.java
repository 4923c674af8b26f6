package stet.archive;

import java.io.IOException;
import java.util.Optional;
import stet.capture.Digest;

/** Tells where a payload was archived in full, so that it need not be stored again. */
@FunctionalInterface
public interface PayloadIndex {
  /** Knows nothing: each batch stores in full what it does not itself repeat. */
  PayloadIndex EMPTY = digest -> Optional.empty();

  /**
   * The record that holds the payload with this digest. A stale answer does no harm: the record is
   * looked at before anything refers to it.
   *
   * @throws IOException when the index cannot be asked
   */
  Optional<WarcLocation> find(Digest digest) throws IOException;
}

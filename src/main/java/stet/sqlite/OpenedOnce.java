package stet.sqlite;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store that is opened when it is first wanted and stays open: whoever opens and closes one for
 * each question changes what lies beside its file, and may find it locked. Used by one thread at a
 * time.
 *
 * @param <S> the store
 */
public final class OpenedOnce<S> implements AutoCloseable {
  private final BooleanSupplier there;
  private final Supplier<S> opening;
  private final Consumer<S> closing;
  private @Nullable S open;

  /**
   * @param there whether there is such a file yet
   * @param opening opens the store, and may make its file
   */
  public OpenedOnce(BooleanSupplier there, Supplier<S> opening, Consumer<S> closing) {
    this.there = there;
    this.opening = opening;
    this.closing = closing;
  }

  /** The store; empty where there is none yet. */
  public Optional<S> ifThere() {
    return open != null || there.getAsBoolean() ? Optional.of(open()) : Optional.empty();
  }

  /** The store, whether it was there before or not. */
  public S open() {
    S known = open;
    if (known == null) {
      known = opening.get();
      open = known;
    }
    return known;
  }

  @Override
  public void close() {
    S known = open;
    if (known != null) {
      closing.accept(known);
      open = null;
    }
  }
}

package stet.watch.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.text.time.IsoTime;

/**
 * Instants as the database has them: whole seconds, so that their order as text is that in time.
 */
public final class Times {
  private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Times() {}

  /** The text of an instant, UTC; years of other than four digits become the nearest one. */
  public static String text(Instant at) {
    Instant bounded = at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
    return IsoTime.ofSecond(bounded);
  }

  static @Nullable String textOrNull(@Nullable Instant at) {
    return at == null ? null : text(at);
  }

  static @Nullable Instant of(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  /** The later of two; {@code a} where the other is null. */
  public static Instant later(Instant a, @Nullable Instant b) {
    return b == null || a.isAfter(b) ? a : b;
  }

  /** The earlier of two. */
  public static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}

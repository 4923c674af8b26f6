package stet.diff.judge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.article.StatedDate.Form;

/**
 * What the stated times of two versions say of an edit between them. Silence may be claimed only
 * where what is stated could have shown the update and did not: an update time that stood there
 * before and stands there still, and is over, in every zone it may be meant in, when the edit's
 * window begins. Whoever had stamped the edit would have had to write another time.
 */
final class StatedTimes {
  /** What became of the stated update time. */
  enum Update {
    /** One is stated that was not before. */
    MOVED,
    /** Stated on both sides, and too early to be that of the edit. */
    STOOD,
    /** Stated on both sides, and may be that of the edit: too coarse, or its zone is not known. */
    TOO_COARSE,
    /** Stated before and no more, or only now and of a time before the edit. */
    ONE_SIDE,
    /** Stated on neither side. */
    NONE
  }

  private final ArticleVersion before;
  private final ArticleVersion after;
  private final @Nullable Sight sight;
  private final StatedZones zones;

  /**
   * @param sight null where nobody knows when the edit happened
   */
  StatedTimes(ArticleVersion before, ArticleVersion after, @Nullable Sight sight) {
    this.before = sight == null ? before : sight.lastBefore();
    this.after = after;
    this.sight = sight;
    this.zones = new StatedZones(before, after);
  }

  Update update() {
    List<StatedDate> was = before.updates();
    List<StatedDate> is = after.updates();
    if (is.stream().anyMatch(this::movedTo)) {
      return Update.MOVED;
    }
    if (was.isEmpty() || is.isEmpty()) {
      return was.isEmpty() && is.isEmpty() ? Update.NONE : Update.ONE_SIDE;
    }
    List<StatedDate> kept = telling(is.stream().filter(this::isKept).toList());
    if (kept.stream().anyMatch(now -> isOver(now, held(was, now)))) {
      return Update.STOOD;
    }
    return kept.isEmpty() ? Update.ONE_SIDE : Update.TOO_COARSE;
  }

  /** Why nothing can be told of the edit, in words; empty where something can. */
  String why() {
    return switch (update()) {
      case TOO_COARSE ->
          Phrases.quote(after.updates().get(0).printed()) + " may be the time of this edit.";
      case ONE_SIDE -> "an update time is stated on one side only.";
      default -> "";
    };
  }

  /**
   * Whether the stated publication time moved, back or forth, or was first stated in the window.
   */
  boolean publishedMoved() {
    Optional<StatedDate> was = before.published();
    Optional<StatedDate> is = after.published();
    return is.isPresent()
        && (was.isPresent() && StatedDate.moved(was.get(), is.get())
            || !held(was.stream().toList(), is.get()) && beginsInWindow(is.get()));
  }

  /**
   * Whether a time states an update that was not stated before. The one chosen for the article may
   * be of any time; what stands in other places counts if it may be that of the edit.
   */
  private boolean movedTo(StatedDate now) {
    List<StatedDate> was = before.updates();
    boolean fresh = was.stream().allMatch(then -> StatedDate.moved(then, now));
    boolean chosen = after.updated().filter(now::equals).isPresent();
    return fresh && (chosen || mayBeOfTheEdit(now)) || !held(was, now) && beginsInWindow(now);
  }

  private boolean isKept(StatedDate now) {
    return before.updates().stream().anyMatch(then -> !StatedDate.moved(then, now));
  }

  /**
   * Content systems state the publication again as the update: it tells where nothing else does.
   */
  private List<StatedDate> telling(List<StatedDate> updates) {
    List<StatedDate> own =
        updates.stream().filter(u -> after.published().filter(u::sameMoment).isEmpty()).toList();
    return own.isEmpty() ? updates : own;
  }

  private static boolean held(List<StatedDate> dates, StatedDate date) {
    return dates.stream().anyMatch(date::sameMoment);
  }

  private boolean mayBeOfTheEdit(StatedDate now) {
    return sight == null || now.end().isAfter(sight.notBefore());
  }

  private boolean beginsInWindow(StatedDate now) {
    return sight != null && now.offset() != null && now.earliest().isAfter(sight.notBefore());
  }

  /**
   * Whether the stated unit, minute or day, was over when the window began.
   *
   * @param stoodThere whether the same was stated before, which it can only have been once it had
   *     begun
   */
  private boolean isOver(StatedDate stated, boolean stoodThere) {
    if (sight == null) {
      // Without a window a coarse time may be that of the edit; two edits in a minute are rare.
      return stated.form() == Form.DATED && stated.precision().hasTime();
    }
    Instant start = sight.notBefore();
    List<ZoneOffset> possible =
        zones.of(stated, start).stream()
            .filter(z -> !stoodThere || !StatedZones.earliest(stated, z).isAfter(start))
            .toList();
    return !possible.isEmpty()
        && possible.stream().noneMatch(z -> StatedZones.end(stated, z).isAfter(start));
  }
}
